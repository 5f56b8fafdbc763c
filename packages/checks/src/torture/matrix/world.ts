import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type LogEntry, logger } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";

/** Sends a request, as `fetch` does. */
export type Send = (request: Request) => Promise<Response>;

/** How requests get from the client to the fake. */
export interface Transport extends AsyncDisposable {
  readonly url: string;
  readonly send: Send;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Behaves as if nobody listened. */
  refuse(): Promise<Response>;
}

/** What was sent: only what is needed to find out where a key went. */
export interface Sent {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly hasKey: boolean;
}

/** A server, a client of it, and everything that goes between them. */
export interface World extends AsyncDisposable {
  readonly fake: FakeConnect;
  readonly url: string;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  readonly connection: Connection;
  /** What the connection sends with, for a client that is not an object of the SDK. */
  readonly fetch: Send;
  /** Every request that left the client, faults included. */
  readonly sent: readonly Sent[];
  readonly log: readonly LogEntry[];
  /** Behaves as if nobody listened. */
  refuse(): Promise<Response>;
  /** Puts something between the client and the server; what comes later is nearer to the client. */
  intercept(layer: (send: Send) => Send): void;
}

/** Makes a world of so many users, the administrator whose key is used among them. */
export async function createWorld(users: number, open: (fake: FakeConnect) => Promise<Transport>): Promise<World> {
  const fake = createFakeConnect({ users, seed: 11 });
  const transport = await open(fake);
  const sent: Sent[] = [];
  const log: LogEntry[] = [];
  let { send } = transport;
  const fetch: Send = (request) => {
    const { origin, pathname } = new URL(request.url);
    sent.push({ method: request.method, origin, path: pathname, hasKey: carriesKey(request, fake.apiKey) });
    return send(request);
  };
  const connection = connect({
    url: transport.url,
    apiKey: fake.apiKey,
    fetch,
    timeout: transport.timeout,
    // Waiting is not what is tested.
    retry: { clock: { sleep: () => Promise.resolve() } },
    plugins: [logger((entry) => log.push(entry))],
  });
  return {
    fake,
    url: transport.url,
    timeout: transport.timeout,
    connection,
    fetch,
    sent,
    log,
    refuse: () => transport.refuse(),
    intercept(layer) {
      send = layer(send);
    },
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

function carriesKey({ headers, url }: Request, key: string): boolean {
  return url.includes(key) || [...headers.values()].some((value) => value.includes(key));
}

/** No socket: requests are handed to the fake. Time is expected to be faked. */
export function inProcess(fake: FakeConnect): Promise<Transport> {
  return Promise.resolve({
    url: fake.url,
    send: (request) => fake.fetch(request),
    timeout: 30_000,
    refuse: () => Promise.reject(new TypeError("fetch failed", { cause: refusal() })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

/** Real sockets of this machine, real time. */
export async function overPort(fake: FakeConnect): Promise<Transport> {
  const server = await fake.listen();
  const nobody = await unusedAddress();
  return {
    url: server.url,
    send: (request) => fetch(request),
    timeout: 1_500,
    refuse: () => fetch(nobody),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function refusal(): Error {
  return Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:3939"), { code: "ECONNREFUSED", syscall: "connect" });
}

/** An address on which nobody listens: somebody just stopped doing so. */
async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}/`;
}
