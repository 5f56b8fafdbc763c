import { connect } from "@connect-sdk/users";

/** Work that needs its own process. Usage: `users.ts get CALLS ROUNDS` or `users.ts stream URL`. Prints JSON. */
const [work, ...args] = process.argv.slice(2);
if (work === "get") console.log(JSON.stringify(await getUsers(Number(args[0]), Number(args[1]))));
else if (work === "stream") console.log(JSON.stringify(await streamUsers(args[0] ?? "")));
else throw new TypeError(`Unknown work: ${work ?? "none"}.`);

/** Gets users one after another from an in-process fake. Returns how many per second, one figure per round. */
async function getUsers(calls: number, rounds: number): Promise<number[]> {
  // Not part of the memory of a stream.
  const { createFakeConnect } = await import("@connect-sdk/testing");
  const fake = createFakeConnect({ users: 1_000 });
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const guids = fake.users.map(({ guid }) => guid);
  const found: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) await users.get(guids[call % guids.length] ?? "");
    if (round >= 0) found.push((calls / (performance.now() - start)) * 1000);
  }
  return found;
}

/** Reads all users of a server with `for await`. Returns the peak of resident bytes above the connected, idle process. */
async function streamUsers(url: string): Promise<{ count: number; resident: number }> {
  const { users } = connect({ url, apiKey: "0123456789abcdef" });
  await users.count();
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let resident = 0;
  let count = 0;
  for await (const user of users.find()) {
    if (user.guid !== "") count++;
    if (count % 250 === 0) resident = Math.max(resident, process.memoryUsage.rss() - idle);
  }
  return { count, resident };
}
