import { createFakeConnect, type FakeConnectOptions, type FakeServer } from "../../src/index.ts";

const fake = createFakeConnect({ apiKey: "a-key", maxRequestBytes: 1_000 });
const [user, group, item] = [fake.addUser(), fake.addGroup(), fake.addContent()];

// @ts-expect-error A record is read-only.
user.locked = true;
// @ts-expect-error A record is read-only.
group.name = "x";
// @ts-expect-error A record is read-only.
item.title = "x";
for (const one of fake.users) {
  // @ts-expect-error A record is read-only.
  one.locked = true;
}

export const keepsRunning: FakeServer["ref"] = () => undefined;
// @ts-expect-error A key is a string.
export const options: FakeConnectOptions = { apiKey: 7 };
