import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type LogEntry, logger } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect, type Fault } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { matchTarget, type Target } from "./target.ts";

/** Sends a request, as `fetch` does. */
export type Send = (request: Request) => Promise<Response>;

/** The way of requests from the client to the fake. */
export interface Transport extends AsyncDisposable {
  readonly url: string;
  readonly send: Send;
  /** The time limit of one attempt, in milliseconds. */
  readonly timeout: number;
  /** Behaves as if no server listened. */
  refuse(): Promise<Response>;
}

/** A sent request, reduced to where a key went. */
export interface Sent {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly hasKey: boolean;
}

/** A server, its client, and the requests between them. */
export interface World extends AsyncDisposable {
  readonly fake: FakeConnect;
  readonly url: string;
  /** The time limit of one attempt, in milliseconds. */
  readonly timeout: number;
  readonly connection: Connection;
  /** The `fetch` of the connection, for other clients. */
  readonly fetch: Send;
  /** Every request that left the client, faults included. */
  readonly sent: readonly Sent[];
  readonly log: readonly LogEntry[];
  /** What faults quote: the key, unless the operation sends something else. */
  secret: string;
  /** Makes requests to a target fail. */
  readonly fault: (target: Target, fault: Fault) => unknown;
  /** Behaves as if no server listened. */
  refuse(): Promise<Response>;
  /** Adds a layer between the client and the server. Later layers are nearer to the client. */
  intercept(layer: (send: Send) => Send): void;
}

/** Creates a world with so many users, including the administrator whose key the client uses. */
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
    // Retries need not wait.
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
    secret: fake.apiKey,
    fault: (target, fault) => fake.fault({ ...matchTarget(target), ...fault }),
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

/** Passes requests to the fake without a socket. Expects faked timers. */
export function inProcess(fake: FakeConnect): Promise<Transport> {
  return Promise.resolve({
    url: fake.url,
    send: (request) => fake.fetch(request),
    timeout: 30_000,
    refuse: () => Promise.reject(new TypeError("fetch failed", { cause: refusal() })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

/** Uses real sockets and real time. */
export async function overPort(fake: FakeConnect): Promise<Transport> {
  const server = await fake.listen();
  const unused = await unusedUrl();
  return {
    url: server.url,
    send: (request) => fetch(request),
    timeout: 1_500,
    refuse: () => fetch(unused),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function refusal(): Error {
  return Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:3939"), { code: "ECONNREFUSED", syscall: "connect" });
}

/** Returns a URL at which a server has just stopped listening. */
async function unusedUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}/`;
}
