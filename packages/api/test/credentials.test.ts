import { describe, expect, test, vi } from "vitest";
import type { Credentials } from "@connect-sdk/api";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, KEY, USER } from "./support/records.ts";

const only = (token: string) => (request: Request) =>
  request.headers.get("authorization") === `Bearer ${token}` ? Response.json(USER) : new Response("", { status: 401 });

describe("an API key", () => {
  test("goes into Authorization", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    await api.GET("/v1/user");
    expect(requests[0]?.headers.get("authorization")).toBe(`Key ${KEY}`);
    expect(requests[0]?.headers.has("x-rsc-authorization")).toBe(false);
  });

  test("behind a gateway leaves Authorization to the gateway", async () => {
    const { api, requests } = stubClient(() => Response.json(USER), {}, { apiKey: KEY, behindGateway: true });
    await api.GET("/v1/user", { headers: { authorization: "Bearer for-the-gateway" } });
    expect(requests[0]?.headers.get("x-rsc-authorization")).toBe(`Key ${KEY}`);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer for-the-gateway");
  });

  test.each(["", " ", `${KEY}\n`, `Key ${KEY}`, `${KEY}…`, undefined])(
    "that is malformed is rejected at once: %j",
    async (apiKey) => {
      // What JavaScript and undeclared environment variables may pass.
      const credentials: Credentials = Object.assign({ apiKey: "" }, { apiKey });
      const error = await failureOf(
        Promise.resolve().then(() => stubClient(() => Response.json(USER), {}, credentials)),
      );
      expect(error).toMatchObject({ name: "InvalidArgumentError", argument: "apiKey" });
      expect(String(error)).not.toContain(KEY);
    },
  );

  test("gives way to the caller's header", async () => {
    const { api, requests } = stubClient(() => Response.json({ api_key: "new" }));
    await api.POST("/v1/bootstrap", { headers: { authorization: "Connect-Bootstrap token" } });
    expect(requests[0]?.headers.get("authorization")).toBe("Connect-Bootstrap token");
  });

  test("is not sent to another server when a plugin diverts the request", async () => {
    const divert = {
      name: "divert",
      fetch: (request: Request, next: (request: Request) => Promise<Response>) =>
        next(new Request("https://evil.example.com/", request)),
    };
    const { api, requests } = stubClient(() => Response.json(USER), { plugins: [divert] });
    await api.GET("/v1/user");
    expect([...(requests[0]?.headers.keys() ?? [])]).not.toContain("authorization");
  });
});

describe("a token", () => {
  test("goes into Authorization as a bearer token", async () => {
    const { api } = stubClient(only("t1"), {}, { token: "t1" });
    expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
  });

  test("that is a function is called before each attempt", async () => {
    const token = vi.fn(() => Promise.resolve("t1"));
    const { api } = stubClient(
      (request, count) => (count === 1 ? new Response("", { status: 503 }) : only("t1")(request)),
      { retry: { delay: 0 } },
      { token },
    );
    await api.GET("/v1/user");
    expect(token).toHaveBeenCalledTimes(2);
  });

  test("is refreshed once after a 401, and the call repeated with its body", async () => {
    const refresh = vi.fn(() => Promise.resolve("t2"));
    const { api, requests } = stubClient(only("t2"), {}, { token: "t1", refresh });
    await api.PUT("/v1/users/{guid}", { params: { path: { guid: GUID } }, body: { first_name: "Jo" } });
    await api.GET("/v1/user");
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(requests).toHaveLength(3);
    expect(await requests[1]?.json()).toEqual({ first_name: "Jo" });
  });

  test("that is rejected again after the refresh is an AuthenticationError", async () => {
    const { api, requests } = stubClient(only("t3"), {}, { token: "t1", refresh: () => "t2" });
    await expect(api.GET("/v1/user")).rejects.toThrow(expect.objectContaining({ name: "AuthenticationError" }));
    expect(requests).toHaveLength(2);
  });

  test("is refreshed once for calls that are rejected together", async () => {
    const refresh = vi.fn(() => Promise.resolve("t2"));
    const { api } = stubClient(only("t2"), {}, { token: () => "t1", refresh });
    await Promise.all([api.GET("/v1/user"), api.GET("/v1/user"), api.GET("/v1/user")]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test("is refreshed again after a refresh that failed", async () => {
    const refresh = vi.fn<() => string>().mockImplementationOnce(() => {
      throw new Error("offline");
    });
    refresh.mockReturnValue("t2");
    const { api } = stubClient(only("t2"), {}, { token: "t1", refresh });
    await expect(api.GET("/v1/user")).rejects.toThrow("offline");
    expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
  });

  test("without a refresh is an AuthenticationError after a 401", async () => {
    const { api } = stubClient(only("t2"), {}, { token: "t1" });
    expect(await failureOf(api.GET("/v1/user"))).toMatchObject({ name: "AuthenticationError" });
  });

  test("that is malformed is rejected without quoting it", async () => {
    const { api, requests } = stubClient(() => Response.json(USER), {}, { token: () => `${KEY}\nx` });
    const error = await failureOf(api.GET("/v1/user"));
    expect(error).toMatchObject({ argument: "token" });
    expect(String(error)).not.toContain(KEY);
    expect(requests).toEqual([]);
  });
});

test("an anonymous client sends no credential", async () => {
  const { api, requests } = stubClient(() => Response.json({}), {}, { anonymous: true });
  await api.GET("/server_settings");
  expect([...(requests[0]?.headers.keys() ?? [])].filter((name) => name.includes("authorization"))).toEqual([]);
});
