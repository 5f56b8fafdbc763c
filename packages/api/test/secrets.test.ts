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

const echoing: Record<string, Respond> = {
  "an error that quotes the key": () =>
    Response.json({ code: 30, error: `Bad key ${KEY}`, payload: { key: KEY } }, { status: 401 }),
  "an error page that quotes the key": () => new Response(`<p>${KEY}`, { status: 502 }),
  "a web page that quotes the key": () => new Response(`<p>${KEY}`),
  "a failure of fetch that quotes the key": (request) => {
    const header = request.headers.get("authorization") ?? "";
    throw new TypeError("fetch failed", { cause: new Error(`cannot send ${header}`) });
  },
  "a failure of fetch whose stack quotes the key": () => {
    const error = new Error("failed");
    error.stack = `failed ${KEY}`;
    throw error;
  },
  "a failure of fetch that is a string": () => {
    AbortSignal.abort(KEY).throwIfAborted();
    return new Response();
  },
  "a failure of the runtime": () => {
    throw new TypeError("fetch failed");
  },
};

describe("the key is not in", () => {
  test.each(Object.entries(echoing))("the result of %s", async (_, respond) => {
    const { api } = stubClient(respond, { retry: false });
    const error = await failureOf(api.request("GET", "v1/user", { query: { echo: KEY } }));
    expect(error).toBeInstanceOf(Error);
    expect(printed(error)).not.toContain(KEY);
  });

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

  test("the log", async () => {
    const entries: unknown[] = [];
    const { api } = stubClient(() => Response.json(USER), { plugins: [logger((entry) => entries.push(entry))] });
    await api.GET("/v1/users", { params: { query: { prefix: KEY } } }).catch(() => undefined);
    expect(entries).toHaveLength(1);
    expect(printed(entries)).not.toContain(KEY);
  });
});
