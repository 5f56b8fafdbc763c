import { listOperations, resolveSchema, type OpenApiDocument } from "./openapi-document.ts";

/**
 * What the client itself needs at run time, kept apart from the operation table because browsers download it:
 * the operation's id by method and path, and how list-valued query parameters are joined.
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
  const routes = operations.map(({ method, path, operation }) => [
    `${method.toUpperCase()} ${path}`,
    operation.operationId,
  ]);
  return [
    `export const routes = ${JSON.stringify(Object.fromEntries(routes), null, 2)} as const;`,
    `export const listDelimiters: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(delimiters), null, 2)};`,
    "",
  ].join("\n\n");
}
