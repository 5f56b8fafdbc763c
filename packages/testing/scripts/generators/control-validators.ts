import { _, Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import openapiTS, { astToString } from "openapi-typescript";
import type { OpenApiDocument } from "./body-validators.ts";
import { compileStandalone, withoutProse } from "./standalone.ts";

type Schemas = Record<string, AnySchemaObject>;

/** Returns one validator for each input of the fake. */
export async function generateControlValidators(control: OpenApiDocument, connect: OpenApiDocument): Promise<string> {
  const schemas = withOperationIds(control.components.schemas, connect);
  return [
    "// @ts-nocheck: compiled code; what it exports has a type.",
    'import type { components } from "./control-types.ts";',
    "",
    INTERFACES,
    "/** The types of all inputs by the names of their schemas. */",
    `export type Inputs = Pick<components["schemas"], ${inputNames(schemas)
      .map((name) => `"${name}"`)
      .join(" | ")}>;`,
    "",
    await compileValidators(schemas),
    "export const inputValidators: { readonly [Name in keyof Inputs]: InputValidator<Inputs[Name]> } = compiled;",
    "",
  ].join("\n");
}

const INTERFACES = `
/** A compiled validator. It keeps the errors of its last call. */
export interface InputValidator<T> {
  (value: unknown): value is T;
  readonly errors?: readonly InputError[] | null;
}

/** A broken rule. */
export interface InputError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** Keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** Set if the name of a field is invalid, not its value. */
  readonly propertyName?: string;
  /** The schema of the value. */
  readonly parentSchema: {
    readonly type?: string | readonly string[];
    readonly const?: string;
    readonly enum?: readonly unknown[];
    readonly format?: string;
    readonly minLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly "x-allowed"?: string;
    readonly "x-secret"?: boolean;
  };
}
`;

/** Returns the TypeScript types of all schemas. */
export async function generateControlTypes(control: OpenApiDocument, connect: OpenApiDocument): Promise<string> {
  const components = { schemas: withOperationIds(control.components.schemas, connect) };
  const info = { title: "", version: "" };
  const ast = await openapiTS(JSON.stringify({ openapi: "3.1.0", info, paths: {}, components }), {
    defaultNonNullable: false,
  });
  const [types = ""] = /export interface components \{[\s\S]*?\n\}/.exec(astToString(ast)) ?? [];
  return `${types}\n`;
}

async function compileValidators(schemas: Schemas): Promise<string> {
  const isTime = _`(text) => !Number.isNaN(Date.parse(text))`;
  const isGuid = _`(text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)`;
  const ajv = new Ajv2020({
    // An error carries the value and the schema, from which src/validate.ts writes the message.
    verbose: true,
    inlineRefs: false,
    messages: false,
    // `times: Infinity` is allowed; JSON cannot say it.
    strictNumbers: false,
    strict: false,
    code: { source: true, esm: true, lines: true, formats: _`{ "date-time": ${isTime}, uuid: ${isGuid} }` },
    // Their code is the one above.
    formats: { "date-time": () => true, uuid: () => true },
  });
  ajv.addSchema({ $id: "control", components: { schemas: withoutProse(schemas) } });
  const references: Record<string, string> = {};
  for (const name of inputNames(schemas)) references[name] = `control#/components/schemas/${name}`;
  return compileStandalone(ajv, references, { minify: true });
}

/** The schemas of whole inputs; the others are parts of them. */
function inputNames(schemas: Schemas): string[] {
  return Object.keys(schemas).filter((name) => schemas[name]?.["x-input"] === true);
}

/** Adds the properties of another schema where the document says so. A schema's own properties replace them. */
function withProperties(schemas: Schemas): Schemas {
  const propertiesOf = (schema: AnySchemaObject): object => schema["properties"] as object;
  const entries = Object.entries(schemas).map(([name, schema]): [string, AnySchemaObject] => {
    const base = schemas[String(schema["x-properties-of"])];
    return [name, base ? { ...schema, properties: { ...propertiesOf(base), ...propertiesOf(schema) } } : schema];
  });
  return Object.fromEntries(entries);
}

/** Fills in the operations and values of the Connect API where the document refers to them. */
function withOperationIds(schemas: Schemas, connect: OpenApiDocument): Schemas {
  const ids = Object.values(connect.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId }) => operationId ?? []);
  return JSON.parse(JSON.stringify(withProperties(schemas)), (_key, node: AnySchemaObject | null): unknown => {
    const name: unknown = node?.["x-connect-schema"];
    if (typeof name === "string") {
      const { enum: values } = connect.components.schemas[name] as { enum: string[] };
      return node?.["x-or-null"] === true ? { enum: [...values, null] } : { type: "string", enum: values };
    }
    return node?.["x-operations-of"] === undefined ? node : { type: "string", enum: ids };
  }) as Schemas;
}
