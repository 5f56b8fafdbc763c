import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";

/** Asks a fake for users and drops the answer. */
export type Ask = (query: string) => Promise<void>;

/** Makes a query for a number that counts up. */
export type Query = (turn: number, fake: FakeConnect) => string;

/** A fake of so many users, and a way to ask it. */
export function openFake(users: number): { fake: FakeConnect; ask: Ask } {
  const fake = createFakeConnect({ users, journalLimit: 0 });
  const headers = { authorization: `Key ${fake.apiKey}` };
  const ask = async (query: string): Promise<void> => {
    const response = await fake.fetch(`${fake.url}/__api__/v1/users?page_size=500&${query}`, { headers });
    if (response.status !== 200) throw new Error(`${query} was answered with status ${response.status}.`);
    await response.text();
  };
  return { fake, ask };
}

/** Every kind of query. They jump about, so that no two in a row are for the same rows. */
export const queries: Readonly<Record<string, Query>> = {
  page: (turn, { users }) => `page_number=${1 + ((turn * 37) % Math.ceil(users.length / 500))}`,
  "short prefix": (turn) => `prefix=${"abcdefghijklmnopqrstuvwxyz".charAt(turn % 26)}`,
  "long prefix": (turn, { users }) => `prefix=${users[(turn * 7919) % users.length]?.username ?? ""}`,
  role: (turn) =>
    `user_role=${pick(["viewer", "publisher", "viewer%7Cpublisher"], turn)}&page_number=${1 + (turn % 40)}`,
  status: (turn) => `account_status=${pick(["licensed", "locked", "inactive"], turn)}&page_number=${1 + (turn % 5)}`,
};

function pick(values: readonly string[], turn: number): string {
  return values[turn % values.length] ?? "";
}
