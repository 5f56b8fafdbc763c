import {
  listOperations,
  resolveSchema,
  type OpenApiDocument,
  type ParameterObject,
  type SchemaObject,
} from "./openapi-document.ts";

/**
 * Rewrites the document as OpenAPI 3.0 with plainer schemas, for generators that ignore `style: pipeDelimited`, do not know
 * `null` as a type, or stop at an extension of their own.
 *
 * Paths, operations, fields and limits stay the same. A list in a query becomes a string whose pattern is the joined list, so
 * that the only thing a generated client can send is what Connect understands.
 */
export function generatePortable(document: OpenApiDocument): string {
  const copy = plain(document, document) as OpenApiDocument;
  const parameters = new Set(listOperations(copy).flatMap((operation) => operation.parameters));
  for (const parameter of parameters) joinList(copy, parameter);
  removeUnused(copy);
  const { summary, ...info } = copy.info;
  const description = `${summary}\n\n${info.description}`;
  const license = { name: info.license.name, url: `https://spdx.org/licenses/${info.license.name}.html` };
  return `${JSON.stringify({ ...copy, openapi: "3.0.3", info: { ...info, description, license } }, null, 2)}\n`;
}

function joinList(document: OpenApiDocument, parameter: ParameterObject): void {
  const { type, items } = parameter.schema;
  if (type !== "array" || items === undefined) return;
  const delimiter = parameter.style === "pipeDelimited" ? "|" : ",";
  const values = resolveSchema(document, items).enum ?? [];
  const value = `(${values.join("|")})`;
  delete parameter.style;
  delete parameter.explode;
  parameter.schema = { type: "string", pattern: `^${value}(${delimiter === "|" ? "\\|" : delimiter}${value})*$` };
  parameter.example = values.slice(0, 2).join(delimiter);
}

/** Rewrites everything in a value that OpenAPI 3.0 does not have. */
function plain(value: unknown, document: OpenApiDocument): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, document));
  if (typeof value !== "object" || value === null) return value;
  // `identifier` is the license's SPDX name.
  const entries = Object.entries(value).filter(([name]) => !name.startsWith("x-connect-") && name !== "identifier");
  const object = Object.fromEntries(entries.map(([name, each]) => [name, plain(each, document)]));
  if (isBinary(object["content"])) return { ...object, content: withBinarySchema(object["content"]) };
  if ("$ref" in object && Object.keys(object).length > 1) {
    const { $ref, ...siblings } = object;
    return { ...siblings, allOf: [{ $ref }] };
  }
  return nullable(object, document);
}

type BinaryContent = Record<`application/${string}`, Record<string, never>>;

/** Returns whether this is the content of a request or response that is not JSON, and so has no schema. */
function isBinary(content: unknown): content is BinaryContent {
  if (typeof content !== "object" || content === null) return false;
  return Object.entries(content).some(([type, body]) => type.includes("/") && Object.keys(body as object).length === 0);
}

/** OpenAPI 3.0 describes binary data with a schema, which 3.1 leaves out. */
function withBinarySchema(content: BinaryContent): unknown {
  const schema = { type: "string", format: "binary" };
  return Object.fromEntries(Object.keys(content).map((type) => [type, { schema }]));
}

/** Replaces the two ways to allow null in OpenAPI 3.1 by `nullable`, which has to stand beside a `type`. */
function nullable(object: Record<string, unknown>, document: OpenApiDocument): Record<string, unknown> {
  const { type, oneOf, ...rest } = object;
  if (Array.isArray(type)) return { ...rest, type: type.find((each) => each !== "null"), nullable: true };
  if (!Array.isArray(oneOf)) return object;
  const [only, ...others] = (oneOf as SchemaObject[]).filter((each) => each.type !== "null");
  if (only === undefined || others.length + 1 === oneOf.length) return object;
  if (others.length > 0) throw new Error("openapi/connect.yaml: oneOf is only for a schema or null");
  const schema = resolveSchema(document, only);
  if (schema.type === "object") return { ...rest, type: "object", allOf: [only], nullable: true };
  return { ...schema, ...rest, nullable: true };
}

function removeUnused(document: OpenApiDocument): void {
  const text = JSON.stringify(document);
  const { schemas } = document.components;
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  document.components.schemas = Object.fromEntries(used);
}
