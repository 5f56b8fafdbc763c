/** Checks what callers pass to the client: its options, and each call against the operation of the document that it belongs to. */
import type { CallOptions, ConnectClientOptions, RawRequestOptions } from "./client-types.ts";
import { invalidArgument, type InvalidArgumentError, printable } from "./errors.ts";
import { type Endpoint, type Endpoints, endpoints } from "./generated/endpoints.ts";
import { checkInput, checkValue, type Defined, suggest } from "./input.ts";
import { furtherEndpoints } from "./on-demand.ts";
import type { HttpMethod } from "./operations.ts";
import { type ConnectPlugin, METHODS } from "./plugin.ts";
import { checkRetry } from "./plugins/retry.ts";
import { unlessAborted } from "./signals.ts";

const TIME = "timeout:number|false deadline:number|false retry:object|false";
const CALL = `signal:signal headers:object ${TIME}`;
const TYPED_CALL = `params:object ${CALL}`;
const TYPED_CALL_WITH_BODY = `body:any ${TYPED_CALL}`;
const RAW_CALL = `query:object body:any ${CALL}`;

/** The options of `createConnectClient`, and of `connect` in `@connect-sdk/users`. */
export const CLIENT_OPTIONS =
  `url:any apiKey:string token:string|function anonymous:true behindGateway:boolean refresh:function ${TIME} ` +
  "fetch:function maxResponseBytes:number plugins:[]object userAgent:string onDeprecated:function|false";

/** Checks the options of `createConnectClient`. */
export function checkClientOptions(options: ConnectClientOptions): Defined<ConnectClientOptions> {
  const checked = checkInput("options", options, CLIENT_OPTIONS, (name) =>
    name === "signal" || name === "headers" ? `Pass ${name} to each call, or add a plugin.` : undefined,
  );
  const { userAgent = "", plugins = [] } = checked;
  // A caller without types can mix what the union excludes.
  const { apiKey, token, anonymous, behindGateway, refresh }: Readonly<Record<string, unknown>> = { ...checked };
  if ([apiKey, token, anonymous].filter((each) => each !== undefined).length > 1) {
    throw invalidArgument("apiKey", "There is more than one credential.", "Pass apiKey, token or anonymous.");
  }
  if (apiKey === undefined && behindGateway !== undefined) throw lacks("behindGateway", "apiKey");
  if (token === undefined && refresh !== undefined) throw lacks("refresh", "token");
  // The characters that a header can carry.
  if (/[^\t -~\u0080-\u00ff]/.test(userAgent)) {
    throw invalidArgument(
      "userAgent",
      "userAgent cannot be sent.",
      "Pass it without line breaks and Unicode characters.",
    );
  }
  checkPlugins(plugins);
  return checkTime(checked);
}

function lacks(argument: string, other: string) {
  return invalidArgument(argument, `${argument} is given without ${other}.`, `Pass ${other}, or leave it out.`);
}

/** Checks the values of the options that calls and the client have in common. */
function checkTime<Options extends Pick<ConnectClientOptions, "timeout" | "deadline" | "retry" | "maxResponseBytes">>(
  options: Options,
): Options {
  for (const name of ["timeout", "deadline", "maxResponseBytes"] as const) {
    const value = options[name] ?? 1;
    // Written so that NaN is refused.
    if (value !== false && !(value > 0)) throw invalidArgument(name, `${name} is ${value}.`, "Pass a number above 0.");
  }
  return options.retry ? { ...options, retry: checkRetry(options.retry) } : options;
}

/** Checks plugins that a caller adds. */
export function checkPlugins(plugins: readonly ConnectPlugin[]): void {
  for (const plugin of checkValue("plugins", plugins, "[]object")) {
    for (const [name, rule] of [
      ["name", "string"],
      ["fetch", "function"],
    ] as const) {
      checkValue<unknown>(name, Reflect.get(plugin, name), rule);
    }
    if (plugin.per !== undefined) checkValue("per", plugin.per, "=call|=attempt");
  }
}

/** The options of a typed call, whatever its operation is. */
export interface TypedCall extends CallOptions {
  params?: { path?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined };
  body?: unknown;
}

/** A typed call that was checked and copied. */
export interface CheckedCall {
  readonly options: CallOptions;
  readonly params: { readonly path: Record<string, unknown>; readonly query: Record<string, unknown> };
  readonly body: unknown;
}

/** Checks the path and the options of a typed call. */
export function checkTypedCall(
  method: HttpMethod,
  path: string,
  { schemaPath, endpoint }: FoundEndpoint,
  call: TypedCall,
): CheckedCall {
  if (endpoint === undefined || schemaPath !== path) throw undocumented(method, path);
  const { body: kind, fields, query = method === "GET" ? fields : undefined } = endpoint;
  // Only `fetch` sends and returns other bodies than JSON.
  if (kind === "binary") {
    throw invalidArgument("path", `${method} ${path} is not called with JSON.`, "Call api.fetch() instead.");
  }
  const bodyFields = method === "GET" ? undefined : fields;
  const options = checkInput("options", call, bodyFields === undefined ? TYPED_CALL : TYPED_CALL_WITH_BODY, (name) => {
    const isField = (list = "") => ` ${list}`.includes(` ${name}:`);
    const place =
      name === "query" || name === "path"
        ? `params: { params: { ${name} } }`
        : isField(query)
          ? "params.query"
          : isField(bodyFields) && "body";
    return place ? `Put ${name} under ${place}.` : undefined;
  });
  const params = options.params && checkInput("params", options.params, "path:object query:object");
  return {
    options: checkCall(options),
    params: {
      // Always an object: openapi-fetch does not call the serializer without one, so a missing parameter would be sent.
      path: params?.path ? checkInput("params.path", params.path, pathFields(path)) : {},
      query: params?.query ? checkInput("params.query", params.query, query ?? "") : {},
    },
    body: bodyFields ? checkBody(options.body, bodyFields) : undefined,
  };
}

/** Checks the options of a call of an undocumented endpoint. */
export function checkRawCall(method: HttpMethod, path: string, call: RawRequestOptions): RawRequestOptions {
  checkValue("method", method, METHODS.map((each) => `=${each}`).join("|"));
  checkValue("path", path, "string");
  const checked = checkInput("options", call, RAW_CALL, (name) =>
    name === "params" ? "Pass query directly." : undefined,
  );
  for (const [name, value] of Object.entries(checked.query ?? {})) {
    if (value !== undefined)
      checkValue<unknown>(name, value, `${Array.isArray(value) ? "[]" : ""}string|number|boolean`);
  }
  return checkCall(checked);
}

function checkCall<Call extends CallOptions>(call: Call): Call {
  // A `Headers` object has no properties.
  for (const [name, value] of Object.entries<unknown>(call.headers ?? {})) {
    if (value !== undefined) checkValue(name, value, "string");
  }
  return checkTime(call);
}

function undocumented(method: HttpMethod, path: string): InvalidArgumentError {
  const similar = suggest(findSchemaPath(path), listPaths(method));
  return invalidArgument(
    "path",
    `${method} ${printable(path)} is not an operation of the document.`,
    `${similar === undefined ? "" : `Did you mean "${similar}"? `}Call other endpoints with api.request().`,
  );
}

function checkBody(body: unknown, fields: string): unknown {
  if (!fields.startsWith("[]")) return checkInput("body", body, fields);
  checkValue("body", body, "[]object");
  return Array.isArray(body) ? body.map((each: unknown) => checkInput("an element of body", each, fields)) : body;
}

const fieldsOfPath = new Map<string, string>();

/** Returns the placeholders of a path as `checkInput` takes them. */
function pathFields(path: string): string {
  let fields = fieldsOfPath.get(path);
  if (fields === undefined) {
    fields = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => `${name}:string|number`).join(" ");
    fieldsOfPath.set(path, fields);
  }
  return fields;
}

/** An endpoint and its path as the document spells it; of an undocumented one, the path of the call. */
export interface FoundEndpoint {
  readonly schemaPath: string;
  readonly endpoint: Endpoint | undefined;
}

let tables: readonly Endpoints[] = [endpoints];

/**
 * Returns the endpoint of a path with or without placeholders. Returns `undefined` if it may be among the endpoints that are not
 * loaded yet.
 */
export function findEndpoint(method: HttpMethod, path: string): FoundEndpoint | undefined {
  checkValue("path", path, "string");
  const schemaPath = findSchemaPath(path);
  let endpoint: Endpoint | undefined;
  for (const table of tables) endpoint ??= table[schemaPath]?.[method];
  return endpoint === undefined && tables.length === 1 ? undefined : { schemaPath, endpoint };
}

/** As {@link findEndpoint}, after loading the endpoints that are not loaded yet, unless the call is canceled. */
export async function loadEndpoint(method: HttpMethod, path: string, call: CallOptions): Promise<FoundEndpoint> {
  const further = await unlessAborted(furtherEndpoints.load(), { ...call }.signal);
  tables = [endpoints, further.furtherEndpoints];
  return findEndpoint(method, path) ?? { schemaPath: path, endpoint: undefined };
}

/** Lists the paths of the endpoints that are loaded. */
export function listPaths(method?: HttpMethod): string[] {
  return tables.flatMap((table) =>
    Object.keys(table).filter((path) => method === undefined || table[path]?.[method] !== undefined),
  );
}

/** Returns the path of the document that a path without placeholders belongs to, or the path itself. */
export function findSchemaPath(path: string): string {
  if (tables.some((table) => Object.hasOwn(table, path))) return path;
  const given = path.split("/");
  const isMatch = (pattern: string) => {
    const segments = pattern.split("/");
    return (
      segments.length === given.length &&
      segments.every((each, index) => (each.startsWith("{") ? given[index] !== "" : each === given[index]))
    );
  };
  return listPaths().find(isMatch) ?? path;
}
