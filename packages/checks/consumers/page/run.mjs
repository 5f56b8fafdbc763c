// Runs the compiled page without a browser.
import { createFakeConnect } from "@connect-sdk/testing";
import { summarize } from "./main.js";

const fake = createFakeConnect({ users: 9, seed: 7 });
const summary = await summarize(fake.url, fake.apiKey, fake.fetch);
if (summary.total !== 9 || summary.locked.length === 0 || summary.missing !== "NotFoundError") {
  throw new Error(`The page returned ${JSON.stringify(summary)}`);
}
console.log("ok");
