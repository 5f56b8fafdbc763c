import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Fault } from "../src/faults.ts";
import { Badge, Empty, Field, Heading, Notice, Select, useAnnounce } from "./elements.tsx";
import { messageOf, useLive, useLoaded } from "./live.ts";

/** A fault as it is sent: the operation is checked by the fake. */
type SentFault = Omit<Fault, "operationId" | "method" | "path"> & {
  operationId?: string;
  method?: string;
  path?: string;
};

/** Describes which requests a fault hits. */
function targetOf({ operationId, method, path, after, probability }: Fault): string {
  const target = operationId ?? ([method, path].filter(Boolean).join(" ") || "Every request");
  return [
    target,
    ...(after === undefined ? [] : [`after ${String(after)} requests`]),
    ...(probability === undefined ? [] : [`with probability ${String(probability)}`]),
  ].join(", ");
}

/** Describes what a fault does. */
function effectsOf({ status, body, html, headers, delay, reset, truncate }: Fault): string {
  const effects = [
    ...(delay === undefined ? [] : [`delay of ${String(delay)} ms`]),
    ...(status === undefined ? [] : [`status ${String(status)}`]),
    ...(html === undefined || html === false ? [] : ["HTML page"]),
    ...(body === undefined ? [] : [`body ${JSON.stringify(body)}`]),
    ...Object.entries(headers ?? {}).map(([name, value]) => `header ${name}: ${value}`),
    ...(truncate === undefined || truncate === false ? [] : ["truncated body"]),
    ...(reset === undefined || reset === false ? [] : [RESETS[String(reset)] ?? "connection cut"]),
  ];
  return effects.length === 0 ? "no effect" : effects.join(", ");
}

const RESETS: Readonly<Record<string, string>> = {
  true: "connection cut before the server acts",
  after: "connection cut after the server has acted",
  during: "connection cut in the body",
};

interface Preset {
  readonly title: string;
  readonly text: string;
  readonly fault: SentFault;
}

const PRESETS: readonly Preset[] = [
  {
    title: "Rate limit",
    text: "429 with Retry-After for 3 requests",
    fault: { status: 429, times: 3, headers: { "retry-after": "1" } },
  },
  {
    title: "Maintenance",
    text: "503 with Retry-After for 2 requests",
    fault: { status: 503, times: 2, headers: { "retry-after": "1" } },
  },
  { title: "Internal error", text: "500 for the next request", fault: { status: 500, times: 1 } },
  { title: "Slow server", text: "2 seconds for each request", fault: { delay: 2_000 } },
  { title: "Unreliable network", text: "Cuts one connection in ten", fault: { reset: true, probability: 0.1 } },
  { title: "Lost response", text: "Acts, then cuts the connection, once", fault: { reset: "after", times: 1 } },
  { title: "Half a response", text: "Valid headers, truncated body, once", fault: { truncate: true, times: 1 } },
  { title: "Sign-in page of a proxy", text: "HTML with status 200 for each request", fault: { html: true } },
  {
    title: "Lost refresh",
    text: "Replaces the tokens of a sign-in, then cuts the connection, once",
    fault: { path: "**/oauth/v1/token", reset: "after", times: 1 },
  },
  { title: "Expired key", text: "401 for each request", fault: { status: 401 } },
];

/** Makes requests fail: presets, a form, and the active faults. */
export function FaultsSection(): VNode {
  const { control, revision } = useLive();
  const announce = useAnnounce();
  const { value: faults = [], error } = useLoaded(revision, (call, signal) => call("GET /faults", { signal }));
  const attempt = async (action: () => Promise<unknown>, done: string): Promise<string | undefined> => {
    try {
      await action();
      announce(done);
      return undefined;
    } catch (failure) {
      announce(messageOf(failure));
      return messageOf(failure);
    }
  };
  const add = (fault: SentFault, title: string) =>
    attempt(() => control("POST /faults", { body: fault }), `Added: ${title}.`);
  return (
    <>
      <Heading
        aside={
          <button
            type="button"
            disabled={faults.length === 0}
            onClick={() => void attempt(() => control("DELETE /faults"), "All faults are removed.")}
          >
            Remove all
          </button>
        }
      >
        Faults
      </Heading>
      {error !== undefined && <Notice>{error}</Notice>}
      <section class="card" aria-labelledby="active-heading">
        <h2 id="active-heading">
          Active <span class="count">{faults.length}</span>
        </h2>
        {faults.length === 0 ? (
          <Empty>Every request gets its true response.</Empty>
        ) : (
          <ul class="list">
            {faults.map(({ id, fault, hits }) => (
              <li key={id}>
                <span>
                  <strong>{targetOf(fault)}</strong>: {effectsOf(fault)}
                  <span class="sub">
                    {hits === 1 ? "hit 1 request" : `hit ${hits.toLocaleString("en")} requests`}
                    {fault.times !== undefined && ` of ${String(fault.times)}`}
                  </span>
                </span>
                <span class="actions">
                  {fault.times !== undefined && hits >= fault.times && <Badge>used up</Badge>}
                  <button
                    type="button"
                    onClick={() =>
                      void attempt(() => control("DELETE /faults/{}", { id: String(id) }), "The fault is removed.")
                    }
                  >
                    Remove
                    <span class="visually-hidden"> fault {id + 1}</span>
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="card" aria-labelledby="presets-heading">
        <h2 id="presets-heading">Presets</h2>
        <ul class="presets">
          {PRESETS.map(({ title, text, fault }) => (
            <li key={title}>
              <button type="button" class="preset" onClick={() => void add(fault, title)}>
                <strong>{title}</strong>
                <span>{text}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <FaultForm add={add} />
    </>
  );
}

const EFFECTS = [
  ["status", "Respond with a status"],
  ["delay", "Delay the response"],
  ["reset", "Cut the connection first"],
  ["reset-after", "Act, then cut the connection"],
  ["reset-during", "Cut the connection in the body"],
  ["truncate", "Truncate the body"],
  ["html", "Respond with a sign-in page"],
] as const;

const NO_DRAFT = {
  operationId: "",
  path: "",
  effect: "status",
  status: "503",
  delay: "1000",
  times: "1",
  probability: "",
};

function FaultForm({ add }: { add: (fault: SentFault, title: string) => Promise<string | undefined> }): VNode {
  const { value: operations = [] } = useLoaded("operations", (control, signal) =>
    control("GET /operations", { signal }),
  );
  const [draft, setDraft] = useState(NO_DRAFT);
  const [error, setError] = useState<string>();
  const set = (changes: Partial<typeof NO_DRAFT>): void => {
    setDraft({ ...draft, ...changes });
  };
  const number = (field: "status" | "delay" | "times" | "probability", label: string, hint: string) => (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          step="any"
          min={0}
          value={draft[field]}
          onInput={(event) => {
            set({ [field]: event.currentTarget.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <section class="card" aria-labelledby="custom-heading">
      <h2 id="custom-heading">Custom fault</h2>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void add(faultOf(draft), "custom fault").then(setError);
        }}
      >
        <Select
          label="Operation"
          value={draft.operationId}
          options={[
            ["", "Every operation"],
            ...operations.map(({ id, method, path }) => [id, `${id}: ${method} ${path}`] as const),
          ]}
          onChange={(operationId) => {
            set({ operationId });
          }}
        />
        <Field label="Path" hint="Below /__api__, such as /v1/users/*. Empty for each path.">
          {(ids) => (
            <input
              {...ids}
              type="text"
              autocomplete="off"
              value={draft.path}
              onInput={(event) => {
                set({ path: event.currentTarget.value });
              }}
            />
          )}
        </Field>
        <Select
          label="Effect"
          value={draft.effect}
          options={EFFECTS}
          onChange={(effect) => {
            set({ effect });
          }}
        />
        {draft.effect === "status" && number("status", "Status", "From 200 to 599")}
        {draft.effect === "delay" && number("delay", "Milliseconds", "Before the request is handled")}
        {number("times", "Requests", "How many fail. Empty for all.")}
        {number("probability", "Probability", "From 0 to 1. Empty for always.")}
        {error !== undefined && <Notice>{error}</Notice>}
        <div class="actions">
          <button type="submit" class="primary">
            Add fault
          </button>
        </div>
      </form>
    </section>
  );
}

function faultOf({ operationId, path, effect, status, delay, times, probability }: typeof NO_DRAFT): SentFault {
  return {
    ...(operationId !== "" && { operationId }),
    ...(path !== "" && { path }),
    ...(times !== "" && { times: Number(times) }),
    ...(probability !== "" && { probability: Number(probability) }),
    ...effectOf(effect, Number(status), Number(delay)),
  };
}

function effectOf(effect: string, status: number, delay: number): SentFault {
  switch (effect) {
    case "delay":
      return { delay };
    case "reset":
      return { reset: true };
    case "reset-after":
      return { reset: "after" };
    case "reset-during":
      return { reset: "during" };
    case "truncate":
      return { truncate: true };
    case "html":
      return { html: true };
    default:
      return { status };
  }
}
