// Lists "viewer or publisher" with every generated client. A client that sends the parameter twice would find nobody.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

const { CONNECT_SERVER, CONNECT_API_KEY = "" } = process.env;
for (const file of readdirSync("use")) {
  const { listUsers } = await import(`./use/${file}`);
  const roles = await listUsers(`${CONNECT_SERVER}/__api__`, CONNECT_API_KEY);
  assert.deepEqual([...new Set(roles)].sort(), ["publisher", "viewer"], file);
  console.log(`${file}: ${roles.length} users, all of them publishers or viewers`);
}
