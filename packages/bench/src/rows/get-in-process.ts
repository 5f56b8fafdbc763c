import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { times } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";

const CALLS = 4_000;

export const getInProcess: Row = {
  name: "get-in-process",
  what: "`users.get` through the whole stack on the in-process fake",
  floor: "one call after the other, on one core",
  budget: { at: "least", value: 8_000, unit: "/s" },
  async measure() {
    const fake = createFakeConnect({ users: 1_000 });
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    const guids = fake.users.map(({ guid }) => guid);
    const milliseconds = await times(
      async () => {
        for (let call = 0; call < CALLS; call++) await users.get(guids[call % guids.length] ?? "");
      },
      { rounds: 11 },
    );
    return milliseconds.map((each) => (CALLS / each) * 1000);
  },
};
