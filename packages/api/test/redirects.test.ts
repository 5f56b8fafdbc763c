import { describe, expect, test } from "vitest";
import { stubClient } from "./support/stub-client.ts";
import { GUID, KEY, USER } from "./support/records.ts";

const moved = (status: number, location: string) => () => new Response("", { status, headers: { location } });
const path = { guid: GUID };

describe("a redirect within the API", () => {
  test.each([301, 302, 307, 308])("%d keeps method, body and credential of a lock", async (status) => {
    const { api, requests } = stubClient((_, count) =>
      count === 1 ? moved(status, `/__api__/moved/users/${GUID}/lock`)() : new Response(""),
    );
    await api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked: true } });
    const last = requests.at(-1);
    expect(last?.method).toBe("POST");
    expect(last?.url).toBe(`https://connect.example.com/__api__/moved/users/${GUID}/lock`);
    expect(last?.headers.get("authorization")).toBe(`Key ${KEY}`);
    expect(await last?.json()).toEqual({ locked: true });
  });

  test("303 is followed for a GET", async () => {
    const { api } = stubClient((_, count) => (count === 1 ? moved(303, "/__api__/elsewhere")() : Response.json(USER)));
    expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
  });

  test("303 is an error for anything else, because it would drop the body", async () => {
    const { api, requests } = stubClient(moved(303, "/__api__/elsewhere"));
    await expect(api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked: true } })).rejects.toThrow(
      expect.objectContaining({ name: "UnexpectedResponseError", status: 303 }),
    );
    expect(requests).toHaveLength(1);
  });

  test("is followed five times and no more", async () => {
    const { api, requests } = stubClient(moved(302, "/__api__/again"));
    await expect(api.GET("/v1/user")).rejects.toThrow("GET /again exceeded 5 redirects");
    expect(requests).toHaveLength(6);
  });

  test("keeps the request out of caches", async () => {
    const { api, requests } = stubClient((_, count) =>
      count === 1 ? moved(302, "/__api__/b")() : Response.json(USER),
    );
    await api.GET("/v1/user");
    expect(requests.map(({ cache }) => cache)).toEqual(["no-store", "no-store"]);
  });
});

describe("a redirect within the origin that leaves the API", () => {
  test.each([
    ["/content/0f3a/", "/content/0f3a/"],
    ["/__login__", "/__login__"],
    ["/rsc/__api__/v1/user", "/rsc/__api__/v1/user"],
    ["/__api__", "/__api__"],
    ["/__api__evil/v1/user", "/__api__evil/v1/user"],
    ["/__api__/../content/x", "/content/x"],
    ["/__api__/%2e%2e/content/x", "/content/x"],
    // Some proxies decode a path before they resolve its dots.
    ["/__api__/..%2fcontent/x", "/__api__/..%2fcontent/x"],
    ["/__api__/v1/%252e%252e%252fcontent", "/__api__/v1/%252e%252e%252fcontent"],
    ["/__api__/..%5ccontent", "/__api__/..%5ccontent"],
  ])("to %s is an error, and neither the key nor the body is sent there", async (location, path) => {
    const { api, requests } = stubClient((_, count) => (count === 1 ? moved(307, location)() : new Response("")));
    const call = api.POST("/v1/users/{guid}/lock", { params: { path: { guid: GUID } }, body: { locked: true } });
    await expect(call).rejects.toThrow(
      expect.objectContaining({
        name: "UnexpectedResponseError",
        message: expect.stringMatching(
          `was redirected to ${path} .*Use the URL at which Connect itself responds`,
        ) as string,
      }),
    );
    expect(requests).toHaveLength(1);
  });

  test("is an error even for a client below a path prefix", async () => {
    const { api, requests } = stubClient(moved(302, "/__api__/v1/user"), { url: "https://connect.example.com/rsc" });
    await expect(api.GET("/v1/user")).rejects.toThrow("was redirected to /__api__/v1/user");
    expect(requests).toHaveLength(1);
  });
});

describe("a redirect to another origin", () => {
  test.each([
    "https://evil.example.com/__api__/v1/user",
    "//evil.example.com/",
    "https://connect.example.com:8443/__api__/v1/user",
    "http://connect.example.com/__api__/v1/user",
    "javascript:alert(1)",
    "https://[",
  ])("to %s is an error, and nothing is sent there", async (location) => {
    const { api, requests } = stubClient(moved(302, location));
    await expect(api.GET("/v1/user")).rejects.toThrow(
      expect.objectContaining({ name: "UnexpectedResponseError", status: 302 }),
    );
    expect(requests).toHaveLength(1);
  });

  test("from http to https says what to do", async () => {
    const { api } = stubClient(moved(301, "https://connect.example.com/__api__/v1/user"), {
      url: "http://connect.example.com",
    });
    await expect(api.GET("/v1/user")).rejects.toThrow(/to https:\/\/connect\.example\.com.*Use .*https/s);
  });
});

test.each([300, 302, 304])("%d without a target is an error", async (status) => {
  const { api } = stubClient(() => new Response(null, { status }));
  await expect(api.GET("/v1/user")).rejects.toThrow(
    expect.objectContaining({ name: "UnexpectedResponseError", status }),
  );
});

test("a redirect that a browser hides is an error", async () => {
  const hidden = Object.defineProperties(Response.error(), { type: { value: "opaqueredirect" } });
  const { api } = stubClient(() => hidden);
  await expect(api.GET("/v1/user")).rejects.toThrow("browser");
});
