/** Checks what callers pass to the client: its options, and each call against the endpoints of the document. */
import type { CallOptions, ConnectClientOptions, RawRequestOptions } from "./client-types.ts";
import { invalidArgument } from "./errors.ts";
import { type Endpoint, endpoints } from "./generated/endpoints.ts";
import { checkInput, checkValue, type Defined } from "./input.ts";
import type { HttpMethod } from "./operations.ts";
import { type ConnectPlugin, METHODS } from "./plugin.ts";
import { checkRetry } from "./plugins/retry.ts";
import { printable } from "./printable.ts";
import { suggest } from "./suggest.ts";

const TIME = "timeout:number|false deadline:number|false retry:object|false";
const CALL = `signal:signal headers:object ${TIME}`;
const TYPED_CALL = `params:object ${CALL}`;
const TYPED_CALL_WITH_BODY = `body:any ${TYPED_CALL}`;
const RAW_CALL = `query:object body:any ${CALL}`;
const CLIENT =
  `url:any apiKey:string token:string|function anonymous:true behindGateway:boolean refresh:function ${TIME} ` +
  "fetch:function maxResponseBytes:number plugins:[]object userAgent:string onDeprecated:function|false";

/** Checks the options of `createConnectClient`. */
export function checkClientOptions(options: ConnectClientOptions): Defined<ConnectClientOptions> {
  const checked = checkInput("options", options, CLIENT, (name) =>
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

/** Checks the path and the options of a typed call. */
export function checkTypedCall(method: HttpMethod, path: string, call: TypedCall): TypedCall {
  const { body: kind, fields, query = method === "GET" ? fields : undefined } = findEndpoint(method, path);
  // Only `fetch` sends and returns other bodies than JSON.
  if (kind === "binary") {
    throw invalidArgument("path", `${method} ${path} is not called with JSON.`, "Call api.fetch() instead.");
  }
  const bodyFields = method === "GET" ? undefined : fields;
  const { params, body, ...options } = checkInput(
    "options",
    call,
    bodyFields === undefined ? TYPED_CALL : TYPED_CALL_WITH_BODY,
    (name) => {
      const isField = (list = "") => ` ${list}`.includes(` ${name}:`);
      const place =
        name === "query" || name === "path"
          ? `params: { params: { ${name} } }`
          : isField(query)
            ? "params.query"
            : isField(bodyFields) && "body";
      return place ? `Put ${name} under ${place}.` : undefined;
    },
  );
  const given = params && checkInput("params", params, "path:object query:object");
  const parameters = {
    path: given?.path && checkInput("params.path", given.path, pathFields(path)),
    query: given?.query && checkInput("params.query", given.query, query ?? ""),
  };
  const checked = checkCall(options);
  // A body without named fields (a list, a map) is not checked.
  const checkedBody = bodyFields ? checkInput("body", body, bodyFields) : body;
  return { ...checked, params: parameters, body: checkedBody };
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

function findEndpoint(method: HttpMethod, path: string): Endpoint {
  checkValue("path", path, "string");
  const endpoint = Object.hasOwn(endpoints, path) ? endpoints[path]?.[method] : undefined;
  if (endpoint !== undefined) return endpoint;
  const known = Object.keys(endpoints).filter((each) => endpoints[each]?.[method] !== undefined);
  const similar = suggest(findSchemaPath(path), known);
  throw invalidArgument(
    "path",
    `${method} ${printable(path)} is not an operation of the document.`,
    `${similar === undefined ? "" : `Did you mean "${similar}"? `}Call other endpoints with api.request().`,
  );
}

/** Returns the path of the document that a path without placeholders belongs to, or the path itself. */
export function findSchemaPath(path: string): string {
  if (path in endpoints) return path;
  const isMatch = (pattern: string) => new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  return Object.keys(endpoints).find(isMatch) ?? path;
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
