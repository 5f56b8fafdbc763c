import type * as Testing from "@connect-sdk/testing";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { UserPages } from "./user-pages.ts";

/**
 * The servers that the benchmark runs against, and the page of the inspector. Usage: `servers.ts fake|bare|pages|inspector [options]`.
 * Each line of standard input makes it print the microseconds of processor time it has taken. Ends with its standard input.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    testing: { type: "string", default: "" },
    url: { type: "string", default: "" },
    body: { type: "string", default: "{}" },
    ui: { type: "boolean", default: false },
    users: { type: "string", default: "1000" },
    latency: { type: "string", default: "0" },
    weight: { type: "string", default: "0" },
  },
});

const servers = { fake: serveFake, bare: serveBare, pages: servePages, inspector: openInspector };
const [name = "none"] = positionals;
if (name !== "fake" && name !== "bare" && name !== "pages" && name !== "inspector") {
  throw new TypeError(`Unknown server: ${name}.`);
}
await servers[name]();
process.stdin
  .on("end", () => process.exit())
  .on("data", () => {
    const { user, system } = process.cpuUsage();
    console.log(user + system);
  });

/** Serves a fake. Prints its URLs, key and one of its users. */
async function serveFake(): Promise<void> {
  // The built package of this checkout or of the baseline.
  const { createFakeConnect } = (await import(pathToFileURL(values.testing).href)) as typeof Testing;
  const fake = createFakeConnect({ users: Number(values.users) });
  const latency = Number(values.latency);
  const { url, inspectorUrl } = await fake.listen({ ui: values.ui, ...(latency > 0 && { latency }) });
  // A fake does not keep its process running, and a baseline does not know `server.ref()`.
  setInterval(() => undefined, 2 ** 30);
  console.log(JSON.stringify({ url, inspectorUrl, apiKey: fake.apiKey, user: fake.users.at(-1) }));
}

/** Sends one body for each request, with the headers that Connect sends. Prints its URL. */
function serveBare(): void {
  listen((_request, response) => {
    response
      .setHeader("content-type", "application/json; charset=utf-8")
      .setHeader("x-correlation-id", "00000000-0000-4000-8000-000000000000")
      .setHeader("content-length", Buffer.byteLength(values.body))
      .end(values.body);
  });
}

/** Serves prepared pages of `GET /v1/users`. Prints its URL. */
function servePages(): void {
  const latency = Number(values.latency);
  const pages = new UserPages(Number(values.users), Number(values.weight));
  const respond = async (path: string): Promise<Buffer> => {
    if (latency > 0) await sleep(latency);
    const query = new URL(path, "http://localhost").searchParams;
    return pages.page(Number(query.get("page_number") ?? 1), Number(query.get("page_size") ?? 20));
  };
  listen((request, response) => {
    void respond(request.url ?? "/").then((body) => {
      response.setHeader("content-type", "application/json; charset=utf-8").end(body);
    });
  });
}

function listen(listener: RequestListener): void {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1", () => {
    // A TCP server has an address with a port.
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}

/** Asks a fake for its changes, again and again, as the inspector's page does. Prints the origin when it has the first ones. */
async function openInspector(): Promise<void> {
  const page = new URL(values.url);
  const headers = { authorization: `Key ${page.hash.replace("#token=", "")}` };
  // What the page keeps, and so asks for at most.
  const limit = "2000";
  /** Returns the query for the next changes. */
  const read = async (query: string): Promise<string> => {
    const response = await fetch(new URL(`changes?${query}`, page), { headers });
    if (response.status !== 200) throw new Error(`The inspector returned status ${response.status}.`);
    // Described by `openapi/fake-control.yaml`.
    const { revision, newest } = (await response.json()) as { revision: string; newest: number };
    return new URLSearchParams({ revision, after: String(newest), limit }).toString();
  };
  const follow = async (first: string): Promise<never> => {
    for (let query = first; ;) query = await read(query);
  };
  const first = await read(`limit=${limit}`);
  console.log(page.origin);
  void follow(first);
}
