import { createConnectClient, type FetchFunction } from "@connect-sdk/api";
import { beforeEach, describe, expect, test, vi } from "vitest";

const url = "https://connect.example.com";

let sent: Headers[];
const answer: FetchFunction = (request) => {
  sent.push(request.headers);
  return Response.json({ guid: "" });
};

beforeEach(() => {
  sent = [];
  vi.stubGlobal("document", {});
});

describe("in a page of the server's own origin", () => {
  beforeEach(() => {
    vi.stubGlobal("location", new URL(url));
  });

  test("a correlation id is sent, and the browser says who it is", async () => {
    await createConnectClient({ url, apiKey: "key", fetch: answer }).GET("/v1/user");
    expect(sent[0]?.has("x-correlation-id")).toBe(true);
    expect(sent[0]?.has("user-agent")).toBe(false);
  });
});

describe("in a page of another origin", () => {
  beforeEach(() => {
    vi.stubGlobal("location", new URL("https://portal.example.com/users"));
  });

  test("no header is sent that a server with CORS on does not allow", async () => {
    await createConnectClient({ url, anonymous: true, fetch: answer }).GET("/v1/server_settings/public");
    expect([...(sent[0]?.keys() ?? [])].filter((name) => !["accept", "content-type"].includes(name))).toEqual([]);
  });

  test("a request that does not get through says what to look at", async () => {
    const fetch: FetchFunction = () => Promise.reject(new TypeError("Failed to fetch"));
    const call = createConnectClient({ url, apiKey: "key", fetch, retry: false }).GET("/v1/user");
    await expect(call).rejects.toThrow(/CORS/);
  });
});
