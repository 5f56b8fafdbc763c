// Runs the suites in a page and hands the results to the page's own server, which also passes faults on to the fake.
import { crossOrigin } from "./cross-origin.mjs";
import { runSuites } from "./run-suites.mjs";

const query = new URL(location.href).searchParams;

/** @type {import("./server.mjs").Server} */
const server = {
  url: query.get("url") ?? "",
  apiKey: query.get("apiKey") ?? "",
  users: Number(query.get("users")),
  fault: async (fault) => {
    const answer = await post("/faults", fault);
    if (!answer.ok) throw new Error(`The fake refused a fault: ${await answer.text()}`);
  },
};
const direct = { ...server, url: query.get("direct") ?? "" };
const results = [...(await runSuites(server)), ...(await runSuites(direct, { "cross-origin": crossOrigin }))];
await post("/results", results);

/** @param {string} path @param {unknown} body */
function post(path, body) {
  return fetch(path, { method: "POST", body: JSON.stringify(body) });
}
