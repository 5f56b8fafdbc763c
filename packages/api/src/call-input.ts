/** Checks what callers pass to the client: its options, and each call against the operation of the document that it belongs to. */
import type { CallOptions, ConnectClientOptions } from "./client-types.ts";
import { invalidArgument } from "./errors.ts";
import type { Endpoint } from "./generated/endpoints.ts";
import { checkInput, checkValue, type Defined } from "./input.ts";
import type { HttpMethod } from "./operations.ts";
import type { ConnectPlugin } from "./plugin.ts";
import { checkRetry } from "./plugins/retry.ts";

const TIME = "timeout:number|false deadline:number|false retry:object|false";
/** The options that all calls have in common. */
export const CALL = `signal:signal headers:object ${TIME}`;
const TYPED_CALL = `params:object ${CALL}`;
const TYPED_CALL_WITH_BODY = `body:any ${TYPED_CALL}`;

/** The options of `createConnectClient`, and of `connect` in `@connect-sdk/users`. */
export const CLIENT_OPTIONS =
  `url:!any apiKey:string token:string|function anonymous:true behindGateway:boolean refresh:function ${TIME} ` +
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
    throw invalidArgument("userAgent", "userAgent cannot be sent.", "Pass Latin characters without line breaks.");
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
    checkValue<unknown>("name", Reflect.get(plugin, "name"), "string");
    checkValue<unknown>("fetch", Reflect.get(plugin, "fetch"), "function");
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
export function checkTypedCall(method: HttpMethod, path: string, endpoint: Endpoint, call: TypedCall): CheckedCall {
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

/** Checks the options that all calls have in common. */
export function checkCall<Call extends CallOptions>(call: Call): Call {
  const { headers } = call;
  if (headers === undefined) return checkTime(call);
  // A `Headers` object has no properties. Neither has one of another implementation, which is refused.
  const own = headers instanceof Headers ? Object.fromEntries(headers) : headers;
  return checkTime({ ...call, headers: checkInput("headers", own, "anything:string") });
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
    fields = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => `${name}:!string|integer`).join(" ");
    fieldsOfPath.set(path, fields);
  }
  return fields;
}
