import {
  listOperations,
  resolveSchema,
  type OpenApiDocument,
  type ResponseObject,
  type SchemaObject,
} from "./openapi-document.ts";

/**
 * What the client itself needs at run time, kept apart from the operation table because browsers download it: for each path and
 * method the operation's id and the kind of body it succeeds with, and how list-valued query parameters are joined.
 */
export function generateRoutes(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const delimiters = new Map<string, string>();
  for (const parameter of operations.flatMap((operation) => operation.parameters)) {
    if (parameter.in !== "query" || resolveSchema(document, parameter.schema).type !== "array") continue;
    const delimiter = parameter.style === "pipeDelimited" ? "|" : ",";
    if ((delimiters.get(parameter.name) ?? delimiter) !== delimiter || parameter.explode !== false) {
      throw new Error(`openapi/connect.yaml: every list-valued ${parameter.name} must be joined the same way`);
    }
    delimiters.set(parameter.name, delimiter);
  }
  // A comma is what the client takes when nothing is said.
  const unusual = Object.fromEntries([...delimiters].filter(([, delimiter]) => delimiter !== ","));
  const routes: Record<string, Record<string, string[]>> = {};
  for (const { method, path, operation } of operations) {
    const route = [operation.operationId, ...describeBody(document, operation.responses)];
    routes[path] = { ...routes[path], [method.toUpperCase()]: route };
  }
  const lines = Object.entries(routes).map(
    ([path, methods]) => `  ${JSON.stringify(path)}: ${JSON.stringify(methods)},`,
  );
  return [
    'import type { Routes } from "../route.ts";',
    `export const routes: Routes = {\n${lines.join("\n")}\n};`,
    `export const listDelimiters: Readonly<Record<string, string>> = ${JSON.stringify(unusual, null, 2)};`,
    "",
  ].join("\n\n");
}

/** The last two parts of a `Route`. */
function describeBody(document: OpenApiDocument, responses: Record<string, ResponseObject>): string[] {
  const success = responses["200"] ?? responses["204"];
  const schema = success?.content?.["application/json"]?.schema;
  if (schema === undefined) return ["none"];
  const { type, items, properties } = resolveSchema(document, schema);
  if (type === "array") return ["list", ...identityOf(document, items)];
  const results = properties?.["results"];
  if (results === undefined) return ["object", ...identityOf(document, schema)];
  return ["page", ...identityOf(document, resolveSchema(document, results).items)];
}

/** The property that every record of a kind has, is a text, and tells it from others of its kind; none if there is no such. */
function identityOf(document: OpenApiDocument, schema: SchemaObject = {}): string[] {
  const { required = [], properties = {} } = resolveSchema(document, schema);
  const isText = (name: string) =>
    required.includes(name) && resolveSchema(document, properties[name] ?? {}).type === "string";
  return IDENTITIES.filter(isText).slice(0, 1);
}

const IDENTITIES = ["guid", "id", "username", "name", "api_key"];
