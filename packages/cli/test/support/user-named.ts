import type { FakeConnect } from "@connect-sdk/testing";

/** The record of exactly this username, as the server has it now. */
export function userNamed(fake: FakeConnect, name: string) {
  return fake.users.find(({ username }) => username === name);
}
