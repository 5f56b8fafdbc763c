/** The parts of an OpenAPI 3.1 document that the generators read. */
export interface OpenApiDocument {
  info: { summary: string; description: string; license: { name: string } };
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, SchemaObject>;
    parameters?: Record<string, ParameterObject>;
  };
}

type PathItem = Partial<Record<Method, OperationObject>> & { parameters?: (ParameterObject | Reference)[] };

export interface OperationObject {
  operationId: string;
  summary: string;
  deprecated?: boolean;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, ResponseObject>;
  security?: Record<string, string[]>[];
}

/** A response; one that is a reference has no content here. */
export interface ResponseObject {
  content?: Record<string, MediaType>;
}

/** The body of a request or response. Binary data has no schema. */
interface MediaType {
  schema?: SchemaObject;
}

export interface ParameterObject {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  style?: "form" | "pipeDelimited";
  explode?: boolean;
  schema: SchemaObject;
  example?: string;
  "x-connect-since"?: string;
  "x-connect-invalid-code"?: number;
}

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  description?: string;
  oneOf?: SchemaObject[];
  format?: string;
  pattern?: string;
  enum?: string[];
  items?: SchemaObject;
  properties?: Record<string, SchemaObject>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
  "x-connect-type"?: string;
}

interface Reference {
  $ref: string;
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;
type Method = (typeof METHODS)[number];

/** One operation of the document with what its path item adds to it. */
export interface Operation {
  path: string;
  method: Method;
  operation: OperationObject;
  parameters: ParameterObject[];
}

/** Every operation, in the order of the document. */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
        resolveParameter(document, parameter),
      );
      return [{ path, method, operation, parameters }];
    }),
  );
}

const JSON_TYPE = "application/json";

/** The media type of an operation's request body; null if it has none. */
export function requestMediaType({ requestBody }: OperationObject): string | null {
  const types = Object.keys(requestBody?.content ?? {});
  return types.find((type) => type === JSON_TYPE) ?? types[0] ?? null;
}

/** The documented media types of successful responses besides JSON. */
export function otherMediaTypes(responses: Record<string, ResponseObject>): string[] {
  const contents = Object.entries(responses).map(([status, { content }]) => (status < "300" ? content : undefined));
  return contents.flatMap((content) => Object.keys(content ?? {})).filter((type) => type !== JSON_TYPE);
}

/** Follows a reference to a schema; a schema that is not a reference is returned as it is. */
export function resolveSchema(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  if (schema.$ref === undefined) return schema;
  const resolved = document.components.schemas[schema.$ref.replace("#/components/schemas/", "")];
  if (resolved === undefined) throw new Error(`openapi/connect.yaml: nothing at ${schema.$ref}`);
  return resolved;
}

function resolveParameter(document: OpenApiDocument, parameter: ParameterObject | Reference): ParameterObject {
  if (!("$ref" in parameter)) return parameter;
  const resolved = document.components.parameters?.[parameter.$ref.replace("#/components/parameters/", "")];
  if (resolved === undefined) throw new Error(`openapi/connect.yaml: nothing at ${parameter.$ref}`);
  return resolved;
}
