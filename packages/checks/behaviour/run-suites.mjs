import { api } from "./api.mjs";
import { lifecycle } from "./lifecycle.mjs";
import { signingIn } from "./sign-in.mjs";
import { users } from "./users.mjs";

/** @typedef {{ suite: string, name: string, failure: string | undefined }} Result */

/**
 * Runs every test of the suites, one after another.
 *
 * @param {import("./server.mjs").Server} server
 * @param {Record<string, import("./server.mjs").Suite>} [suites] - by their names in the table
 * @returns {Promise<Result[]>}
 */
export async function runSuites(server, suites = { api, "sign-in": signingIn, users, lifecycle }) {
  /** @type {Result[]} */
  const results = [];
  for (const [suite, tests] of Object.entries(suites)) {
    for (const [name, test] of Object.entries(tests)) {
      results.push({ suite, name, failure: await failureOf(() => test(server)) });
    }
  }
  return results;
}

/** @param {() => Promise<void> | void} test */
async function failureOf(test) {
  try {
    await test();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
