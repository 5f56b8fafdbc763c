// Runs the suites on Node, Bun and Deno; prints one line of JSON with the results.
import process from "node:process";
import { runSuites } from "./run-suites.mjs";

const { CONNECT_SERVER: url = "", CONNECT_API_KEY: apiKey = "", CONNECT_USERS: users = "" } = process.env;

/** @param {Record<string, unknown>} fault */
async function fault(fault) {
  const headers = { authorization: `Key ${apiKey}`, "content-type": "application/json" };
  const answer = await fetch(`${url}/__fake__/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(`The fake refused a fault: ${await answer.text()}`);
}

const results = await runSuites({ url, apiKey, users: Number(users), fault });
console.log(JSON.stringify(results));
// Connections that are kept alive must not keep the process.
process.exit(results.some(({ failure }) => failure !== undefined) ? 1 : 0);
