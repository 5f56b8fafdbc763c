import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Field, Notice } from "./elements.tsx";

/** Asks for the key when the page was opened without the token. */
export function SignIn({ refused, onKey }: { refused: boolean; onKey: (key: string) => void }): VNode {
  const [entered, setEntered] = useState("");
  return (
    <main class="sign-in">
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          // The whole URL is accepted too.
          const key = entered.trim().replace(/^.*#token=/, "");
          if (key !== "") onKey(key);
        }}
      >
        <h1>fake-connect inspector</h1>
        {refused && <Notice>The server refused this key. It may have been restarted.</Notice>}
        <p>
          Open the URL that <code>fake-connect serve --ui</code> printed, or enter that URL or the administrator’s API
          key here.
        </p>
        <Field label="URL or API key">
          {(ids) => (
            <input
              {...ids}
              type="password"
              autocomplete="off"
              required
              value={entered}
              onInput={(event) => {
                setEntered(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <div class="actions">
          <button type="submit" class="primary">
            Open
          </button>
        </div>
      </form>
    </main>
  );
}
