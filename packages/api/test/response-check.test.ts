import { describe, expect, test } from "vitest";
import type { ConnectClient } from "@connect-sdk/api";
import { stubClient } from "./support/stub-client.ts";
import { GUID, USER } from "./support/records.ts";

const params = { path: { guid: GUID } };
const page = { results: [USER], current_page: 1, total: 1 };

const calls = {
  "a user": (api: ConnectClient) => api.GET("/v1/users/{guid}", { params }),
  "an edited user": (api: ConnectClient) => api.PUT("/v1/users/{guid}", { params, body: { first_name: "Jo" } }),
  "a page of users": (api: ConnectClient) => api.GET("/v1/users"),
  "a list of keys": (api: ConnectClient) => api.GET("/v1/users/{guid}/keys", { params }),
  settings: (api: ConnectClient) => api.GET("/server_settings"),
  "nothing, to a lock": (api: ConnectClient) => api.POST("/v1/users/{guid}/lock", { params, body: { locked: true } }),
  "nothing, to a deletion": (api: ConnectClient) => api.DELETE("/v1/groups/{guid}", { params }),
};

/** For each kind of promise, bodies that keep it and bodies that do not. */
const bodies: Record<keyof typeof calls, { kept: string[]; broken: string[] }> = {
  "a user": {
    kept: [JSON.stringify(USER), JSON.stringify({ ...USER, tenant: 1 }), `{"guid":"${GUID}"}`],
    broken: ["", "{}", '{"guid":7}', '{"guid":null}', "[]", `[{"guid":"${GUID}"}]`, "null", "true", '"text"', "{"],
  },
  "an edited user": { kept: ['{"username":"jo"}'], broken: ["", "{}", "[]"] },
  "a page of users": {
    kept: [JSON.stringify(page), '{"results":[],"current_page":3,"total":0}', JSON.stringify({ ...page, next: null })],
    broken: [
      "",
      "[]",
      "{}",
      JSON.stringify([USER]),
      '{"results":[]}',
      '{"results":[],"total":"7"}',
      '{"results":{},"total":0}',
      '{"results":[null],"total":1}',
      '{"results":[{"username":"jo"}],"total":1}',
    ],
  },
  "a list of keys": {
    kept: ["[]", '[{"id":"1"}]'],
    broken: ["", "{}", "null", "[7]", '[{"id":1}]', '[{"id":"1"},null]'],
  },
  settings: { kept: ["{}", '{"version":"2026.01.0"}'], broken: ["", "[]", "null", "7"] },
  "nothing, to a lock": { kept: [""], broken: ["{}", "null", "<html>", JSON.stringify(USER)] },
  "nothing, to a deletion": { kept: [""], broken: ["{}", "<html>"] },
};

describe.each(Object.entries(calls))("where the document describes %s", (name, call) => {
  const { kept, broken } = Object.entries(bodies).find(([key]) => key === name)?.[1] ?? { kept: [], broken: [] };

  test.each(kept)("%j is a success", async (body) => {
    const { data } = await call(stubClient(() => new Response(body)).api);
    expect(data).toEqual(body === "" ? undefined : JSON.parse(body));
  });

  test.each(broken)("%j is an UnexpectedResponseError", async (body) => {
    await expect(call(stubClient(() => new Response(body)).api)).rejects.toThrow(
      expect.objectContaining({ name: "UnexpectedResponseError", status: 200 }),
    );
  });
});
