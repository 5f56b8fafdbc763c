import { readFacts } from "./facts.ts";
import {
  listOperations,
  otherMediaTypes,
  requestMediaType,
  type Operation,
  resolveSchema,
  type OpenApiDocument,
  type OperationObject,
  type SchemaObject,
} from "./openapi-document.ts";

/** The operations that `@connect-sdk/users` calls. A browser downloads them at once, and all others when one is called. */
const INITIAL: ReadonlySet<string> = new Set([
  "getCurrentUser",
  "getUsers",
  "createPushUser",
  "createPullUser",
  "searchRemoteUsers",
  "getUser",
  "updateUser",
  "lockUser",
  "listKeys",
  "createKey",
  "deleteKey",
  "getGroups",
  "getGroupMembers",
  "addGroupMember",
  "removeGroupMember",
  "getContents",
  "getContent",
]);

/**
 * Generates the facts that the client itself needs at run time. They are kept apart from the operation table because
 * browsers download them.
 */
export function generateEndpoints(document: OpenApiDocument): string {
  return `import type { HttpMethod } from "../operations.ts";
import type { operations } from "./schema.ts";

/** The facts that the client checks a call against. */
export interface Endpoint {
  readonly operationId: keyof operations;
  /**
   * Kind of the body of a success: none, a list, or a page of a list. Default: an object. Binary if the body of the request or
   * of the response is not JSON.
   */
  readonly body?: "none" | "list" | "page" | "binary";
  /** The string property that identifies each record. */
  readonly identity?: string;
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. Default: only a GET. */
  readonly repeatable?: boolean;
  /** The query parameters of a GET, else the fields of the body, as \`checkInput\` takes them; after \`[]\` of each object in a list. */
  readonly fields?: string;
  /** The query parameters of any other method. */
  readonly query?: string;
}

/** Operations by path and method. */
export type Endpoints = Readonly<Record<string, Partial<Record<HttpMethod, Endpoint>>>>;

/** The operations that \`@connect-sdk/users\` calls. */
export const endpoints: Endpoints = ${generateTable(document, true)};

/** Delimiters of list-valued query parameters that are not joined with a comma. */
export const listDelimiters: Readonly<Record<string, string>> = ${toLiteral(findDelimiters(document))};
`;
}

/** Generates the same facts of the other operations. This file must import nothing: see `check:size` in packages/users. */
export function generateFurtherEndpoints(document: OpenApiDocument): string {
  return `import type { Endpoints } from "./endpoints.ts";

/** The operations of the document that \`@connect-sdk/users\` does not call. */
export const furtherEndpoints: Endpoints = ${generateTable(document, false)};
`;
}

function generateTable(document: OpenApiDocument, initial: boolean): string {
  const all = listOperations(document);
  const isInitial = findInitial(all);
  const paths = new Map<string, string[]>();
  for (const listed of all.filter((each) => isInitial(each) === initial)) {
    const { path, method, operation } = listed;
    const { repeatable } = readFacts(method, operation);
    const endpoint = {
      operationId: operation.operationId,
      ...describeBody(document, operation),
      ...(repeatable !== (method === "get") && { repeatable }),
      ...describeInput(document, listed),
    };
    paths.set(path, [...(paths.get(path) ?? []), `    ${method.toUpperCase()}: ${toLiteral(endpoint)},\n`]);
  }
  const lines = [...paths].map(([path, methods]) => `  ${JSON.stringify(path)}: {\n${methods.join("")}  },`);
  return `{\n${lines.join("\n")}\n}`;
}

/** Returns a function that returns whether an operation belongs to the initial table. */
function findInitial(all: readonly Operation[]): (operation: Operation) => boolean {
  const initial = all.filter(({ operation }) => INITIAL.has(operation.operationId));
  if (initial.length !== INITIAL.size) throw new Error("scripts/generators/endpoints.ts: INITIAL is out of date");
  // Otherwise, `/v1/users/remote` would be taken for `/v1/users/{guid}` until its own table is there.
  const isHidden = ({ path, method }: Operation): boolean =>
    initial.some(
      (each) => each.method === method && new RegExp(`^${each.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
    );
  return isHidden;
}

function findDelimiters(document: OpenApiDocument): Record<string, string> {
  const delimiters = new Map<string, string>();
  for (const parameter of listOperations(document).flatMap((operation) => operation.parameters)) {
    if (parameter.in !== "query" || resolveSchema(document, parameter.schema).type !== "array") continue;
    const delimiter = parameter.style === "pipeDelimited" ? "|" : ",";
    if ((delimiters.get(parameter.name) ?? delimiter) !== delimiter || parameter.explode !== false) {
      throw new Error(`openapi/connect.yaml: every list-valued ${parameter.name} must be joined the same way`);
    }
    delimiters.set(parameter.name, delimiter);
  }
  return Object.fromEntries([...delimiters].filter(([, delimiter]) => delimiter !== ","));
}

function describeBody(document: OpenApiDocument, operation: OperationObject) {
  const { responses } = operation;
  const sent = requestMediaType(operation) ?? "application/json";
  if (sent !== "application/json" || otherMediaTypes(responses).length > 0) return { body: "binary" };
  const success = responses["200"] ?? responses["201"] ?? responses["202"] ?? responses["204"];
  const schema = success?.content?.["application/json"]?.schema;
  if (schema === undefined) return { body: "none" };
  const { type, items, properties } = resolveSchema(document, schema);
  if (type === "array") return { body: "list", ...identityOf(document, items) };
  const results = properties?.["results"];
  if (results === undefined) return identityOf(document, schema);
  return { body: "page", ...identityOf(document, resolveSchema(document, results).items) };
}

/** The fields of an operation's input, as `checkInput` in `src/input.ts` takes them. */
function describeInput(document: OpenApiDocument, { path, method, operation, parameters }: Operation) {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (method === "get" && body !== undefined) throw new Error(`openapi/connect.yaml: GET ${path} has a body`);
  const parameterFields = query.map(({ name, schema, required }) => fieldOf(name, schema, required)).join(" ");
  if (method === "get") return parameterFields === "" ? {} : { fields: parameterFields };
  const { items, ...object } = body === undefined ? {} : resolveSchema(document, body);
  const { properties = {}, required = [] } = items === undefined ? object : resolveSchema(document, items);
  const bodyFields = Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name)));
  if (items !== undefined) bodyFields.unshift("[]");
  return {
    ...(body !== undefined && { fields: bodyFields.join(" ") }),
    ...(parameterFields !== "" && { query: parameterFields }),
  };

  function fieldOf(name: string, schema: SchemaObject, isRequired = false): string {
    return `${name}:${isRequired ? "!" : ""}${ruleOf(document, schema)}`;
  }
}

/** The kinds of value that a schema allows, as `checkValue` in `src/input.ts` takes them. */
function ruleOf(document: OpenApiDocument, schema: SchemaObject): string {
  const { type = [], enum: values, oneOf, items } = resolveSchema(document, schema);
  if (oneOf !== undefined) return oneOf.map((each) => ruleOf(document, each)).join("|");
  if (items !== undefined) return `[]${ruleOf(document, items)}`;
  // JSON has neither NaN nor Infinity: they would become null.
  if (values === undefined) return [type].flat().join("|").replace("number", "decimal");
  return values.map((value) => `=${value}`).join("|");
}

/** The required string property that tells a record from others of its kind, if it has one. */
function identityOf(document: OpenApiDocument, schema: SchemaObject = {}): { identity?: string } {
  const { required = [], properties = {} } = resolveSchema(document, schema);
  const isString = (name: string): boolean =>
    required.includes(name) && resolveSchema(document, properties[name] ?? {}).type === "string";
  const identity = ["guid", "id", "username", "name", "api_key"].find(isString);
  return identity === undefined ? {} : { identity };
}

function toLiteral(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${JSON.stringify(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
