import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { foldNull } from "./fold-null.ts";

/** The parts of the OpenAPI document that matter here. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, AnySchemaObject> };
}

interface Operation {
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

/**
 * One function for each schema of a request body, compiled from the document into plain code: neither a compiler nor a
 * schema is needed at run time.
 */
export async function generateBodyValidators(document: OpenApiDocument): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    // The words are ours: see src/operations/validate-body.ts.
    messages: false,
    // OpenAPI has keywords that JSON Schema does not know, such as `example`.
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "connect", components: withoutProse(foldNull(document.components)) });

  const names = bodySchemas(document);
  const references: Record<string, string> = {};
  for (const name of names) references[name] = `connect#/components/schemas/${name}`;
  const code = standaloneCode.default(ajv, references).replaceAll(/^export /gm, "");
  const table = `export const compiled = { ${names.join(", ")} };`;
  return [
    "// @ts-nocheck: compiled code; what it exports has a type.",
    'import type { BodySchema, BodyValidator } from "../operations/validate-body.ts";',
    "",
    (await bundle(`${code}\n${table}`)).replace(/export \{\s*compiled\s*\};\s*$/, ""),
    "export const bodyValidators: Readonly<Record<BodySchema, BodyValidator>> = compiled;",
    "",
  ].join("\n");
}

/** The names of all schemas that a request body has. */
function bodySchemas(document: OpenApiDocument): string[] {
  const names = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .map((operation) => operation.requestBody?.content["application/json"]?.schema.$ref)
    .filter((reference) => reference !== undefined)
    .map((reference) => reference.replace("#/components/schemas/", ""));
  return [...new Set(names)].sort();
}

/** Leaves out what compiled code would carry along for nothing. */
function withoutProse(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      (key === "description" && typeof value === "string") || key === "example" ? undefined : value,
    ),
  );
}

/** Inlines the few functions of ajv that compiled code calls. */
async function bundle(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing");
  // esbuild names the files it took the code from, versions and all: an upgrade that changes nothing is not drift.
  return file.text.replaceAll(/^ *\/\/ .*\n/gm, "").replaceAll(/"(?:\.\.\/)*node_modules\/[^"]*"/g, '"bundled"');
}
