import openapiTS, { astToString } from "openapi-typescript";
import type { OpenApiDocument } from "./openapi-document.ts";

/** TypeScript types of every path, operation and schema. */
export async function generateSchema(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(JSON.stringify(document), {
    // A default fills in what a caller leaves out, so it must not make the field required.
    defaultNonNullable: false,
  });
  return astToString(ast);
}
