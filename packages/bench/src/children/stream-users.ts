import { connect } from "@connect-sdk/users";

/**
 * Reads all users of a server with `for await`, and prints how many bytes the process held at most in excess of what it had
 * when it was connected and idle.
 */
const { users } = connect({ url: process.argv[2], apiKey: "0123456789abcdef" });
await users.count();
globalThis.gc?.();
const idle = process.memoryUsage.rss();

let peak = idle;
let count = 0;
for await (const user of users.find()) {
  if (user.guid !== "") count++;
  if (count % 250 === 0) peak = Math.max(peak, process.memoryUsage.rss());
}
console.log(JSON.stringify({ count, bytes: peak - idle }));
