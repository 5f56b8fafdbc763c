import { Fragment, type VNode } from "preact";
import { useState } from "preact/hooks";
import type { NumberedRequest } from "../src/inspector/changes.ts";
import {
  Badge,
  Code,
  CodeDialog,
  Empty,
  formatTime,
  Heading,
  Link,
  SearchField,
  Select,
  useAnnounce,
  type Tone,
} from "./elements.tsx";
import { messageOf, useLive, useLoaded } from "./live.ts";
import { contextOf, requestAsTest } from "./test-code.ts";

const SHOWN_AT_FIRST = 100;

/** The requests that the fake receives, as they arrive. */
export function RequestsSection(): VNode {
  const { requests } = useLive();
  const [search, setSearch] = useState("");
  const [outcome, setOutcome] = useState("");
  const [paused, setPaused] = useState<readonly NumberedRequest[]>();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const listed = paused ?? requests;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = listed
    .filter((request) => matchesOutcome(request, outcome) && words.every((word) => textOf(request).includes(word)))
    .reverse();
  return (
    <>
      <Heading
        aside={
          <button
            type="button"
            aria-pressed={paused !== undefined}
            onClick={() => {
              setPaused(paused === undefined ? requests : undefined);
            }}
          >
            {paused === undefined
              ? "Pause"
              : `Resume (${String((requests.at(-1)?.number ?? 0) - (paused.at(-1)?.number ?? 0))} new)`}
          </button>
        }
      >
        Requests
      </Heading>
      <div class="filters" role="search">
        <SearchField label="Search method, path, operation or body" value={search} onInput={setSearch} />
        <Select
          label="Result"
          value={outcome}
          options={[
            ["", "All"],
            ["ok", "Succeeded"],
            ["failed", "Failed"],
            ["fault", "Hit by a fault"],
            ["issues", "With issues"],
          ]}
          onChange={setOutcome}
        />
      </div>
      {listed.length === 0 ? (
        <Empty>No requests yet. They appear here as soon as a client sends them.</Empty>
      ) : (
        <>
          <p class="result-count">
            {matches.length.toLocaleString("en")} {matches.length === 1 ? "request" : "requests"}, newest first
          </p>
          <RequestTable requests={matches.slice(0, shown)} />
          {matches.length > shown && (
            <div class="actions">
              <button
                type="button"
                onClick={() => {
                  setShown(shown + SHOWN_AT_FIRST);
                }}
              >
                Show more
              </button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function textOf({ method, path, operationId, query, body, status, code, correlationId }: NumberedRequest): string {
  return [method, path, operationId, JSON.stringify(query), JSON.stringify(body), status, code, correlationId]
    .join(" ")
    .toLowerCase();
}

function matchesOutcome({ status, fault, issues }: NumberedRequest, outcome: string): boolean {
  const failed = status === null || status >= 400;
  switch (outcome) {
    case "ok":
      return !failed;
    case "failed":
      return failed;
    case "fault":
      return fault;
    case "issues":
      return issues.length > 0;
    default:
      return true;
  }
}

function RequestTable({ requests }: { requests: readonly NumberedRequest[] }): VNode {
  const [open, setOpen] = useState<number>();
  return (
    <div class="table-frame">
      <table class="rows requests">
        <caption class="visually-hidden">Requests, newest first. The buttons show the details.</caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Status</th>
            <th scope="col">Operation</th>
            <th scope="col">Time (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => {
            const { number, method, path, operationId, time } = request;
            const expanded = number === open;
            return (
              <Fragment key={number}>
                <tr class={expanded ? "expanded" : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      class="row-button"
                      aria-expanded={expanded}
                      aria-controls={expanded ? `request-${String(number)}` : undefined}
                      onClick={() => {
                        setOpen(expanded ? undefined : number);
                      }}
                    >
                      <span class="method">{method}</span>{" "}
                      <span>
                        {path}
                        <span class="query">{queryOf(request)}</span>
                      </span>
                    </button>
                  </th>
                  <td data-label="Status">
                    <Outcome request={request} />
                  </td>
                  <td data-label="Operation">{operationId ?? <span class="muted">{describeRoute(request)}</span>}</td>
                  <td data-label="Time">
                    <time dateTime={time}>{formatTime(time)}</time>
                  </td>
                </tr>
                {expanded && (
                  <tr class="detail" id={`request-${String(number)}`}>
                    <td colSpan={4}>
                      <RequestDetail request={request} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function queryOf({ query }: NumberedRequest): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${[value].flat().join(",")}`);
  return parameters.length === 0 ? "" : `?${parameters.join("&")}`;
}

/** Says why a request has no operation. */
function describeRoute({ issues }: NumberedRequest): string {
  if (issues.some(({ rule }) => rule === "not-modelled")) return "not modelled";
  return issues.some(({ rule }) => rule === "route") ? "no such endpoint" : "undocumented";
}

function Outcome({ request: { status, code, fault } }: { request: NumberedRequest }): VNode {
  return (
    <span class="badges">
      <Badge tone={toneOf(status)}>{status ?? "cut"}</Badge>
      {code !== null && <span class="muted">code {code}</span>}
      {fault && <Badge tone="warn">fault</Badge>}
    </span>
  );
}

function toneOf(status: number | null): Tone {
  if (status === null || status >= 500) return "bad";
  return status >= 400 ? "warn" : "good";
}

function RequestDetail({ request }: { request: NumberedRequest }): VNode {
  const { control, overview } = useLive();
  const announce = useAnnounce();
  const [test, setTest] = useState<string>();
  const { number, method, path, operationId, userGuid, correlationId, body, issues } = request;
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      announce(messageOf(error));
    }
  };
  const copy = () =>
    attempt(async () => {
      setTest(requestAsTest(request, await contextOf(control, request, overview)));
    });
  const fail = () =>
    attempt(async () => {
      const which = operationId === null ? { method, path } : { operationId };
      await control("POST /faults", { body: { ...which, status: 503, times: 1 } });
      announce(`The next ${operationId ?? `${method} ${path}`} fails with 503.`);
    });
  return (
    <div class="request-detail">
      <dl class="facts wide">
        <div>
          <dt>Number</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>User</dt>
          <dd>{userGuid === null ? "none" : <Caller guid={userGuid} />}</dd>
        </div>
        <div>
          <dt>Correlation id</dt>
          <dd class="mono">{correlationId}</dd>
        </div>
      </dl>
      {issues.length > 0 && (
        <>
          <h2 class="small">Issues</h2>
          <Code label="Issues">{JSON.stringify(issues, undefined, 2)}</Code>
        </>
      )}
      {body !== undefined && (
        <>
          <h2 class="small">Body</h2>
          <Code label="Body">{JSON.stringify(body, undefined, 2)}</Code>
        </>
      )}
      <div class="actions">
        <button type="button" class="primary" onClick={() => void copy()}>
          Copy as test
        </button>
        <button type="button" onClick={() => void fail()}>
          Fail the next one
        </button>
      </div>
      {test !== undefined && (
        <CodeDialog
          title="Request as test"
          code={test}
          onClose={() => {
            setTest(undefined);
          }}
        />
      )}
    </div>
  );
}

function Caller({ guid }: { guid: string }): VNode {
  const { value } = useLoaded(guid, (control, signal) => control("GET /users/{}", { id: guid, signal }));
  return <Link to={`users/${guid}`}>{value?.user.username ?? guid}</Link>;
}
