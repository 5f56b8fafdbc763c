import type { FakeConnect } from "@connect-sdk/testing";

/** Returns the current record of this exact username. */
export function userNamed(fake: FakeConnect, name: string) {
  return fake.users.find(({ username }) => username === name);
}
