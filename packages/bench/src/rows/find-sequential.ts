import { connect } from "@connect-sdk/users";
import { readSequentially } from "../measure/reading-loops.ts";
import { ratios } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";
import { startPageServer } from "../servers/start-page-server.ts";

export const findSequential: Row = {
  name: "find-sequential",
  what: "page after page, 20,000 users, 50 ms latency",
  floor: "`find()`",
  budget: { at: "least", value: 3.5, unit: "×" },
  async measure() {
    await using server = await startPageServer({ users: 20_000, latency: 50 });
    const { users } = connect({ url: server.url, apiKey: "0123456789abcdef" });
    return await ratios(
      () => readSequentially(server.url),
      () => users.find(),
      { rounds: 5, warmUps: 1 },
    );
  },
};
