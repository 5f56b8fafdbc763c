import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import type { Subject } from "./curve.ts";

/** Everybody is in one group, and a group has 100 members. */
const MEMBERS = 100;

export const groupsGrowth: Subject = {
  name: "groups-growth",
  what: "`user.groups.find()`, groups of 100",
  async prepare(size) {
    const fake = createFakeConnect({ users: size, journalLimit: 0 });
    const all = fake.users;
    for (let start = 0; start < size; start += MEMBERS) fake.addGroup({ members: all.slice(start, start + MEMBERS) });
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    const user = await users.get(all[size - 1]?.guid ?? "");
    return { run: () => user.groups.find(), [Symbol.asyncDispose]: () => Promise.resolve() };
  },
};
