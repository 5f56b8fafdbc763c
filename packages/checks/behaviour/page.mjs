// Runs the suites in a page and sends the results to the page's server, which forwards faults to the fake.
import { crossOrigin } from "./cross-origin.mjs";
import { runSuites } from "./run-suites.mjs";

const query = new URL(location.href).searchParams;

/** @type {import("./server.mjs").Server} */
const server = {
  url: query.get("url") ?? "",
  apiKey: query.get("apiKey") ?? "",
  users: Number(query.get("users")),
  fault: async (fault) => {
    const response = await post("/faults", fault);
    if (!response.ok) throw new Error(`The fake rejected a fault: ${await response.text()}`);
  },
};
const direct = { ...server, url: query.get("direct") ?? "" };
const results = [...(await runSuites(server)), ...(await runSuites(direct, { "cross-origin": crossOrigin }))];
await post("/results", results);

/** @param {string} path @param {unknown} body */
function post(path, body) {
  return fetch(path, { method: "POST", body: JSON.stringify(body) });
}
