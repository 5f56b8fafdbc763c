import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { PendingSignIn } from "../src/sign-in.ts";
import { Badge, Empty, Field, Heading, Notice, Time, useAnnounce } from "./elements.tsx";
import { messageOf, useLive, useLoaded } from "./live.ts";

/** Shows the sign-ins that wait for approval, and decides them. */
export function PendingSection(): VNode {
  const { overview } = useLive();
  const { value, error } = useLoaded(`sign-ins ${String(overview.sign_ins)}`, (control, signal) =>
    control("GET /oauth", { signal }),
  );
  return (
    <>
      <Heading>Sign-ins</Heading>
      {error !== undefined && <Notice>{error}</Notice>}
      {value?.length === 0 && (
        <div class="card">
          <Empty>No program waits for a user to sign in.</Empty>
        </div>
      )}
      {value?.map((signIn) => (
        <Waiting key={signIn.id} signIn={signIn} />
      ))}
    </>
  );
}

function Waiting({ signIn }: { signIn: PendingSignIn }): VNode {
  const { control } = useLive();
  const announce = useAnnounce();
  const [user, setUser] = useState("");
  const [error, setError] = useState<string>();
  const { id, kind, client_id, user_code, redirect_uri, expires_at } = signIn;
  const name = signIn.client_name ?? client_id;
  const decide = async (isApproved: boolean): Promise<void> => {
    try {
      if (isApproved) await control("POST /oauth/approve", { body: { id, user: user.trim() } });
      else await control("POST /oauth/deny", { body: { id } });
      const next = kind === "browser" ? " Reload its page in the browser to continue." : "";
      announce(`${isApproved ? "Approved" : "Refused"} the sign-in of ${name}.${next}`);
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  return (
    <section class="card" aria-labelledby={`sign-in-${id}`}>
      <h2 id={`sign-in-${id}`}>{name}</h2>
      <p>
        <Badge tone="info">{kind}</Badge>{" "}
        {user_code !== null && (
          <>
            shows the code <code>{user_code}</code>,{" "}
          </>
        )}
        {redirect_uri !== null && (
          <>
            continues at <code>{redirect_uri}</code>,{" "}
          </>
        )}
        waits until <Time value={expires_at} />
      </p>
      {error !== undefined && <Notice>{error}</Notice>}
      <form
        class="fields inline"
        onSubmit={(event) => {
          event.preventDefault();
          void decide(true);
        }}
      >
        <UserField id={id} value={user} onInput={setUser} />
        <div class="actions">
          <button type="submit" class="primary">
            Approve
          </button>
          <button type="button" onClick={() => void decide(false)}>
            Deny
          </button>
        </div>
      </form>
    </section>
  );
}

/** Suggests users whose name contains what was entered. */
function UserField({ id, value, onInput }: { id: string; value: string; onInput: (value: string) => void }): VNode {
  const { value: page } = useLoaded(value, (control, signal) =>
    control("GET /users", { query: { search: value, page_size: 20 }, signal }),
  );
  const list = `sign-in-users-${id}`;
  return (
    <>
      <Field label="Sign in as" hint="A username.">
        {(ids) => (
          <input
            {...ids}
            list={list}
            value={value}
            required
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => {
              onInput(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <datalist id={list}>
        {page?.results.map(({ username, first_name, last_name }) => (
          <option key={username} value={username}>
            {`${first_name} ${last_name}`}
          </option>
        ))}
      </datalist>
    </>
  );
}
