/**
 * Writes `src/generated/` from `openapi/connect.yaml`; with `--check` it writes nothing and fails when a file is out of date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parse } from "yaml";
import type { OpenApiDocument } from "./generators/openapi-document.ts";
import { generateEndpoints, generateFurtherEndpoints } from "./generators/endpoints.ts";
import { generateEnums } from "./generators/enums.ts";
import { generateOperations } from "./generators/operations.ts";
import { generatePortable } from "./generators/portable.ts";
import { generateSchema } from "./generators/schema.ts";

const source = new URL("../../../openapi/connect.yaml", import.meta.url);
const target = new URL("../src/generated/", import.meta.url);
const check = process.argv.includes("--check");

const document = parse(await readFile(source, "utf8")) as OpenApiDocument;
const banner = "// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.\n\n";

const files: Record<string, string> = {
  "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
  "openapi.portable.json": generatePortable(document),
  "schema.ts": banner + (await generateSchema(document)),
  "operations.ts": banner + generateOperations(document),
  "endpoints.ts": banner + generateEndpoints(document),
  "further-endpoints.ts": banner + generateFurtherEndpoints(document),
  "enums.ts": banner + generateEnums(document),
};

const stale: string[] = [];
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, target);
  if ((await readFile(url, "utf8").catch(() => undefined)) === text) continue;
  stale.push(name);
  if (!check) await writeFile(url, text);
}

if (check && stale.length > 0) {
  console.error(
    `packages/api/src/generated is out of date: ${stale.join(", ")}\nRun \`pnpm generate\` and commit the result.`,
  );
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `wrote ${stale.join(", ")}` : "packages/api/src/generated is current");
}
