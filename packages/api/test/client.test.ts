import { describe, expect, test } from "vitest";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, KEY, USER } from "./support/records.ts";

describe("a typed call", () => {
  test("sends method, path, query and body, and resolves to the parsed body", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    const { data, response } = await api.PUT("/v1/users/{guid}", {
      params: { path: { guid: GUID } },
      body: { first_name: "Jo" },
    });
    const [request] = requests;
    expect(request?.method).toBe("PUT");
    expect(request?.url).toBe(`https://connect.example.com/__api__/v1/users/${GUID}`);
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(await request?.json()).toEqual({ first_name: "Jo" });
    expect(data.username).toBe("jo");
    expect(response.status).toBe(200);
  });

  test("sends no body and no content type when there is nothing to send", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    await api.GET("/v1/user");
    expect(requests[0]?.body).toBeNull();
    expect(requests[0]?.headers.has("content-type")).toBe(false);
  });

  test("refuses an operation that takes a form, which api.fetch can send", async () => {
    const { api, requests } = stubClient(() => Response.json({}));
    // @ts-expect-error the type of the body says to use api.fetch
    const call = api.POST("/v1/oauth/integrations/credentials", { body: {} });
    const error = await failureOf(call);
    expect(String(error)).toContain("POST /v1/oauth/integrations/credentials is not called with JSON.");
    expect(error).toHaveProperty("fix", "Call api.fetch() instead.");
    expect(requests).toEqual([]);
    const body = new URLSearchParams({ audience: "x" });
    await api.fetch("/v1/oauth/integrations/credentials", { method: "POST", body });
    expect(await requests[0]?.text()).toBe("audience=x");
  });

  test("sends a user agent, and one correlation id for all attempts of a call", async () => {
    const { api, requests } = stubClient(
      (_, count) => (count === 1 ? new Response("", { status: 503 }) : Response.json(USER)),
      { userAgent: "portal/1.2", retry: { clock: { sleep: () => Promise.resolve() } } },
    );
    await api.GET("/v1/user");
    const ids = requests.map(({ headers }) => headers.get("x-correlation-id"));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(requests[0]?.headers.get("user-agent")).toBe("portal/1.2 connect-sdk");
  });

  test("sends the caller's headers, even instead of its own", async () => {
    const { api, requests } = stubClient(() => Response.json({ api_key: "new" }), {}, { anonymous: true });
    await api.POST("/v1/bootstrap", {
      headers: { authorization: "Connect-Bootstrap token", "x-correlation-id": "mine" },
    });
    expect(requests[0]?.headers.get("authorization")).toBe("Connect-Bootstrap token");
    expect(requests[0]?.headers.get("x-correlation-id")).toBe("mine");
  });

  test("accepts a page with links in place of a total, and nothing less", async () => {
    const cursors = { previous: null, next: null };
    const paging = { cursors, first: null, previous: null, next: null, last: null };
    const bodies = [{ results: [], paging }, { results: [] }];
    const { api } = stubClient(() => Response.json(bodies.shift()));
    expect((await api.GET("/v1/instrumentation/content/visits")).data.paging).toEqual(paging);
    const error = await failureOf(api.GET("/v1/instrumentation/content/visits"));
    expect(error).toMatchObject({ name: "UnexpectedResponseError" });
  });

  test("refuses an operation that is not JSON before anything is sent, and names api.fetch", async () => {
    const { api, requests } = stubClient(() => new Response("archive"));
    const params = { path: { guid: GUID, id: "1" } };
    // @ts-expect-error The compiler refuses it, too.
    const error = await failureOf(api.GET("/v1/content/{guid}/bundles/{id}/download", { params }));
    expect(error).toMatchObject({ name: "InvalidArgumentError", fix: expect.stringContaining("api.fetch(") as string });
    expect(requests).toHaveLength(0);
    const response = await api.fetch(`/v1/content/${GUID}/bundles/1/download`);
    expect(await response.text()).toBe("archive");
  });

  test("looks up the global fetch for each call, so that it can be replaced later", async () => {
    const { api } = stubClient(() => Response.json({}), { fetch: undefined });
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(Response.json(USER));
    try {
      expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
    } finally {
      globalThis.fetch = original;
    }
  });

  test("passes on fields, values and codes of a newer server", async () => {
    const newer = { ...USER, user_role: "auditor", tenant: { id: 1 } };
    const { api } = stubClient(() => Response.json({ results: [newer], current_page: 1, total: 1, next: null }));
    expect((await api.GET("/v1/users")).data).toEqual({ results: [newer], current_page: 1, total: 1, next: null });
  });

  test("rejects headers and bodies that cannot be sent, without quoting them", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    const error = await failureOf(api.GET("/v1/user", { headers: { "x-secret": `${KEY}\nx` } }));
    expect(error).toMatchObject({ name: "InvalidArgumentError" });
    expect(String(error)).not.toContain(KEY);
    await expect(api.request("POST", "v1/things", { body: circular })).rejects.toThrow("cannot be sent");
    expect(requests).toEqual([]);
  });

  test.each([0, -1, NaN])("rejects a timeout of %d", async (timeout) => {
    const { api } = stubClient(() => Response.json(USER));
    await expect(api.GET("/v1/user", { timeout })).rejects.toThrow("timeout");
    await expect(api.GET("/v1/user", { deadline: timeout })).rejects.toThrow("deadline");
  });
});

describe("request()", () => {
  test.each(["v1/tags", "/v1/tags"])("calls %s with the same credential", async (path) => {
    const { api, requests } = stubClient(() => Response.json([{ id: "1" }]));
    const { data } = await api.request("GET", path, { query: { name: ["a", "b|c"], parent: undefined } });
    expect(requests[0]?.url).toBe("https://connect.example.com/__api__/v1/tags?name=a&name=b%7Cc");
    expect(requests[0]?.headers.get("authorization")).toBe(`Key ${KEY}`);
    expect(data).toEqual([{ id: "1" }]);
  });

  test("keeps a query string that the path has", async () => {
    const { api, requests } = stubClient(() => Response.json({}));
    await api.request("GET", "v1/tags?a=1", { query: { b: 2 } });
    await api.request("GET", "v1/tags?a=1");
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(["?a=1&b=2", "?a=1"]);
  });

  test("sends a body, and resolves to undefined for an empty response", async () => {
    const { api, requests } = stubClient(() => new Response(null, { status: 204 }));
    expect((await api.request("DELETE", "v1/tags/1", { body: { force: true } })).data).toBeUndefined();
    expect(await requests[0]?.json()).toEqual({ force: true });
  });

  test("throws the same errors", async () => {
    const { api } = stubClient(() => new Response("404 page not found\n", { status: 404 }));
    await expect(api.request("GET", "v1/nonsense")).rejects.toThrow(
      expect.objectContaining({ name: "NotFoundError", code: undefined, operationId: undefined }),
    );
  });

  test("throws for a body that is not JSON", async () => {
    const { api } = stubClient(() => new Response("a,b\n1,2"));
    await expect(api.request("GET", "v1/users")).rejects.toThrow("invalid or truncated JSON");
  });
});
