import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { logger } from "@connect-sdk/api";
import { type Respond, stubClient, failureOf } from "./support/stub-client.ts";
import { KEY, USER } from "./support/records.ts";

/** Everything that a program may print of a value. */
function printed(value: unknown): string {
  const deep = inspect(value, { depth: 20, showHidden: true, getters: true });
  return [deep, String(value), JSON.stringify(value), value instanceof Error ? value.stack : ""].join("\n");
}

/** What a reader could decode of a printed value. */
function decoded(text: string): string {
  const base64 = (text.match(/[\w+/-]{12,}/g) ?? []).map((each) =>
    atob(
      each
        .replaceAll("-", "+")
        .replaceAll("_", "/")
        .slice(0, each.length - (each.length % 4)),
    ),
  );
  const html = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const percent = text.replace(/%(?:25)*([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const escapes = text.replace(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [text, ...base64, html, percent, escapes, text.replaceAll("\\", "")].join("\n");
}

/** Failures that quote the key in some way. */
const echoing = (key: string): Record<string, Respond> => ({
  "an error that quotes the key": () =>
    Response.json({ code: 30, error: `Bad key ${key}`, payload: { key } }, { status: 401 }),
  "an error page that quotes the key": () => new Response(`<p>${key}`, { status: 502 }),
  "a web page that quotes the key": () => new Response(`<p>${key}`),
  "a failure of fetch that quotes the key": (request) => {
    const header = request.headers.get("authorization") ?? "";
    throw new TypeError("fetch failed", { cause: new Error(`cannot send ${header}`) });
  },
  "an error with an escaped slash in the key": () =>
    new Response(`{"code":30,"error":"Bad key ${key.replaceAll("/", String.raw`\/`)}"}`, { status: 401 }),
  "an error with the key as escapes": () =>
    new Response(`{"code":30,"error":"${unicode(key)}","payload":{"${unicode(key)}":["${unicode(key)}"]}}`, {
      status: 401,
    }),
  "an error that quotes the header": () =>
    Response.json({ code: 30, error: `Authorization: Key ${key}` }, { status: 401 }),
  "an error in base64": () =>
    Response.json({ code: 30, error: btoa(key), payload: [btoa(`user:${key}`), btoa(`a${key}`)] }, { status: 401 }),
  "an error in percent-encoding and HTML": () => {
    const percent = Array.from(key, (each) => `%${each.charCodeAt(0).toString(16)}`).join("");
    const html = Array.from(key, (each) => `&#${each.charCodeAt(0)};`).join("");
    return Response.json(
      { code: 30, error: percent, payload: { html, twice: percent.replaceAll("%", "%25") } },
      { status: 401 },
    );
  },
  "an error that nests too deeply to be read": () =>
    new Response(`{"code":30,"payload":${"[".repeat(50_000)}"${key}"${"]".repeat(50_000)}}`, { status: 401 }),
  "a correlation id": () => new Response("", { status: 500, headers: { "x-correlation-id": key } }),
  "a redirect to a host in lower case": () =>
    new Response("", { status: 302, headers: { location: `https://${key.toLowerCase()}.example.com/` } }),
  "a redirect to a path": () => new Response("", { status: 302, headers: { location: `/content/${key}` } }),
  "a foreign error with its request and configuration": (request) => {
    const error = new Error("Request failed");
    throw Object.assign(error, {
      code: "ECONNRESET",
      request,
      config: { headers: { authorization: request.headers.get("authorization") } },
      response: { request: { _header: Buffer.from(`Authorization: Key ${key}`) } },
    });
  },
  "a foreign error that is no failed connection": (request) => {
    throw Object.assign(new Error("Custom"), { options: new Map([["headers", request.headers]]) });
  },
  "a foreign error with a getter": () => {
    throw Object.defineProperty(new TypeError("fetch failed"), "token", { get: () => key, enumerable: true });
  },
  "a foreign error with an array of errors": () => {
    throw new TypeError("fetch failed", { cause: new AggregateError([new Error("a"), new Error(key)]) });
  },
  "a failure of fetch whose stack quotes the key": () => {
    const error = new Error("failed");
    error.stack = `failed ${key}`;
    throw error;
  },
  "a failure of fetch that is a string": () => {
    AbortSignal.abort(key).throwIfAborted();
    return new Response();
  },
  "a failure of the runtime": () => {
    throw new TypeError("fetch failed");
  },
});

/** A key with the characters that base64 and JSON spell in several ways. */
const SLASHED = "abc/def+ghi/jkl+MNO=PQR";

function unicode(text: string): string {
  return Array.from(text, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

describe("the key is not in", () => {
  test.each(Object.keys(echoing(KEY)))("the result of %s", async (what) => {
    for (const key of [KEY, SLASHED]) {
      const { api } = stubClient(echoing(key)[what] ?? (() => new Response()), { retry: false }, { apiKey: key });
      const error = await failureOf(api.request("GET", "v1/user", { query: { echo: key } }));
      expect(error).toBeInstanceOf(Error);
      expect(decoded(printed(error)).toLowerCase()).not.toContain(key.toLowerCase());
    }
  });

  test.each(["an error that quotes the key", "an error in base64", "an error in percent-encoding and HTML"])(
    "the result of %s, when it is a token of thousands of characters",
    async (what) => {
      const key = Array.from({ length: 1_000 }, (_, at) => `${at.toString(36)}.-_`)
        .join("")
        .slice(0, 5_000);
      const { api } = stubClient(echoing(key)[what] ?? (() => new Response()), { retry: false }, { apiKey: key });
      const error = await failureOf(api.request("GET", "v1/user"));
      expect(error).toMatchObject({ name: "AuthenticationError" });
      const shown = decoded(printed(error));
      for (let at = 0; at + 24 < key.length; at += 12) expect(shown).not.toContain(key.slice(at, at + 24));
    },
  );

  test("the error of a real connection that failed", async () => {
    const { api } = stubClient(() => Response.error(), {
      url: "http://nonexistent.invalid",
      fetch: undefined,
      retry: false,
    });
    expect(printed(await failureOf(api.GET("/v1/user")))).not.toContain(KEY);
  });

  test("the client", () => {
    expect(printed(stubClient(() => Response.json(USER)).api)).not.toContain(KEY);
  });

  test("what plugins see, before and after", async () => {
    const seen: unknown[] = [];
    const spy = (per: "call" | "attempt") => ({
      name: "spy",
      per,
      async fetch(request: Request, next: (request: Request) => Promise<Response>, context: object) {
        const response = await next(request);
        seen.push([...request.headers], context, [...response.headers], response.url);
        return response;
      },
    });
    const { api } = stubClient(() => Response.json(USER), { plugins: [spy("call"), spy("attempt")] });
    await api.GET("/v1/user");
    expect(seen).toHaveLength(8);
    expect(printed(seen)).not.toContain(KEY);
  });

  test("a deprecation notice", async () => {
    const notices: unknown[] = [];
    const headers = { "x-deprecated-endpoint": `GET /v2?key=${KEY}` };
    const { api } = stubClient(() => Response.json(USER, { headers }), {
      onDeprecated: (notice) => notices.push(notice),
    });
    await api.GET("/v1/user");
    expect(notices).toHaveLength(1);
    expect(printed(notices)).not.toContain(KEY);
  });

  test("a time limit that was exceeded", async () => {
    const { api } = stubClient(() => new Promise(() => undefined), { timeout: 1 });
    const error = await failureOf(api.request("GET", `v1/${KEY}`, { query: { echo: KEY } }));
    expect(error).toMatchObject({ name: "TimeoutError" });
    expect(printed(error)).not.toContain(KEY);
  });

  test("the log", async () => {
    const entries: unknown[] = [];
    const { api } = stubClient(() => Response.json(USER), { plugins: [logger((entry) => entries.push(entry))] });
    await api.GET("/v1/users", { params: { query: { prefix: KEY } } }).catch(() => undefined);
    expect(entries).toHaveLength(1);
    expect(printed(entries)).not.toContain(KEY);
  });
});

describe("what a call sends is not in its error", () => {
  const SECRET = "correct horse battery";
  const echo: Respond = async (request) =>
    Response.json({ code: 4, error: `Invalid: ${await request.text()}`, payload: [SECRET] }, { status: 400 });
  const { api } = stubClient(echo);

  test.each<[what: string, call: () => Promise<unknown>]>([
    ["a password", () => api.POST("/v1/users", { body: { username: "jo", password: SECRET } })],
    ["a ticket", () => api.PUT("/v1/users", { body: { temp_ticket: SECRET } })],
    ["a token of request()", () => api.request("POST", "v1/x", { body: { access_token: SECRET } })],
    ["a header of the caller", () => api.GET("/v1/user", { headers: { authorization: `Bearer ${SECRET}` } })],
  ])("%s", async (_, call) => {
    const error = await failureOf(call());
    expect(error).toMatchObject({ name: "InvalidRequestError" });
    expect(printed(error)).not.toContain(SECRET);
    expect(printed(error)).toContain("[redacted]");
  });

  test("other fields stay readable", async () => {
    const error = await failureOf(api.POST("/v1/users", { body: { username: "jolanda", password: SECRET } }));
    expect(String(error)).toContain("jolanda");
  });
});

describe("a failure that quotes what was sent", () => {
  const secret = "s3cret-of-the-body";
  const quote: Respond = async (request) => {
    const text = await request.text();
    throw new TypeError(`cannot send ${text}`, { cause: new Error(text) });
  };

  test.each<[string, BodyInit]>([
    ["a form", `grant_type=x&subject_token=${secret}`],
    ["parameters", new URLSearchParams({ subject_token: secret })],
    ["JSON", JSON.stringify({ config: [{ client_secret: secret }] })],
  ])("hides the secrets of %s that `fetch` sends", async (_what, body) => {
    const error = await failureOf(stubClient(quote).api.fetch("/v1/x", { method: "POST", body }));
    expect(printed(error)).not.toContain(secret);
    expect(printed(error)).toContain("[redacted]");
  });

  test("hides the secrets inside a body", async () => {
    const body = { name: "Custom", template: "custom", config: { client_secret: secret } };
    const error = await failureOf(stubClient(quote).api.POST("/v1/oauth/integrations", { body }));
    expect(printed(error)).not.toContain(secret);
  });

  test("is not a circle, even if the body is one", async () => {
    const body: Record<string, unknown> = { name: "circle" };
    body["self"] = body;
    expect(await failureOf(stubClient(quote).api.request("POST", "v1/x", { body }))).toBeInstanceOf(Error);
  });
});
