import { connect } from "@connect-sdk/users";

/**
 * Reads all users of a server with `for await`, and prints how many bytes were resident at most in excess of those when the
 * process was connected and idle.
 */
const { users } = connect({ url: process.argv[2], apiKey: "0123456789abcdef" });
await users.count();
globalThis.gc?.();
const idle = process.memoryUsage.rss();

let resident = 0;
let count = 0;
for await (const user of users.find()) {
  if (user.guid !== "") count++;
  if (count % 250 === 0) resident = Math.max(resident, process.memoryUsage.rss() - idle);
}
console.log(JSON.stringify({ count, resident }));
