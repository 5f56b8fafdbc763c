import { createFakeConnect, type Fault } from "@connect-sdk/testing";
import type { UserRecord } from "@connect-sdk/api";

// The server of the soak test, in a process of its own: it keeps sign-ins, which must not count as growth of the SDK.
// Usage: `server.ts SEED`, with messages from and to its parent.

/** What the parent asks for. The server reports with each answer. */
export interface ServerOrder {
  readonly id: number;
  /** The code of the sign-in to allow. */
  readonly userCode?: string;
  /** Whether requests fail from now on. */
  readonly fails?: boolean;
}

/** What the server answers. The first answer, 0, is sent unasked. */
export interface ServerReply {
  readonly id: number;
  readonly url: string;
  readonly apiKey: string;
  readonly faults: number;
  readonly users: readonly UserRecord[];
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

const fake = createFakeConnect({ users: 200, seed: Number(process.argv[2]), oauth: { tokenLifetime: 2 } });
const server = await fake.listen();
const faults: { readonly hits: number }[] = [];

process.on("message", ({ id, userCode, fails = false }: ServerOrder) => {
  if (userCode !== undefined) {
    const pending = fake.oauth.pending.find(({ user_code }) => user_code === userCode);
    fake.oauth.approve(pending?.id ?? "", fake.users[0]?.guid ?? "");
  }
  if (fails) faults.push(...FAULTS.map((fault) => fake.fault({ ...fault, probability: PROBABILITY })));
  reply(id, userCode === undefined);
});
process.on("disconnect", () => process.exit());
reply(0);

function reply(id: number, withUsers = false): void {
  const hits = faults.reduce((sum, fault) => sum + fault.hits, 0);
  process.send?.({
    id,
    url: server.url,
    apiKey: fake.apiKey,
    faults: hits,
    users: withUsers ? fake.users : [],
  } satisfies ServerReply);
}
