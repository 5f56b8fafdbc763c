import { connect } from "@connect-sdk/users";
import { readConcurrently } from "../measure/reading-loops.ts";
import { ratios } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";
import { startPageServer } from "../servers/start-page-server.ts";

export const findThroughput: Row = {
  name: "find-throughput",
  what: "`find()`, 100,000 users, no latency",
  floor: "`fetch` and `JSON.parse` alone, 6 requests at a time",
  budget: { at: "most", value: 1.25, unit: "×" },
  async measure() {
    await using server = await startPageServer({ users: 100_000 });
    const { users } = connect({ url: server.url, apiKey: "0123456789abcdef" });
    return await ratios(
      () => users.find(),
      () => readConcurrently(server.url, 6),
      { rounds: 15 },
    );
  },
};
