import { SelfLockError } from "@connect-sdk/users";
import { expect, test } from "vitest";
import { open } from "./support/open.ts";

test(
  "locking 1,000 users, 8 at a time, sends 1,001 requests in addition to those of the list",
  { timeout: 30_000 },
  async () => {
    const { users, fake, sent } = open({ users: 1_001 });
    const queue = users.find()[Symbol.asyncIterator]();
    let refused = 0;
    const lockAll = async (): Promise<void> => {
      for await (const user of queue) {
        await user.lock().catch((error: unknown) => {
          if (!(error instanceof SelfLockError)) throw error;
          refused++;
        });
      }
    };

    await Promise.all(Array.from({ length: 8 }, lockAll));

    const requests = sent();
    const times = (operation: string): number => requests.filter((each) => each === operation).length;
    expect(times("getUsers")).toBe(3);
    expect(times("getCurrentUser")).toBe(1);
    expect(times("lockUser")).toBe(1_000);
    expect(requests).toHaveLength(3 + 1_001);
    expect(refused).toBe(1);
    expect(fake.users.filter(({ locked }) => !locked)).toEqual([fake.users[0]]);
  },
);

test("a loop that locks every licensed user reaches all of them", { timeout: 30_000 }, async () => {
  const { users, fake, connection } = open({ users: 1_500 });
  const me = await connection.me();
  const licensed = await users.count({ account_status: "licensed" });
  expect(licensed).toBeGreaterThan(500);
  let locked = 0;
  for await (const user of users.find({ account_status: "licensed" })) {
    if (user.guid === me.guid) continue;
    await user.lock();
    locked++;
  }
  expect(locked).toBe(licensed - 1);
  expect(await users.find({ account_status: "licensed" })).toMatchObject([fake.users[0]]);
});
