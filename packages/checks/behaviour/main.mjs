// Runs the suites on Node, Bun and Deno. Prints the results as one line of JSON.
import process from "node:process";
import { runSuites } from "./run-suites.mjs";

const { CONNECT_SERVER: url = "", CONNECT_API_KEY: apiKey = "", CONNECT_USERS: users = "" } = process.env;

/** @param {Record<string, unknown>} fault */
async function fault(fault) {
  const headers = { authorization: `Key ${apiKey}`, "content-type": "application/json" };
  const response = await fetch(`${url}/__fake__/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  if (!response.ok) throw new Error(`The fake rejected a fault: ${await response.text()}`);
}

const results = await runSuites({ url, apiKey, users: Number(users), fault });
console.log(JSON.stringify(results));
// Kept-alive connections must not keep the process alive.
process.exit(results.some(({ failure }) => failure !== undefined) ? 1 : 0);
