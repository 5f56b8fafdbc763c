import { createConnectClient } from "@connect-sdk/api";
import { startServer } from "../measure/child-process.ts";
import { ratios } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";
import { userRecord } from "../servers/user-pages.ts";

const CALLS = 2_000;

export const callOverhead: Row = {
  name: "call-overhead",
  what: "a call of the client, over a port",
  floor: "bare `fetch` and `json()`, one after the other",
  budget: { at: "most", value: 1.5, unit: "×" },
  async measure() {
    const user = userRecord(1);
    await using server = await startServer(new URL("../servers/bare-server.ts", import.meta.url), [
      JSON.stringify(user),
    ]);
    const url = server.line;
    const apiKey = "0123456789abcdef";
    const client = createConnectClient({ url, apiKey });
    const headers = { authorization: `Key ${apiKey}` };
    return await ratios(
      async () => {
        for (let call = 0; call < CALLS; call++) {
          const { data } = await client.GET("/v1/users/{guid}", { params: { path: { guid: user.guid } } });
          check(data);
        }
      },
      async () => {
        for (let call = 0; call < CALLS; call++) {
          const response = await fetch(`${url}/__api__/v1/users/${user.guid}`, { headers });
          check(await response.json());
        }
      },
      { rounds: 9 },
    );
  },
};

function check(body: unknown): void {
  if (typeof body !== "object" || body === null || !("guid" in body)) throw new Error("The answer is no user.");
}
