import { describe, expect, test, vi } from "vitest";
import type { DeprecationNotice } from "@connect-sdk/api";
import { stubClient } from "./support/stub-client.ts";
import { USER } from "./support/records.ts";

const deprecated = (replacement: string) => () =>
  Response.json(USER, { headers: { "x-deprecated-endpoint": replacement } });

describe("a deprecated endpoint", () => {
  test("is reported once", async () => {
    const notices: DeprecationNotice[] = [];
    const { api } = stubClient(deprecated("/v2/user"), { onDeprecated: (notice) => notices.push(notice) });
    await api.GET("/v1/user");
    await api.GET("/v1/user");
    await api.request("GET", "v1/old");
    expect(notices).toEqual([
      { operationId: "getCurrentUser", method: "GET", path: "/v1/user", replacement: "/v2/user" },
      { operationId: undefined, method: "GET", path: "/v1/old", replacement: "/v2/user" },
    ]);
  });

  test("may have no replacement", async () => {
    const onDeprecated = vi.fn();
    await stubClient(deprecated("n/a"), { onDeprecated }).api.GET("/v1/user");
    expect(onDeprecated).toHaveBeenCalledWith(expect.objectContaining({ replacement: undefined }));
  });

  test("is a warning on the console by default, and silent when switched off", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await stubClient(deprecated("/v2/user")).api.GET("/v1/user");
    expect(warn.mock.calls).toEqual([["Connect: GET /v1/user is deprecated, use /v2/user."]]);
    await stubClient(deprecated("/v2/user"), { onDeprecated: false }).api.GET("/v1/user");
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});
