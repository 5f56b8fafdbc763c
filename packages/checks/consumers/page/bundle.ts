// The entry of the bundle: hands the page's code to whoever loads the script.
import { summarize } from "./main.js";

declare global {
  var summarizeConnect: typeof summarize;
}

globalThis.summarizeConnect = summarize;
