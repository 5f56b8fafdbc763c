import { checkInput } from "@connect-sdk/api/internal";
import type { paths } from "@connect-sdk/api/schema";
import createOpenapiFetch from "openapi-fetch";
import { current, type Checkout } from "../measure/checkout.ts";
import { childArguments, runNode } from "../measure/processes.ts";
import { processorRatios, processorTime } from "../measure/timing.ts";
import { inProcess, type Row, roundsOf, type Size } from "../row.ts";

// Rows about the cost of a single call.

export const callOverhead: Row = {
  name: "call-overhead",
  what: "a call of the client, `api.GET`, on the in-process fake",
  floor: "openapi-fetch alone with the same `fetch` and headers, one call after the other, in processor time",
  budget: { at: "most", value: 1.25, unit: "×" },
  async work(checkout, size) {
    return inProcess((await callers(checkout, size)).client);
  },
  async measure(size) {
    const { client, openapiFetch } = await callers(current, size);
    return processorRatios(client, openapiFetch, { rounds: roundsOf(size, 31) });
  },
};

export const inputChecks: Row = {
  name: "call-overhead",
  what: "the checks of the input of that call: its options, parameters and path",
  floor: "part of the call above, in processor time",
  budget: { at: "most", value: 2, unit: "µs" },
  async measure(size) {
    const calls = callsOf(size, 50_000);
    const check = (): void => {
      for (let call = 0; call < calls; call++) {
        const given = { params: { path: { guid: GUID } } };
        const { params } = checkInput("options", given, CALL);
        const { path } = checkInput("params", params, "path:object query:object");
        checkInput("params.path", path, "guid:string|number");
      }
    };
    const found: number[] = [];
    for (let round = -2; round < roundsOf(size, 9); round++) {
      const time = (await processorTime(check)) / calls;
      if (round >= 0) found.push(time);
    }
    return found;
  },
};

const GUID = "5f0c2a9e-8d5b-4c1e-9f3a-2b7d6e1c4a80";

/** The options of a call, as the client checks them. */
const CALL = "params:object signal:signal headers:object timeout:number|false deadline:number|false retry:object|false";

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

/** Returns the same calls with the client of a checkout, and with nothing but openapi-fetch. */
async function callers(
  checkout: Checkout,
  size: Size,
): Promise<{ readonly client: () => Promise<void>; readonly openapiFetch: () => Promise<void> }> {
  const { createFakeConnect } = await checkout.load("testing");
  const { createConnectClient } = await checkout.load("api");
  const fake = createFakeConnect({ users: 1_000, journalLimit: 0 });
  const api = createConnectClient({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const bare = createOpenapiFetch<paths>({
    baseUrl: `${fake.url}/__api__`,
    fetch: (request) => fake.fetch(request),
    headers: { authorization: `Key ${fake.apiKey}`, "user-agent": "connect-sdk" },
  });
  const guids = fake.users.map(({ guid }) => guid);
  const repeat = (call: (guid: string) => Promise<{ readonly data?: unknown }>) => async (): Promise<void> => {
    for (let index = 0; index < callsOf(size, 250); index++) {
      const { data } = await call(guids[index % guids.length] ?? "");
      if (typeof data !== "object" || data === null || !("guid" in data)) {
        throw new Error("The response is not a user.");
      }
    }
  };
  return {
    client: repeat((guid) => api.GET("/v1/users/{guid}", { params: { path: { guid } } })),
    openapiFetch: repeat((guid) => {
      const headers = { "x-correlation-id": crypto.randomUUID() };
      return bare.GET("/v1/users/{guid}", { params: { path: { guid } }, headers });
    }),
  };
}

function callsOf(size: Size, full: number): number {
  return size === "small" ? 20 : full;
}
