import { QueryClient } from "@tanstack/react-query";
import createRawClient from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { createElement } from "react";
import { renderToReadableStream } from "react-dom/server.browser";
import { describe, expect, test, vi } from "vitest";
import { connectQuerySerializer } from "@connect-sdk/api";
import { toOpenapiFetch } from "@connect-sdk/api/openapi-fetch";
import type { paths } from "@connect-sdk/api/schema";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, KEY, NOT_FOUND, USER } from "./support/records.ts";

const page = { results: [USER], current_page: 1, total: 1 };
const ROLES_QUERY = "?user_role=viewer%7Cpublisher";

describe("toOpenapiFetch()", () => {
  test("returns a client that sends credentials and joins lists as Connect reads them", async () => {
    const { api, requests } = stubClient(() => Response.json(page));
    const { data, error } = await toOpenapiFetch(api).GET("/v1/users", {
      params: { query: { user_role: ["viewer", "publisher"] } },
    });
    expect(error).toBeUndefined();
    expect(data?.results[0]?.guid).toBe(GUID);
    expect(requests[0]?.url).toBe(`https://connect.example.com/__api__/v1/users${ROLES_QUERY}`);
    expect(requests[0]?.headers.get("authorization")).toBe(`Key ${KEY}`);
  });

  test("sends path parameters and JSON bodies", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    await toOpenapiFetch(api).PUT("/v1/users/{guid}", { params: { path: { guid: GUID } }, body: { first_name: "Jo" } });
    expect(requests[0]?.url).toMatch(new RegExp(`/__api__/v1/users/${GUID}$`));
    expect(await requests[0]?.json()).toEqual({ first_name: "Jo" });
  });

  test("resolves to no data where the document describes none", async () => {
    const { api } = stubClient(() => new Response(""));
    const { data, error, response } = await toOpenapiFetch(api).POST("/v1/users/{guid}/lock", {
      params: { path: { guid: GUID } },
      body: { locked: true },
    });
    expect([data, error, response.status]).toEqual([undefined, undefined, 200]);
  });

  test("retries like the client", async () => {
    const { api, requests } = stubClient(
      (_, count) => (count === 1 ? new Response("", { status: 503 }) : Response.json(page)),
      { retry: { delay: 0 } },
    );
    expect((await toOpenapiFetch(api).GET("/v1/users")).data?.total).toBe(1);
    expect(requests).toHaveLength(2);
  });

  test("returns Connect's errors", async () => {
    const { api } = stubClient(() => Response.json(NOT_FOUND, { status: 404 }));
    const { data, error, response } = await toOpenapiFetch(api).GET("/v1/users/{guid}", {
      params: { path: { guid: GUID } },
    });
    expect(data).toBeUndefined();
    expect(error).toEqual(NOT_FOUND);
    expect(response.status).toBe(404);
  });

  test.each(["", "<h1>Bad Gateway</h1>", "null", "{}", `{"error":"${KEY}"}`])(
    "throws an ApiError for an error status with the body %j, which would be neither data nor error",
    async (body) => {
      const { api } = stubClient(() => new Response(body, { status: 401 }));
      const error = await failureOf(toOpenapiFetch(api).GET("/v1/user"));
      expect(error).toMatchObject({ name: "AuthenticationError", status: 401, method: "GET" });
      expect(String(error)).not.toContain(KEY);
    },
  );
});

describe("openapi-react-query", () => {
  test("queries through the client", async () => {
    const { api, requests } = stubClient(() => Response.json(page));
    const query = createQueryClient(toOpenapiFetch(api));
    const data = await new QueryClient().query(
      query.queryOptions("get", "/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } }),
    );
    expect(data.results[0]?.username).toBe("jo");
    expect(requests[0]?.url).toMatch(`/v1/users${ROLES_QUERY}`);
  });

  test("fails with Connect's error", async () => {
    const { api } = stubClient(() => Response.json(NOT_FOUND, { status: 404 }));
    const query = createQueryClient(toOpenapiFetch(api));
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const failure = client.query(query.queryOptions("get", "/v1/users/{guid}", { params: { path: { guid: GUID } } }));
    expect(await failureOf(failure)).toEqual(NOT_FOUND);
  });
});

describe("swr-openapi", () => {
  test("queries through the client", async () => {
    // SWR decides when it is loaded whether it runs on a server, where it does not fetch.
    vi.stubGlobal("window", {});
    const { SWRConfig } = await import("swr");
    const { createQueryHook } = await import("swr-openapi");
    const { api, requests } = stubClient(() => Response.json(page));
    const useConnect = createQueryHook(toOpenapiFetch(api), "connect");
    const Users = () => {
      const { data } = useConnect(
        "/v1/users",
        { params: { query: { user_role: ["viewer", "publisher"] } } },
        { suspense: true },
      );
      return JSON.stringify(data);
    };
    const cache = new Map<string, { data?: unknown }>();
    const element = createElement(SWRConfig, { value: { provider: () => cache } }, createElement(Users));
    await new Response(await renderToReadableStream(element)).text();
    expect([...cache.values()].map(({ data }) => data)).toContainEqual(page);
    expect(requests[0]?.url).toMatch(`/v1/users${ROLES_QUERY}`);
  });
});

test("connectQuerySerializer fits a client of your own", async () => {
  const urls: string[] = [];
  const client = createRawClient<paths>({
    baseUrl: "https://connect.example.com/__api__",
    querySerializer: connectQuerySerializer,
    fetch: (request) => {
      urls.push(request.url);
      return Promise.resolve(Response.json(page));
    },
  });
  await client.GET("/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } });
  expect(urls).toEqual([`https://connect.example.com/__api__/v1/users${ROLES_QUERY}`]);
});
