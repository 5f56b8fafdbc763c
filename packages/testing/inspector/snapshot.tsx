import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Dialog, Field, Heading, Notice, useAnnounce } from "./elements.tsx";
import { messageOf, useLive } from "./live.ts";

/** Saves, restores and resets the whole fake. */
export function SnapshotSection(): VNode {
  const { control, overview } = useLive();
  const announce = useAnnounce();
  const [error, setError] = useState<string>();
  const [confirms, setConfirms] = useState(false);
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
      setError(undefined);
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  const download = () =>
    attempt(async () => {
      const snapshot = await control("GET /snapshot");
      saveFile(`fake-connect-${overview.now.slice(0, 10)}.json`, JSON.stringify(snapshot, undefined, 2));
      announce("The snapshot is downloaded.");
    });
  const restore = (file: File) =>
    attempt(async () => {
      await control("POST /snapshot", { body: parse(await file.text(), file.name) });
      announce(`${file.name} is restored.`);
    });
  const reset = () =>
    attempt(async () => {
      await control("POST /reset");
      announce("The fake is in its initial state.");
    });
  return (
    <>
      <Heading>Snapshot</Heading>
      {error !== undefined && <Notice>{error}</Notice>}
      <div class="cards">
        <section class="card" aria-labelledby="download-heading">
          <h2 id="download-heading">Save</h2>
          <p>
            A JSON file with users, groups, content and the time, without API keys. Use it with{" "}
            <code>fake-connect serve --data FILE</code> or <code>fake.restore()</code>.
          </p>
          <div class="actions">
            <button type="button" class="primary" onClick={() => void download()}>
              Download snapshot
            </button>
          </div>
        </section>
        <section class="card" aria-labelledby="upload-heading">
          <h2 id="upload-heading">Restore</h2>
          <p>
            Replaces the state and the time. Requests and faults stay. The snapshot must have the seed {overview.seed}.
          </p>
          <Field label="Snapshot file">
            {(ids) => (
              <input
                {...ids}
                type="file"
                accept="application/json,.json"
                onChange={(event) => {
                  const { currentTarget: input } = event;
                  const file = input.files?.[0];
                  // Cleared, so that the same file can be chosen again.
                  if (file !== undefined) void restore(file).finally(() => (input.value = ""));
                }}
              />
            )}
          </Field>
        </section>
        <section class="card" aria-labelledby="reset-heading">
          <h2 id="reset-heading">Reset</h2>
          <p>Restores the initial users and the initial time, and clears requests and faults.</p>
          <div class="actions">
            <button
              type="button"
              class="danger"
              onClick={() => {
                setConfirms(true);
              }}
            >
              Reset the fake
            </button>
          </div>
        </section>
      </div>
      {confirms && (
        <Dialog
          title="Reset the fake?"
          onClose={() => {
            setConfirms(false);
          }}
        >
          <p>All changes are lost. Download a snapshot first if you need them.</p>
          <form method="dialog" class="actions">
            <button type="submit" class="danger" onClick={() => void reset()}>
              Reset
            </button>
            <button type="submit">Cancel</button>
          </form>
        </Dialog>
      )}
    </>
  );
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is not valid JSON. Choose a file that was downloaded here.`);
  }
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
