import { afterEach, expect, test, vi } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("the clock stands still until it is advanced", () => {
  const fake = testFake({ now: "2026-05-01T12:00:00+02:00" });
  expect(fake.clock.now()).toEqual(new Date("2026-05-01T10:00:00Z"));
  fake.clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, ms: 5 });
  expect(fake.clock.now()).toEqual(new Date("2026-05-02T12:03:04.005Z"));
  fake.clock.advance({ days: -1 });
  expect(fake.clock.now()).toEqual(new Date("2026-05-01T12:03:04.005Z"));
});

test("a running clock follows the system clock", () => {
  vi.useFakeTimers({ now: new Date("2026-07-01T00:00:00Z") });
  const fake = testFake({ now: "system" });
  expect(fake.users[0]?.created_time).toBe("2026-07-01T00:00:00Z");
  vi.advanceTimersByTime(60_000);
  fake.clock.advance({ days: 1 });
  expect(fake.clock.now()).toEqual(new Date("2026-07-02T00:01:00Z"));
  fake.reset();
  expect(fake.clock.now()).toEqual(new Date("2026-07-01T00:01:00Z"));
});

test("timestamps are whole seconds in UTC", async () => {
  const fake = testFake({ now: new Date("2026-12-31T23:59:59.999Z") });
  const { body } = await clientOf(fake).post("/v1/users", { username: "mira", password: "correct horse" });
  expect(body).toMatchObject({ created_time: "2026-12-31T23:59:59Z" });
});

test.each([{ days: Number.NaN }, { days: 1e9 }, { days: -1e6 }])("the clock refuses to advance by %j", (duration) => {
  expect(() => testFake().clock.advance(duration)).toThrow(RangeError);
});
