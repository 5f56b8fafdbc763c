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

/**
 * Compiles the schema of each request body into a function: neither a compiler nor a schema is needed at run time. Adds what
 * the `x-connect-*` extensions say about fields of bodies.
 */
export async function generateBodyValidators(document: OpenApiDocument): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    // The messages are our own: see src/operations/input.ts.
    messages: false,
    // OpenAPI has keywords that JSON Schema does not know, such as `example`.
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "connect", components: withoutProse(foldNull(document.components)) });

  const references: Record<string, string> = {};
  const names = bodySchemas(document);
  for (const name of names) references[name] = `connect#/components/schemas/${name}`;
  const facts = Object.fromEntries(names.map((name) => [name, fieldFacts(document, name)]));
  return [
    "// @ts-nocheck: compiled code; what it exports has a type.",
    "",
    await compileStandalone(ajv, references),
    TYPES,
    `/** The name of a schema that a request body has. */\nexport type BodySchema = ${names.map((name) => `"${name}"`).join(" | ")};`,
    "",
    "export const bodyValidators: Readonly<Record<BodySchema, BodyValidator>> = compiled;",
    "",
    "/** By schema and field. */",
    `export const fieldFacts: Readonly<Record<BodySchema, Readonly<Record<string, FieldFacts>>>> = ${JSON.stringify(facts, null, 2)};`,
    "",
  ].join("\n");
}

const TYPES = `/** A broken rule of a schema. */
export interface Violation {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The rule, a keyword of JSON Schema. */
  readonly keyword: string;
  /** The rule's parameters. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Validates a value and keeps the violations until the next call. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** What the document's extensions say about a field of a body. */
export interface FieldFacts {
  /** Connect's error code for an invalid value. */
  readonly invalidCode?: number;
  /** Whether null is refused instead of ignored. */
  readonly refusesNull?: true;
}
`;

/** Returns the names of all schemas that a request body has. */
function bodySchemas(document: OpenApiDocument): string[] {
  const names = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .map(bodyReference)
    .filter((reference) => reference !== undefined)
    .map((reference) => reference.replace("#/components/schemas/", ""));
  return [...new Set(names)].sort();
}

/** Returns the schema of a body that is JSON or a form. */
function bodyReference({ requestBody }: Operation): string | undefined {
  const { "application/json": json, "application/x-www-form-urlencoded": form } = requestBody?.content ?? {};
  return (json ?? form)?.schema.$ref;
}

interface FieldFacts {
  invalidCode?: number;
  refusesNull?: true;
}

/** Reads the facts about the fields of a body. A field inherits the error code of the schema that it refers to. */
function fieldFacts(document: OpenApiDocument, name: string): Record<string, FieldFacts> {
  const properties = (document.components.schemas[name]?.["properties"] ?? {}) as Record<string, AnySchemaObject>;
  const facts: Record<string, FieldFacts> = {};
  for (const [field, schema] of Object.entries(properties)) {
    const { "x-connect-refuses-null": refusesNull } = schema as { "x-connect-refuses-null"?: true };
    const invalidCode = invalidCodeOf(document, schema);
    if (invalidCode !== undefined || refusesNull === true) {
      facts[field] = {
        ...(invalidCode !== undefined && { invalidCode }),
        ...(refusesNull === true && { refusesNull }),
      };
    }
  }
  return facts;
}

function invalidCodeOf(document: OpenApiDocument, schema: AnySchemaObject | undefined): number | undefined {
  if (schema === undefined) return undefined;
  const code: unknown = schema["x-connect-invalid-code"];
  if (typeof code === "number") return code;
  const { $ref: reference, oneOf: branches = [] } = schema as { $ref?: string; oneOf?: AnySchemaObject[] };
  if (reference !== undefined) {
    return invalidCodeOf(document, document.components.schemas[reference.replace("#/components/schemas/", "")]);
  }
  return branches.map((branch) => invalidCodeOf(document, branch)).find((found) => found !== undefined);
}
