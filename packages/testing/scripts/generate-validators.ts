/** Writes `src/generated/` from `openapi/` and `inspector/`; with `--check` it writes nothing and fails when a file is out of date. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parse } from "yaml";
import { generateBodyValidators, type OpenApiDocument } from "./generators/body-validators.ts";
import { generateInspectorAssets } from "./generators/inspector-assets.ts";
import { generateControlTypes, generateControlValidators } from "./generators/control-validators.ts";

const target = new URL("../src/generated/", import.meta.url);
const check = process.argv.includes("--check");

const connect = await readDocument("connect.yaml");
const control = await readDocument("fake-control.yaml");

const files: Record<string, string> = {
  "body-validators.ts": banner("connect.yaml") + (await generateBodyValidators(connect)),
  "control-types.ts": banner("fake-control.yaml") + (await generateControlTypes(control, connect)),
  "inspector-assets.ts":
    "// Generated from inspector/ by `pnpm generate`. Do not edit.\n" + (await generateInspectorAssets()),
  "control-validators.ts": banner("fake-control.yaml") + (await generateControlValidators(control, connect)),
};

const stale: string[] = [];
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, target);
  if ((await readFile(url, "utf8").catch(() => undefined)) === text) continue;
  stale.push(name);
  if (check) continue;
  await mkdir(target, { recursive: true });
  await writeFile(url, text);
}

if (check && stale.length > 0) {
  console.error(
    `packages/testing/src/generated is out of date: ${stale.join(", ")}\nRun \`pnpm generate\` and commit the result.`,
  );
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `wrote ${stale.join(", ")}` : "packages/testing/src/generated is current");
}

async function readDocument(name: string): Promise<OpenApiDocument> {
  const text = await readFile(new URL(`../../../openapi/${name}`, import.meta.url), "utf8");
  return parse(text) as OpenApiDocument;
}

function banner(document: string): string {
  return `// Generated from openapi/${document} by \`pnpm generate\`. Do not edit.\n`;
}
