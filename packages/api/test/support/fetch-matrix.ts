import { gzipSync } from "node:zlib";
import crossFetch from "cross-fetch";
import nodeFetch from "node-fetch";
import { fetch as undiciFetch } from "undici";
import { type ConnectClient, createConnectClient, type FetchFunction } from "@connect-sdk/api";
import { pad } from "./hostile-table.ts";
import { GUID, KEY, NOT_FOUND, USER } from "./records.ts";
import { type Arrival, type Listener, serve, type Served } from "./serve.ts";

const BEGIN = "<!-- fetch implementations: written by `pnpm --filter @connect-sdk/api docs:fetches` -->";
const END = "<!-- end of fetch implementations -->";

/** Every implementation of `fetch` that is promised to work. */
export const implementations: Readonly<Record<string, FetchFunction | undefined>> = {
  "global `fetch`": undefined,
  "a function of your own": (request) => globalThis.fetch(request),
  "undici 7": undiciFetch,
  "node-fetch 3": (request, init) =>
    nodeFetch(request, { ...init, body: init.body instanceof ArrayBuffer ? Buffer.from(init.body) : init.body }),
  "cross-fetch 4": crossFetch,
};

/** Returns whether a call did everything that it must, or throws. */
type Check = (api: ConnectClient, server: Served) => Promise<readonly boolean[]>;

/** What an implementation cannot do: node-fetch 2, inside cross-fetch, does not notice that a connection was closed. */
export const deviations: Readonly<Record<string, string>> = {
  "cross-fetch 4: a body that breaks off": "`TimeoutError`",
};

const path = { guid: GUID };

/** Every method of the client, and what can happen to a request. */
export const checks: Readonly<Record<string, Check>> = {
  GET: async (api, { arrivals }) => {
    const { data } = await api.GET("/v1/users/{guid}", { params: { path } });
    return [data.guid === GUID, arrivedAs(arrivals, "GET", "")];
  },
  POST: async (api, { arrivals }) => {
    await api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked: true } });
    return [arrivedAs(arrivals, "POST", '{"locked":true}')];
  },
  PUT: async (api, { arrivals }) => {
    const { data } = await api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jö" } });
    return [data.username === USER.username, arrivedAs(arrivals, "PUT", '{"first_name":"Jö"}')];
  },
  PATCH: async (api, { arrivals }) => {
    await api.PATCH("/v1/groups/{guid}", { params: { path }, body: { name: "n" } });
    return [arrivedAs(arrivals, "PATCH", '{"name":"n"}')];
  },
  DELETE: async (api, { arrivals }) => {
    await api.DELETE("/v1/groups/{guid}", { params: { path } });
    return [arrivedAs(arrivals, "DELETE", "")];
  },
  "`request()`": async (api, { arrivals }) => {
    const { data } = await api.request("GET", "v1/user", { query: { a: ["b", "c"] } });
    return [data !== undefined, arrivals[0]?.url === "/__api__/v1/user?a=b&a=c"];
  },
  "`fetch()`": async (api, { arrivals }) => {
    const body = Uint8Array.of(0, 1, 2, 3);
    const response = await api.fetch("/v1/user", { method: "POST", body });
    return [
      response.status === 200,
      (await response.text()) !== "",
      arrivedAs(arrivals, "POST", "\0\u0001\u0002\u0003"),
    ];
  },
  "with a plugin": async (api, { arrivals }) => {
    api.use({ name: "again", fetch: (request, next) => next(request) });
    await api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jo" } });
    return [arrivedAs(arrivals, "PUT", '{"first_name":"Jo"}')];
  },
  "a retry": async (api, { arrivals }) => {
    await api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jo" }, headers: { "x-do": "retry" } });
    return [arrivals.length === 2, arrivedAs(arrivals, "PUT", '{"first_name":"Jo"}')];
  },
  "a redirect": async (api, { arrivals }) => {
    const init = { params: { path }, body: { locked: true as const }, headers: { "x-do": "redirect" } };
    await api.POST("/v1/users/{guid}/lock", init);
    return [arrivals.length === 2, arrivedAs(arrivals, "POST", '{"locked":true}')];
  },
  "an error response": (api) => fails(api, "NotFoundError", "error"),
  "a body that breaks off": (api) => fails(api, "NetworkError", "break"),
  "a response that is too large": (api) => fails(api, "UnexpectedResponseError", "bomb"),
  "a time limit": (api) => fails(api, "TimeoutError", "hang", { timeout: 30 }),
  "a canceled call closes its connection": async (api, server) => {
    const controller = new AbortController();
    closed = undefined;
    const call = api.GET("/v1/user", { signal: controller.signal, headers: { "x-do": "hang" } });
    await until(() => isClosed() !== undefined);
    controller.abort(new Error("enough"));
    const reason: unknown = await call.catch((error: unknown) => error);
    await isClosed();
    return [reason instanceof Error && reason.message === "enough", server.arrivals.length === 1];
  },
  "a refused connection": async (api, server) => {
    await server.close();
    return fails(api, "NetworkError", "", {}, "ECONNREFUSED");
  },
};

/** Runs one check with one implementation. Returns a tick, or what is wrong. */
export async function tryFetch(implementation: string, check: string): Promise<string> {
  const server = await serve(listener);
  const fetch = implementations[implementation];
  const sleep = () => Promise.resolve();
  const api = createConnectClient({
    url: server.url,
    apiKey: KEY,
    fetch,
    maxResponseBytes: 1e5,
    retry: { clock: { sleep } },
  });
  try {
    const results = await checks[check]?.(api, server);
    return results?.every((each) => each) === true ? "✓" : "✗";
  } catch (error) {
    return error instanceof Error ? `\`${error.name}\`` : "✗";
  } finally {
    await server.close().catch(() => undefined);
  }
}

/** Returns a page with an updated table of implementations and methods, by trying each. */
export async function withFetchTable(page: string): Promise<string> {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} or ${END}.`);
  const names = Object.keys(implementations);
  const rows: string[][] = [["", ...names], []];
  for (const check of Object.keys(checks)) {
    const row = [check];
    for (const name of names) row.push(await tryFetch(name, check));
    rows.push(row);
  }
  return `${page.slice(0, begin) + BEGIN}\n\n${pad(rows)}\n\n${page.slice(end)}`;
}

let closed: Promise<unknown> | undefined;

/** Resolves when the connection of the last request has closed. */
const isClosed = (): Promise<unknown> | undefined => closed;

/** Does what the header `X-Do` says. */
const listener: Listener = ({ method, url, headers }, response, count) => {
  const json = { "content-type": "application/json" };
  const isEmpty = method === "DELETE" || url.endsWith("/lock");
  const respond = () => response.writeHead(200, json).end(isEmpty ? "" : JSON.stringify(USER));
  switch (count === 1 ? headers["x-do"] : undefined) {
    case "retry":
      response.writeHead(503, { "retry-after": "0" }).end();
      break;
    case "redirect":
      response.writeHead(307, { location: url }).end();
      break;
    case "error":
      response.writeHead(404, json).end(JSON.stringify(NOT_FOUND));
      break;
    case "break":
      response.writeHead(200, { ...json, "content-length": 99 }).write("{", () => response.destroy());
      break;
    case "bomb":
      response.writeHead(200, { ...json, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1e7, " ")));
      break;
    case "hang":
      closed = new Promise((resolve) => response.on("close", () => resolve(true)));
      break;
    default:
      respond();
  }
};

/** Whether the last request arrived complete, with its credential. */
function arrivedAs(arrivals: readonly Arrival[], method: string, body: string): boolean {
  const last = arrivals.at(-1);
  return last?.method === method && last.body === body && last.headers.authorization === `Key ${KEY}`;
}

/** Checks that a call fails with this kind of error. */
async function fails(api: ConnectClient, name: string, what: string, options: object = {}, code?: string) {
  const headers: Record<string, string> = what === "" ? {} : { "x-do": what };
  const error: unknown = await api.GET("/v1/user", { retry: false, timeout: 1_000, ...options, headers }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || error.name !== name) throw error;
  return [code === undefined || ("code" in error && error.code === code)];
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
