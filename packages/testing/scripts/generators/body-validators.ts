import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { foldNull } from "./fold-null.ts";
import { compileStandalone, withoutProse } from "./standalone.ts";

/** The parts of an OpenAPI document that the generators read. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, AnySchemaObject> };
}

interface Operation {
  operationId?: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

/** Returns one validator for each schema of a request body of the Connect API. */
export async function generateBodyValidators(document: OpenApiDocument): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    // The messages are ours: see src/operations/validate-body.ts.
    messages: false,
    // OpenAPI has keywords that JSON Schema does not know, such as `example`.
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "connect", components: withoutProse(foldNull(document.components)) });

  const references: Record<string, string> = {};
  for (const name of bodySchemas(document)) references[name] = `connect#/components/schemas/${name}`;
  return [
    "// @ts-nocheck: compiled code; what it exports has a type.",
    'import type { BodySchema, BodyValidator } from "../operations/validate-body.ts";',
    "",
    await compileStandalone(ajv, references),
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
