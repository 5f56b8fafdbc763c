import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { createFakeConnect } from "@connect-sdk/testing";
import { build } from "esbuild";
import { isObject } from "../workspace.ts";

/** Bundles the page for browsers from the installed tarballs and runs it with a browser's globals and no others. */
export async function bundleAndRun(project: string): Promise<void> {
  const file = join(project, "out", "bundle.js");
  const { errors, warnings } = await build({
    absWorkingDir: project,
    entryPoints: [join(project, "page", "bundle.ts")],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2023",
    logLevel: "silent",
  });
  if (errors.length + warnings.length > 0) throw new Error(JSON.stringify([...errors, ...warnings]));

  const fake = createFakeConnect({ users: 9, seed: 7 });
  const page: Record<string, unknown> = Object.fromEntries(
    BROWSER_GLOBALS.map((name) => [name, Reflect.get(globalThis, name)]),
  );
  runInNewContext(readFileSync(file, "utf8"), page);
  const summarize = page["summarizeConnect"];
  if (typeof summarize !== "function") throw new Error("The bundle left nothing behind.");
  const summary: unknown = await Reflect.apply(summarize, undefined, [fake.url, fake.apiKey, fake.fetch]);
  if (!isObject(summary) || summary["total"] !== 9 || summary["missing"] !== "NotFoundError") {
    throw new Error(`The page saw ${JSON.stringify(summary)}`);
  }
}

/** What a page can count on. Neither `process` nor `Buffer`, `require` or `setImmediate` is among it. */
const BROWSER_GLOBALS = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "DOMException",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
];
