import { readFacts, readParameterFacts } from "./facts.ts";
import {
  listOperations,
  otherMediaTypes,
  requestMediaType,
  resolveSchema,
  type OpenApiDocument,
  type Operation,
  type ParameterObject,
} from "./openapi-document.ts";

/** The operation table: the facts that a router, a validator or a log needs about each operation at run time. */
export function generateOperations(document: OpenApiDocument): string {
  checkReplacements(document);
  const rows = listOperations(document).map((entry) => {
    const row = JSON.stringify(describe(document, entry), null, 2).replaceAll("\n", "\n  ");
    return `  ${entry.operation.operationId}: ${row},`;
  });
  return `export const operations = {\n${rows.join("\n")}\n} as const;\n`;
}

function checkReplacements(document: OpenApiDocument): void {
  const operations = listOperations(document);
  const ids = new Set(operations.map(({ operation }) => operation.operationId));
  for (const { method, operation } of operations) {
    const { replacedBy } = readFacts(method, operation);
    if (replacedBy === null || ids.has(replacedBy)) continue;
    throw new Error(
      `openapi/connect.yaml: ${operation.operationId} is replaced by ${replacedBy}, which does not exist`,
    );
  }
}

function describe(document: OpenApiDocument, { path, method, operation, parameters }: Operation) {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const body = operation.requestBody?.content[requestMediaType(operation) ?? ""]?.schema?.$ref;
  const statuses = Object.keys(operation.responses).map(Number);
  return {
    method: method.toUpperCase(),
    path,
    pathParameters: parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name),
    queryParameters: Object.fromEntries(query.map((parameter) => [parameter.name, queryKind(document, parameter)])),
    requestBody: body === undefined ? null : body.replace("#/components/schemas/", ""),
    requestMediaType: requestMediaType(operation),
    statuses,
    paged: query.some((parameter) => parameter.name === "page_number"),
    deprecated: operation.deprecated === true,
    ...readFacts(method, operation),
    otherMediaTypes: [...readFacts(method, operation).otherMediaTypes, ...otherMediaTypes(operation.responses)],
  };
}

/** How a query value is serialized, and which values are allowed. */
function queryKind(document: OpenApiDocument, parameter: ParameterObject) {
  const schema = resolveSchema(document, parameter.schema);
  const items = schema.items === undefined ? undefined : resolveSchema(document, schema.items);
  return {
    type: schema.type,
    required: parameter.required === true,
    ...(schema.type === "array" && { delimiter: parameter.style === "pipeDelimited" ? "|" : "," }),
    ...pick(items ?? schema, ["enum", "minimum", "maximum"]),
    ...pick({ ...schema, ...parameter.schema }, ["default"]),
    ...readParameterFacts(parameter),
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Partial<
    Pick<T, K>
  >;
}
