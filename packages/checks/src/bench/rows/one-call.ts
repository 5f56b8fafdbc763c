import { userRecord } from "../children/user-pages.ts";
import { current, type Checkout } from "../measure/checkout.ts";
import { childArguments, runNode, startBareServer } from "../measure/processes.ts";
import { ratios } from "../measure/timing.ts";
import { inProcess, type Row, roundsOf, type Size } from "../row.ts";

// Rows about the cost of a single call.

const API_KEY = "0123456789abcdef";
const USER = userRecord(1);

export const callOverhead: Row = {
  name: "call-overhead",
  what: "a call of the client, over a port",
  floor: "bare `fetch` and `json()`, one after the other",
  budget: { at: "most", value: 1.5, unit: "×" },
  async work(checkout, size) {
    const server = await startBareServer(USER);
    const run = await caller(checkout, server.url, size);
    return { run, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
  async measure(size) {
    await using server = await startBareServer(USER);
    const headers = { authorization: `Key ${API_KEY}` };
    return await ratios(
      await caller(current, server.url, size),
      async () => {
        for (let call = 0; call < callsOf(size, 2_000); call++) {
          const response = await fetch(`${server.url}/__api__/v1/users/${USER.guid}`, { headers });
          expectUser(await response.json());
        }
      },
      { rounds: roundsOf(size, 9) },
    );
  },
};

export const getInProcess: Row = {
  name: "get-in-process",
  what: "`users.get` through the whole stack on the in-process fake",
  floor: "one call after the other, on one core",
  budget: { at: "least", value: 8_000, unit: "/s" },
  async work(checkout, size) {
    const { createFakeConnect } = await checkout.load("testing");
    const { connect } = await checkout.load("users");
    const fake = createFakeConnect({ users: 1_000 });
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    const guids = fake.users.map(({ guid }) => guid);
    return inProcess(async () => {
      for (let call = 0; call < callsOf(size, 4_000); call++) await users.get(guids[call % guids.length] ?? "");
    });
  },
  // In its own process and without forced garbage collection between rounds: the round after a collection takes a third longer.
  measure(size) {
    const args = ["get", String(callsOf(size, 4_000)), String(roundsOf(size, 11))];
    // Printed by `children/users.ts`.
    return Promise.resolve(JSON.parse(runNode(childArguments("users", args))) as number[]);
  },
};

async function caller(checkout: Checkout, url: string, size: Size): Promise<() => Promise<void>> {
  const { createConnectClient } = await checkout.load("api");
  const client = createConnectClient({ url, apiKey: API_KEY });
  return async () => {
    for (let call = 0; call < callsOf(size, 2_000); call++) {
      const { data } = await client.GET("/v1/users/{guid}", { params: { path: { guid: USER.guid } } });
      expectUser(data);
    }
  };
}

function callsOf(size: Size, full: number): number {
  return size === "small" ? 20 : full;
}

function expectUser(body: unknown): void {
  if (typeof body !== "object" || body === null || !("guid" in body)) throw new Error("The response is not a user.");
}
