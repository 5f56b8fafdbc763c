import { connect } from "@connect-sdk/users";
import { readConcurrently } from "../measure/reading-loops.ts";
import { ratios } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";
import { startPageServer } from "../servers/start-page-server.ts";

const USERS = 20_000;

export const findLatency: Row = {
  name: "find-latency",
  what: "`find()`, 20,000 users, 50 ms latency",
  floor: "a hand-written `fetch` loop, 6 requests at a time",
  budget: { at: "most", value: 1.15, unit: "×" },
  async measure() {
    await using server = await startPageServer({ users: USERS, latency: 50 });
    const { users } = connect({ url: server.url, apiKey: "0123456789abcdef" });
    return await ratios(
      async () => {
        expectAll(await users.find());
      },
      async () => {
        expectAll(await readConcurrently(server.url, 6));
      },
      { rounds: 11 },
    );
  },
};

function expectAll(rows: readonly unknown[]): void {
  if (rows.length !== USERS) throw new Error(`${rows.length} users were read instead of ${USERS}.`);
}
