import { createConnectClient, type FetchFunction } from "@connect-sdk/api";
import { beforeEach, describe, expect, test, vi } from "vitest";

const url = "https://connect.example.com";

let sent: Headers[];
const respond: FetchFunction = (request) => {
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

  test("sends a correlation id, and leaves the user agent to the browser", async () => {
    await createConnectClient({ url, apiKey: "key", fetch: respond }).GET("/v1/user");
    expect(sent[0]?.has("x-correlation-id")).toBe(true);
    expect(sent[0]?.has("user-agent")).toBe(false);
  });
});

describe("in a page of another origin", () => {
  beforeEach(() => {
    vi.stubGlobal("location", new URL("https://portal.example.com/users"));
  });

  test("sends no header that Connect does not allow by CORS", async () => {
    await createConnectClient({ url, anonymous: true, fetch: respond }).GET("/v1/server_settings/public");
    expect([...(sent[0]?.keys() ?? [])].filter((name) => !["accept", "content-type"].includes(name))).toEqual([]);
  });

  test("explains a blocked request", async () => {
    const fetch: FetchFunction = () => Promise.reject(new TypeError("Failed to fetch"));
    const call = createConnectClient({ url, apiKey: "key", fetch, retry: false }).GET("/v1/user");
    await expect(call).rejects.toThrow(/CORS/);
  });
});
