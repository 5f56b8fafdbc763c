import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";

/** Gets users one after the other from a fake in this process, and prints how many a second, once for each round. */
const ROUNDS = 11;
const CALLS = 4_000;

const fake = createFakeConnect({ users: 1_000 });
const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
const guids = fake.users.map(({ guid }) => guid);
const found: number[] = [];
for (let round = -2; round < ROUNDS; round++) {
  const start = performance.now();
  for (let call = 0; call < CALLS; call++) await users.get(guids[call % guids.length] ?? "");
  if (round >= 0) found.push((CALLS / (performance.now() - start)) * 1000);
}
console.log(JSON.stringify(found));
