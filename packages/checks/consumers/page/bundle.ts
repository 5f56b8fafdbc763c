// The entry of the bundle: exposes the code of the page as a global.
import { summarize } from "./main.js";

declare global {
  var summarizeConnect: typeof summarize;
}

globalThis.summarizeConnect = summarize;
