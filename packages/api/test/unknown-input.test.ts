import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  connectQuerySerializer,
  createConnectClient,
  InvalidArgumentError,
  isApiError,
  logger,
  paginate,
  retry,
  unlessAborted,
} from "@connect-sdk/api";
import { endpoints } from "../src/generated/endpoints.ts";
import { furtherEndpoints } from "../src/generated/further-endpoints.ts";
import { failureOf, stubClient } from "./support/stub-client.ts";
import { GUID, KEY, USER } from "./support/records.ts";

const { api, requests } = stubClient(() => Response.json(USER));
const url = "https://connect.example.com";
const path = { guid: GUID };

/** Calls a function as JavaScript does: with arguments that the compiler would refuse. */
function untyped(call: unknown, ...args: readonly unknown[]): unknown {
  return call instanceof Function ? (Reflect.apply(call, api, args) as unknown) : undefined;
}

async function method(name: string, ...args: readonly unknown[]): Promise<unknown> {
  return untyped(Reflect.get(api, name), ...args);
}

async function created(options: object): Promise<unknown> {
  return untyped(createConnectClient, { url, apiKey: KEY, ...options });
}

async function refused(call: Promise<unknown>): Promise<InvalidArgumentError> {
  const sent = requests.length;
  const error = await failureOf(call);
  expect(requests).toHaveLength(sent);
  if (error instanceof InvalidArgumentError) return error;
  throw error;
}

describe("a call is refused before anything is sent", () => {
  test.each<[what: string, call: readonly [method: string, ...args: unknown[]], message: string, fix: string]>([
    [
      "query beside params",
      ["GET", "/v1/users", { query: { prefix: "jo" } }],
      '"query" is not an option',
      "Put query under params",
    ],
    [
      "a query parameter beside params",
      ["GET", "/v1/users", { prefix: "jo" }],
      '"prefix"',
      "Put prefix under params.query.",
    ],
    [
      "a body field beside the body",
      ["POST", "/v1/users", { username: "jo" }],
      '"username"',
      "Put username under body.",
    ],
    [
      "an unknown query parameter",
      ["GET", "/v1/users", { params: { query: { page_sze: 5 } } }],
      '"page_sze"',
      'Did you mean "page_size"?',
    ],
    [
      "a query where there is none",
      ["GET", "/v1/user", { params: { query: { prefix: "jo" } } }],
      '"prefix"',
      "Leave it out.",
    ],
    ["an unknown path parameter", ["GET", "/v1/users/{guid}", { params: { path: { id: GUID } } }], '"id"', "Use guid."],
    ["an unknown option", ["GET", "/v1/user", { timeuot: 5 }], '"timeuot"', 'Did you mean "timeout"?'],
    [
      "an unknown body field",
      ["PUT", "/v1/users/{guid}", { params: { path }, body: { first_nam: "Jo" } }],
      '"first_nam"',
      'Did you mean "first_name"?',
    ],
    [
      "a body field of another type",
      ["PUT", "/v1/users/{guid}", { params: { path }, body: { first_name: 5 } }],
      '"first_name" is 5',
      "Pass a string",
    ],
    [
      "null for a body field",
      ["PUT", "/v1/users/{guid}", { params: { path }, body: { first_name: null } }],
      '"first_name" is null',
      "Pass a string",
    ],
    ["a missing body", ["PUT", "/v1/users/{guid}", { params: { path } }], "body is missing", "Pass an object"],
    ["null as a body", ["PUT", "/v1/users/{guid}", { params: { path }, body: null }], "body is null", "Pass an object"],
    [
      "a body where there is none",
      ["DELETE", "/v1/groups/{guid}", { params: { path }, body: {} }],
      '"body"',
      "Use params",
    ],
    [
      "a query parameter of another type",
      ["GET", "/v1/users", { params: { query: { page_size: "5" } } }],
      '"page_size" is a string',
      "Pass an integer",
    ],
    [
      "null for a query parameter",
      ["GET", "/v1/users", { params: { query: { prefix: null } } }],
      '"prefix" is null',
      "Pass a string",
    ],
    [
      "a string for a list",
      ["GET", "/v1/users", { params: { query: { user_role: "viewer" } } }],
      '"user_role" is a string',
      "Pass a list",
    ],
    [
      "an unknown role",
      ["GET", "/v1/users", { params: { query: { user_role: ["viewr"] } } }],
      '"viewr"',
      'Did you mean "viewer"?',
    ],
    [
      "an object for a list of objects",
      ["PUT", "/v1/content/{guid}/oauth/integrations/associations", { params: { path }, body: {} }],
      '"body" is an object',
      "Pass a list",
    ],
    ["null for params", ["GET", "/v1/users", { params: null }], '"params" is null', "Pass an object"],
    ["null for the options", ["GET", "/v1/users", null], "options is null", "Pass an object"],
    [
      "an empty object as a signal",
      ["GET", "/v1/user", { signal: {} }],
      '"signal" is an object of another kind',
      "Pass an AbortSignal",
    ],
    [
      "a controller as a signal",
      ["GET", "/v1/user", { signal: new AbortController() }],
      '"signal"',
      "Pass an AbortSignal",
    ],
    ["true as a timeout", ["GET", "/v1/user", { timeout: true }], '"timeout" is true', "Pass a number or false"],
    ["an unknown retry option", ["GET", "/v1/user", { retry: { retrys: 1 } }], '"retrys"', 'Did you mean "retries"?'],
    ["a header that is no string", ["GET", "/v1/user", { headers: { "x-a": 5 } }], '"x-a" is 5', "Pass a string"],
    [
      "a misspelled path",
      ["GET", "/v1/usrs"],
      "GET /v1/usrs is not an operation",
      'Did you mean "/v1/users"? Call other endpoints with api.request().',
    ],
    [
      "a path with its parameters filled in",
      ["GET", `/v1/users/${GUID}`],
      "is not an operation",
      'Did you mean "/v1/users/{guid}"?',
    ],
    [
      "a method that the path does not have",
      ["DELETE", "/v1/users"],
      "DELETE /v1/users is not an operation",
      "api.request()",
    ],
    ["a path that every object has", ["GET", "constructor"], "is not an operation", "api.request()"],
    ["no path", ["GET"], '"path" is missing', "Pass a string"],
    [
      "an unknown option of request()",
      ["request", "GET", "v1/tags", { params: {} }],
      '"params"',
      "Pass query directly.",
    ],
    [
      "an object in a query of request()",
      ["request", "GET", "v1/tags", { query: { a: {} } }],
      '"a"',
      "Pass a string or a decimal or a boolean",
    ],
    [
      "null in a query of request()",
      ["request", "GET", "v1/tags", { query: { a: null } }],
      '"a" is null',
      "Pass a string",
    ],
    ["a method of request() in lower case", ["request", "get", "v1/tags"], '"get"', 'Did you mean "GET"?'],
    ["no path of request()", ["request", "GET"], "path", "Pass a string"],
    ["a plugin without a fetch function", ["use", { name: "p" }], '"fetch" is missing', "Pass a function"],
    ["a plugin that is a function", ["use", () => undefined], '"plugins" is a function', "Pass an object"],
  ])("%s", async (_, [name, ...args], message, fix) => {
    const error = await refused(method(name, ...args));
    expect(error.message).toContain(message);
    expect(error.message).toContain("Nothing was sent.");
    expect(error.fix).toContain(fix);
  });

  test("undefined means not given, everywhere", async () => {
    const nothing = { params: undefined, body: undefined, signal: undefined, headers: undefined, retry: undefined };
    await expect(method("GET", "/v1/user", { ...nothing, unknown: undefined })).resolves.toBeDefined();
  });

  test("a getter cannot change its value after the check", async () => {
    let reads = 0;
    const body = {
      get first_name() {
        return ++reads === 1 ? "Jo" : 5;
      },
    };
    await method("PUT", "/v1/users/{guid}", { params: { path }, body });
    expect(await requests.at(-1)?.json()).toEqual({ first_name: "Jo" });
  });
});

test.each<[what: string, call: readonly [method: string, ...args: unknown[]], isOptional: boolean]>([
  ["a number as a condition", ["GET", "/v1/users", { params: { query: { prefix: 5 } } }], true],
  ["null as an optional field", ["POST", "/v1/users", { body: { username: "jo", email: null } }], true],
  ["null as a required field", ["POST", "/v1/users", { body: { username: null } }], false],
  ["null as a path parameter", ["GET", "/v1/users/{guid}", { params: { path: { guid: null } } }], false],
  ["null as params.query", ["GET", "/v1/users", { params: { query: null } }], true],
  ["null as options", ["GET", "/v1/users", null], true],
  ["null as a body", ["POST", "/v1/users", { body: null }], false],
  ["a number as a path", ["GET", 5], false],
  ["an element of a list", ["GET", "/v1/users", { params: { query: { user_role: [5] } } }], false],
  [
    "a number as a required element",
    ["POST", "/v1/users/{guid}/lock", { params: { path }, body: { locked: 1 } }],
    false,
  ],
])("%s can be left out only if it is optional", async (_, call, isOptional) => {
  const { fix } = await refused(method(...call));
  expect(fix).toMatch(/^Pass .*\.$/);
  expect(fix.endsWith(", or leave it out.")).toBe(isOptional);
});

describe("an option of createConnectClient is refused", () => {
  test.each<[options: object, message: string, fix: string]>([
    [{ timeuot: 5 }, '"timeuot" is not an option', 'Did you mean "timeout"?'],
    [{ headers: {} }, '"headers"', "Pass headers to each call, or add a plugin."],
    [{ signal: AbortSignal.abort() }, '"signal"', "Pass signal to each call"],
    [{ plugins: {} }, '"plugins"', "Pass a list"],
    [{ plugins: [{ name: "p" }] }, '"fetch" is missing', "Pass a function"],
    [{ plugins: [{ name: "p", per: "atempt", fetch: () => undefined }] }, '"atempt"', 'Did you mean "attempt"?'],
    [{ retry: null }, '"retry" is null', "Pass an object or false"],
    [{ retry: true }, '"retry" is true', "Pass an object or false"],
    [{ retry: { clock: { sleep: 5 } } }, '"sleep" is 5', "Pass a function"],
    [{ timeout: null }, '"timeout" is null', "Pass a number or false"],
    [{ timeout: "5" }, '"timeout" is a string', "Pass a number or false"],
    [{ timeout: NaN }, "timeout is NaN", "Pass a number above 0."],
    [{ deadline: 0 }, "deadline is 0", "Pass a number above 0."],
    [{ maxResponseBytes: -1 }, "maxResponseBytes is -1", "Pass a number above 0."],
    [{ maxResponseBytes: false }, '"maxResponseBytes" is false', "Pass a number"],
    [{ fetch: {} }, '"fetch" is an object', "Pass a function"],
    [{ userAgent: "x\r\ny: z" }, "userAgent cannot be sent", "line breaks"],
    [{ onDeprecated: true }, '"onDeprecated" is true', "Pass a function or false"],
    [{ token: "t" }, "more than one credential", "Pass apiKey, token or anonymous."],
    [{ anonymous: true }, "more than one credential", "Pass apiKey, token or anonymous."],
    [{ refresh: () => "t" }, "refresh is given without token", "Pass token, or leave it out."],
    [{ apiKey: undefined, token: "t", behindGateway: true }, "behindGateway is given without apiKey", "Pass apiKey"],
    [{ apiKey: null }, '"apiKey" is null', "Pass a string"],
  ])("%o", async (options, message, fix) => {
    const error = await refused(created(options));
    expect(error.message).toContain(message);
    expect(error.fix).toContain(fix);
  });
});

test.each<[name: string, call: () => unknown]>([
  ["retry()", () => untyped(retry, { retrys: 1 })],
  ["logger()", () => untyped(logger, {})],
  ["isApiError()", () => untyped(isApiError, new Error(), { sttus: 404 })],
  ["connectQuerySerializer()", () => untyped(connectQuerySerializer, null)],
  ["paginate()", async () => (untyped(paginate) as AsyncGenerator).next()],
  ["unlessAborted()", async () => untyped(unlessAborted, Promise.resolve(), {})],
])("%s refuses what it does not understand", async (_, call) => {
  await refused((async () => call())());
});

describe("one random unknown key", () => {
  /** A name that no object of the interface has. */
  const unknownKey = fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).map((name) => `${name}\u{1f511}`);
  const all = [endpoints, furtherEndpoints].flatMap((table) =>
    Object.entries(table).flatMap(([template, methods]) =>
      Object.entries(methods).map(([name, { body, fields = "" }]) => ({
        template,
        name,
        body,
        isList: fields.startsWith("[]"),
      })),
    ),
  );
  // Other operations are refused as a whole, see below.
  const calls = all.filter(({ body }) => body !== "binary");
  const inEach: Record<string, (key: string, call: (typeof calls)[number]) => Promise<unknown>> = {
    "the options of a call": (key, { name, template }) => method(name, template, { [key]: 1 }),
    params: (key, { name, template }) => method(name, template, { params: { [key]: 1 } }),
    "params.path": (key, { name, template }) => method(name, template, { params: { path: { [key]: 1 } } }),
    "params.query": (key, { name, template }) => method(name, template, { params: { query: { [key]: 1 } } }),
    body: (key, { name, template, isList }) => method(name, template, { body: isList ? [{ [key]: 1 }] : { [key]: 1 } }),
    "retry of a call": (key, { name, template }) => method(name, template, { retry: { [key]: 1 } }),
    "the options of request()": (key) => method("request", "GET", "v1/tags", { [key]: 1 }),
    "the options of the client": (key) => created({ [key]: 1 }),
    "retry of the client": (key) => created({ retry: { [key]: 1 } }),
    "the options of retry()": async (key) => untyped(retry, { [key]: 1 }),
  };

  test.each(Object.entries(inEach))("in %s is refused, and nothing is sent", async (_, call) => {
    await fc.assert(
      fc.asyncProperty(unknownKey, fc.constantFrom(...calls), async (key, endpoint) => {
        const error = await refused(call(key, endpoint));
        expect(error.message).toMatch(/^".*" is not .*\. Nothing was sent\. /u);
      }),
    );
  });

  test.each(all.filter(({ body }) => body === "binary"))(
    "or none is refused by $name $template, which is not JSON, and nothing is sent",
    async (endpoint) => {
      const { name, template } = endpoint;
      for (const options of [undefined, {}, { nonsense: 1 }, { body: {} }]) {
        const error = await refused(method(name, template, options));
        expect(error.message).toContain(`${name} ${template} is not called with JSON. Nothing was sent.`);
        expect(error.fix).toBe("Call api.fetch() instead.");
      }
    },
  );
});
