import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { root } from "../acceptance/workspace.ts";
import type { CallName, ExecutedFiles } from "./calls.ts";

/** Usage: `child.ts CALL PACKAGE…`. Repeats a call until it is warm and prints the executed source files as JSON. */
const [name, ...packages] = process.argv.slice(2);

/** A call against a fake. */
interface PreparedCall {
  /** Runs before each repetition, outside the measurement. */
  before?(): Promise<unknown>;
  run(): Promise<unknown>;
}

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

const prepared: Record<CallName, () => Promise<PreparedCall>> = {
  fake: fakeCall,
  get: () => clientCall(({ users, guid }) => ({ run: () => users.get(guid) })),
  find: () => clientCall(findCall),
  lock: () => clientCall(lockCall),
  "cli-list": () => commandCall(["list", "--prefix", "a"]),
  "cli-lock": () => commandCall(["lock", "a", "b", "c", "--yes"]),
};
if (name === undefined || !Object.hasOwn(prepared, name)) throw new TypeError(`Unknown call: ${name ?? "none"}.`);

// Loaded before the fake, so that files of both are counted for the program.
if (name.startsWith("cli")) await import("@connect-sdk/cli");
const loaded = new Set(await takeExecuted());
const { createFakeConnect } = await import("@connect-sdk/testing");
const { connect } = await import("@connect-sdk/users");
const { failures } = await import("@connect-sdk/api/internal");
const call = await prepared[name as CallName]();
let warm: string[] = [];
for (let turn = 0; turn < 5; turn++) {
  await call.before?.();
  await takeExecuted();
  await call.run();
  warm = await takeExecuted();
  for (const file of warm) loaded.add(file);
  // It is loaded beside the first request. On a busy machine that could otherwise end in the last turn, and count.
  await failures.load();
  for (const file of await takeExecuted()) loaded.add(file);
}
console.log(JSON.stringify({ warm, loaded: [...loaded].sort() } satisfies ExecutedFiles));

/** Returns the files of the packages that ran since the last call of this function. */
async function takeExecuted(): Promise<string[]> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .flatMap(({ url }) => (url.startsWith("file:") ? [relative(root, fileURLToPath(url.split("?")[0] ?? ""))] : []))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => packages.some((owner) => file.startsWith(`packages/${owner}/src/`)))
    .filter((file) => !file.includes("/generated/"))
    .sort();
}

function fakeCall(): Promise<PreparedCall> {
  const fake = createFakeConnect({ users: 200, seed: 7 });
  const headers = { authorization: `Key ${fake.apiKey}` };
  return Promise.resolve({
    async run() {
      const response = await fake.fetch(new Request(`${fake.url}/__api__/v1/users`, { headers }));
      if (response.status !== 200) throw new Error(`The fake returned ${response.status}.`);
      await response.text();
    },
  });
}

type Client = Awaited<ReturnType<typeof openClient>>;

async function openClient() {
  const fake = createFakeConnect({ users: 200, seed: 7 });
  const open = () => connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }).users;
  const users = open();
  const user = await users.findOne({ user_role: "viewer", account_status: "licensed" });
  if (user === undefined) throw new Error("The fake has no active viewer.");
  return { open, users, guid: user.guid };
}

async function clientCall(prepare: (client: Client) => PreparedCall): Promise<PreparedCall> {
  return prepare(await openClient());
}

function findCall({ users }: Client): PreparedCall {
  return {
    async run() {
      if ((await users.find({ prefix: "a" })).length === 0) throw new Error("No user matched.");
    },
  };
}

/** Uses a new connection each time, so that the lookup of the caller's own account is counted. */
function lockCall({ open, guid }: Client): PreparedCall {
  let user: Awaited<ReturnType<Client["users"]["get"]>> | undefined;
  return {
    async before() {
      user = await open().get(guid);
      await user.unlock();
    },
    run: async () => user?.lock(),
  };
}

async function commandCall(argv: readonly string[]): Promise<PreparedCall> {
  const { main } = await import("@connect-sdk/cli");
  const fake = createFakeConnect({ users: 200, seed: 7 });
  for (const username of ["a", "b", "c"]) fake.addUser({ username, user_role: "viewer" });
  const saved = fake.snapshot();
  return {
    before() {
      fake.restore(saved);
      return Promise.resolve();
    },
    async run() {
      let errors = "";
      const code = await main(argv, {
        stdin: Readable.from([]),
        stdout: { write: () => true },
        stderr: { write: (chunk) => (errors += chunk) },
        env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey, HOME: "/nonexistent" },
        fetch: fake.fetch,
      });
      if (code !== 0) throw new Error(`connect-users ${argv.join(" ")} exited with ${code}: ${errors}`);
    },
  };
}
