import { getEventListeners } from "node:events";
import { parseArgs } from "node:util";
import { createFakeConnect, type FakeConnect, type Fault } from "@connect-sdk/testing";
import { type OAuthToken, oauthToken, type Session, SignInError, signInWithDevice } from "@connect-sdk/api/oauth";
import { connect } from "@connect-sdk/users";
import { type Sample, takeSample } from "./sample.ts";
import { type Access, Workers } from "./workers.ts";

// Usage: `soak.ts [--seconds N] [--seed N]`. Prints a report as JSON.

/** The result of a soak test. */
export interface SoakReport {
  readonly seconds: number;
  readonly calls: number;
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
  readonly seconds: number;
  readonly seed: number;
}

/** The number of samples. */
const SAMPLES = 8;

/** Runs several workers against a fake on a port, with all kinds of faults. */
async function soak({ seconds, seed }: SoakOptions): Promise<SoakReport> {
  const fake = createFakeConnect({ users: 200, seed, journalLimit: 100, auditLimit: 100, oauth: { tokenLifetime: 2 } });
  const server = await fake.listen();
  const signal = new AbortController().signal;
  const workers = new Workers(await open(fake, server.url), signal);
  const faults = addFaults(fake);
  const samples: Sample[] = [];
  try {
    // Connections and compiled code exist before the first sample.
    await workers.run((seconds * 1000) / 4);
    for (let turn = 0; turn < SAMPLES; turn++) {
      samples.push(await takeSample(() => getEventListeners(signal, "abort").length));
      await workers.run((seconds * 1000) / SAMPLES);
    }
    samples.push(await takeSample(() => getEventListeners(signal, "abort").length));
  } finally {
    fake.clearFaults();
  }
  const report = {
    seconds,
    calls: workers.calls,
    failures: workers.failures,
    faults: faults.hits(),
    acknowledged: workers.ledger.size,
    lost: workers.ledger.missingFrom(fake.users),
    signIns: workers.signIns,
    steps: workers.steps,
    duplicates: duplicatesOf(fake),
    untyped: workers.untyped,
    samples,
  };
  await server.close();
  return report;
}

/** Connects with a key and with a session, whose access token is refreshed all the time. */
async function open(fake: FakeConnect, url: string): Promise<Access> {
  const settings = { url, timeout: 5_000, retry: { delay: 1, maxDelay: 5 } };
  const signIn = (): Promise<Session> =>
    signInWithDevice({
      url,
      insecure: true,
      clock: { sleep: () => Promise.resolve() },
      onCode({ userCode }) {
        const pending = fake.oauth.pending.find(({ user_code }) => user_code === userCode);
        fake.oauth.approve(pending?.id ?? "", fake.users[0]?.guid ?? "");
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
    connections: [connect({ ...settings, apiKey: fake.apiKey }), connect({ ...settings, token })],
    signIn,
  };
}

function duplicatesOf({ users }: FakeConnect): string[] {
  const names = users.map(({ username }) => username);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Failures of connections and responses. Each hits a small share of the requests. */
const FAULTS: readonly Fault[] = [
  { reset: true },
  { reset: "after" },
  { reset: "during" },
  { truncate: true },
  { status: 502, html: true },
  { status: 503 },
  { status: 503, headers: { "retry-after": "0" } },
  { status: 429, headers: { "retry-after": "0" } },
  { status: 500 },
  { html: true },
  { body: { status: "ok" } },
  { status: 302, body: null, headers: { location: "https://elsewhere.example/" } },
  { delay: 20 },
];

const PROBABILITY = 0.01;

function addFaults(fake: FakeConnect): { hits(): number } {
  const handles = FAULTS.map((fault) => fake.fault({ ...fault, probability: PROBABILITY }));
  return { hits: () => handles.reduce((sum, handle) => sum + handle.hits, 0) };
}

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "3" }, seed: { type: "string", default: "1" } },
});
console.log(JSON.stringify(await soak({ seconds: Number(values.seconds), seed: Number(values.seed) })));
