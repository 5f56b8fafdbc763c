import * as api from "@connect-sdk/api";
import { PEOPLE } from "@connect-sdk/checks/people";
import * as lifecycle from "@connect-sdk/lifecycle";
import * as testing from "@connect-sdk/testing";
import * as users from "@connect-sdk/users";
import { transform } from "sucrase";

/** A line that the program printed, or the error that ended it. */
export interface Line {
  readonly kind: "output" | "error";
  readonly text: string;
}

/** A request that the program sent to the fake. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** `null` if the connection was cut. */
  readonly status: number | null;
}

/** What a program did. */
export interface Run {
  readonly lines: readonly Line[];
  readonly requests: readonly SentRequest[];
}

/**
 * Runs a program in TypeScript in this page, on a fake server of its own with some users. Nothing leaves the page: requests to the
 * server's address reach the fake, and all others are refused.
 */
export async function runProgram(source: string): Promise<Run> {
  const fake = createServer();
  const fakes = [fake];
  const lines: Line[] = [];
  const print = (...values: readonly unknown[]): void => {
    lines.push({ kind: "output", text: values.map(format).join(" ") });
  };
  const createFakeConnect = (options?: testing.FakeConnectOptions): testing.FakeConnect => {
    const another = testing.createFakeConnect(options);
    fakes.push(another);
    return another;
  };
  const modules = new Map<string, unknown>([
    ["@connect-sdk/api", api],
    ["@connect-sdk/lifecycle", lifecycle],
    ["@connect-sdk/testing", { ...testing, createFakeConnect }],
    ["@connect-sdk/users", users],
  ]);
  const load = (name: string): unknown => {
    if (modules.has(name)) return modules.get(name);
    throw new Error(`The playground has no "${name}". It has ${[...modules.keys()].join(", ")}.`);
  };
  const leave = enter(fake);
  try {
    const { code } = transform(source, { transforms: ["typescript", "imports"], disableESTransforms: true });
    const program = new Function("require", "exports", "console", `return (async () => {${code}\n})()`);
    const result: unknown = Reflect.apply(program, undefined, [load, {}, { log: print, warn: print, error: print }]);
    await result;
  } catch (error) {
    lines.push({ kind: "error", text: describe(error) });
  } finally {
    leave();
  }
  return { lines, requests: fakes.flatMap(({ requests }) => requests.map(toSentRequest)) };
}

function createServer(): testing.FakeConnect {
  const fake = testing.createFakeConnect({ url: "https://connect.example.com", users: 40, seed: 7 });
  const people = PEOPLE.map((person) => fake.addUser(person));
  fake.addGroup({ name: "analysts", members: people.slice(0, 2) });
  for (const { guid } of people) fake.addContent({ owner_guid: guid });
  return fake;
}

/** Sets what a program reads of its surroundings: the environment variables and `fetch`. Returns a function that resets them. */
function enter(fake: testing.FakeConnect): () => void {
  const { fetch } = globalThis;
  const before = Object.getOwnPropertyDescriptor(globalThis, "process");
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.startsWith(`${fake.url}/`)) return await fake.fetch(request);
    throw new TypeError(`The playground sends nothing to ${new URL(request.url).origin}.`);
  };
  const env = { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey };
  Object.defineProperty(globalThis, "process", { configurable: true, writable: true, value: { env } });
  return () => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, "process");
    if (before !== undefined) Object.defineProperty(globalThis, "process", before);
  };
}

function toSentRequest({ method, path, query, status }: testing.FakeConnect["requests"][number]): SentRequest {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${String(value)}`);
  return { method, path, query: parameters.length === 0 ? "" : `?${parameters.join("&")}`, status };
}

function format(value: unknown): string {
  if (typeof value === "string") return value;
  return value instanceof Error ? describe(value) : JSON.stringify(value, null, 1);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
