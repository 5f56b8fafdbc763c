import document from "@connect-sdk/api/openapi.json" with { type: "json" };
import { operations, type OperationId } from "@connect-sdk/api/operations";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Validators of a body by its media type. Empty for a response without a body. */
export type DocumentedContent = ReadonlyMap<string, ValidateFunction>;

/** What the document has for a status of an operation; undefined if it does not list that status. */
export function documentedContent(operationId: OperationId, status: number): DocumentedContent | undefined {
  const key = `${operationId} ${String(status)}`;
  if (!compiled.has(key)) compiled.set(key, compileContent(operationId, status));
  return compiled.get(key);
}

interface OpenApiDocument {
  paths: Record<string, Record<string, { responses?: Record<string, ResponseObject> }>>;
  components: { responses: Record<string, ResponseObject>; schemas: Record<string, AnySchemaObject> };
}

interface ResponseObject {
  $ref?: string;
  /** Binary data has no schema. */
  content?: Record<string, { schema?: AnySchemaObject }>;
}

// The types of a JSON import know every key that there is; here any path and status is looked up.
const { paths, components } = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
const compiled = new Map<string, DocumentedContent | undefined>();

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "connect", components: { schemas: closed(components.schemas) } });

function compileContent(operationId: OperationId, status: number): DocumentedContent | undefined {
  const { method, path, otherMediaTypes } = operations[operationId];
  const response = paths[path]?.[method.toLowerCase()]?.responses?.[status];
  if (response === undefined) return undefined;
  const { content } = components.responses[response.$ref?.replace("#/components/responses/", "") ?? ""] ?? response;
  const checks = Object.entries(content ?? {}).map(([type, { schema = {} }]): [string, ValidateFunction] => [
    type,
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"connect#/')) as AnySchemaObject),
  ]);
  const others = status === 200 ? otherMediaTypes : [];
  return new Map([
    ...checks,
    ...others.map((type): [string, ValidateFunction] => [type, ajv.compile({ type: "string" })]),
  ]);
}

/** A client has to put up with unknown fields, but the fake may not make them up. */
function closed(schemas: Record<string, AnySchemaObject>): unknown {
  return JSON.parse(JSON.stringify(schemas), (_key, node: unknown) =>
    typeof node === "object" && node !== null && "properties" in node && "type" in node
      ? { additionalProperties: false, ...node }
      : node,
  );
}
