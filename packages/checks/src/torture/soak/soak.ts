import { fork } from "node:child_process";
import { getEventListeners } from "node:events";
import { parseArgs } from "node:util";
import type { UserRecord } from "@connect-sdk/api";
import { type OAuthToken, oauthToken, type Session, SignInError, signInWithDevice } from "@connect-sdk/api/oauth";
import { connect } from "@connect-sdk/users";
import { type Sample, takeSample } from "./sample.ts";
import type { ServerOrder, ServerReply } from "./server.ts";
import { type Access, Workers } from "./workers.ts";

// Usage: `soak.ts [--calls N] [--seed N]`. Prints a report as JSON.

/** The result of a soak test. */
export interface SoakReport {
  readonly calls: number;
  /** The calls between the first sample and the last. */
  readonly sampledCalls: number;
  readonly failures: number;
  readonly faults: number;
  /** Writes that the SDK reported as successful. */
  readonly acknowledged: number;
  /** The acknowledged writes that are missing on the server. */
  readonly lost: readonly string[];
  /** Sessions that were begun and ended. */
  readonly signIns: number;
  /** Steps of plans. */
  readonly steps: number;
  /** Usernames that occur more than once. */
  readonly duplicates: readonly string[];
  /** Errors that are not a `ConnectError`. */
  readonly untyped: readonly string[];
  readonly samples: readonly Sample[];
}

interface SoakOptions {
  /** Calls of all workers. */
  readonly calls: number;
  readonly seed: number;
}

/** The number of samples. */
const SAMPLES = 8;

/** Runs several workers against a fake in another process, with all kinds of faults. */
async function soak({ calls, seed }: SoakOptions): Promise<SoakReport> {
  const server = await startServer(seed);
  const signal = new AbortController().signal;
  const workers = new Workers(await open(server), signal);
  await server.fail();
  const samples: Sample[] = [];
  const sample = async (): Promise<void> => {
    samples.push(
      await takeSample(() => ({ listeners: getEventListeners(signal, "abort").length, objects: workers.ledger.users })),
    );
  };
  try {
    // Connections and users exist before the first sample.
    await workers.run(calls / 4);
    const callsBefore = workers.calls;
    for (let turn = 0; turn < SAMPLES; turn++) {
      await sample();
      await workers.run((calls * 0.75) / SAMPLES);
    }
    await sample();
    const { faults, users } = await server.report();
    return {
      calls: workers.calls,
      sampledCalls: workers.calls - callsBefore,
      failures: workers.failures,
      faults,
      acknowledged: workers.ledger.size,
      lost: workers.ledger.missingFrom(users),
      signIns: workers.signIns,
      steps: workers.steps,
      duplicates: duplicatesOf(users),
      untyped: workers.untyped,
      samples,
    };
  } finally {
    server.stop();
  }
}

/** Connects with a key and with a session, whose access token is refreshed all the time. */
async function open({ url, apiKey, approve }: SoakServer): Promise<Access> {
  const settings = { url, timeout: 5_000, retry: { delay: 1, maxDelay: 5 } };
  const signIn = (): Promise<Session> =>
    signInWithDevice({
      url,
      insecure: true,
      clock: { sleep: () => Promise.resolve() },
      onCode: async ({ userCode }) => {
        await approve(userCode);
      },
    });
  const begin = async (): Promise<OAuthToken> => oauthToken(await signIn(), { insecure: true });
  let credential = await begin();
  // A fault can take the response with the next refresh token, which ends the session. Then somebody signs in again.
  const token = async (): Promise<string> => {
    try {
      return await credential();
    } catch (error) {
      if (!(error instanceof SignInError) || error.problem !== "ended") throw error;
      credential = await begin();
      return credential();
    }
  };
  return {
    connections: [connect({ ...settings, apiKey }), connect({ ...settings, token })],
    signIn,
  };
}

function duplicatesOf(users: readonly UserRecord[]): string[] {
  const names = users.map(({ username }) => username);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** The process of the server. */
interface SoakServer extends Pick<ServerReply, "url" | "apiKey"> {
  /** Allows the sign-in that shows a code. */
  readonly approve: (userCode: string) => Promise<unknown>;
  /** Makes requests fail from now on. */
  fail(): Promise<unknown>;
  report(): Promise<Pick<ServerReply, "faults" | "users">>;
  stop(): void;
}

async function startServer(seed: number): Promise<SoakServer> {
  const child = fork(new URL("server.ts", import.meta.url), [String(seed)]);
  const waiting = new Map<number, { resolve: (reply: ServerReply) => void; reject: (error: Error) => void }>();
  child.on("message", (reply: ServerReply) => {
    waiting.get(reply.id)?.resolve(reply);
    waiting.delete(reply.id);
  });
  child.once("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error("The server ended."));
  });
  const answerTo = (id: number): Promise<ServerReply> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  let orders = 0;
  const ask = (order: Omit<ServerOrder, "id">): Promise<ServerReply> => {
    const id = ++orders;
    child.send({ ...order, id } satisfies ServerOrder);
    return answerTo(id);
  };
  const { url, apiKey } = await answerTo(0);
  return {
    url,
    apiKey,
    approve: (userCode) => ask({ userCode }),
    fail: () => ask({ fails: true }),
    report: () => ask({}),
    stop: () => {
      child.disconnect();
    },
  };
}

const { values } = parseArgs({
  options: { calls: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
console.log(JSON.stringify(await soak({ calls: Number(values.calls), seed: Number(values.seed) })));
