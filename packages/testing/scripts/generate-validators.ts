/**
 * Writes `src/generated/` from `openapi/connect.yaml`; with `--check` it writes nothing and fails when a file is out of date.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parse } from "yaml";
import { generateBodyValidators, type OpenApiDocument } from "./generators/body-validators.ts";

const source = new URL("../../../openapi/connect.yaml", import.meta.url);
const target = new URL("../src/generated/", import.meta.url);
const check = process.argv.includes("--check");

const document = parse(await readFile(source, "utf8")) as OpenApiDocument;
const banner = "// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.\n";

const files: Record<string, string> = {
  "body-validators.ts": banner + (await generateBodyValidators(document)),
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
