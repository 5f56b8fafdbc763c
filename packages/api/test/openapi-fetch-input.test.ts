import { describe, expect, test } from "vitest";
import { toOpenapiFetch } from "@connect-sdk/api/openapi-fetch";
import { GUID, USER } from "./support/records.ts";
import { api, refused, requests, untyped, url } from "./support/strange-calls.ts";
import { stubClient } from "./support/stub-client.ts";

describe("toOpenapiFetch() refuses, and sends nothing", () => {
  const params = { path: { guid: GUID } };

  test.each<[call: readonly [method: string, ...args: unknown[]], fix: string]>([
    [["GET", "/v1/users", { params: { query: { username: "mira" } } }], "Use prefix"],
    [["GET", "/v1/users", { query: { prefix: "mira" } }], "Put query under params"],
    [["GET", "/v1/users", { params: { prefix: "mira" } }], "path, query"],
    [["GET", "/v1/users", { params: { query: { user_role: null } } }], "Pass a list"],
    [["GET", "/v1/users", { params: { query: new Map([["prefix", "mira"]]) } }], "Pass an object"],
    [["GET", "/v1/users", { params: null }], "Pass an object"],
    [["GET", "/v1/users", "mira"], "Pass an object"],
    [["PUT", "/v1/users/{guid}", { params, body: { first_nam: "Jo" } }], 'Did you mean "first_name"?'],
    [["PUT", "/v1/users/{guid}", { params: { path: {} }, body: { first_name: "Jo" } }], "Pass a string or an integer."],
    [["POST", "/v1/users", { body: {} }], "Pass a string."],
    [["GET", "/v1/user_s"], 'Did you mean "/v1/user'],
    [["GET", Symbol("path")], "Pass a string"],
    [["GET", "/v1/users/{guid}"], "No part of it may be empty"],
    [["GET", "/v1/users", { headers: new Map([["x-team", "a"]]) }], "Pass an object"],
    [["request", "get", "/v1/users", { params: { query: { usernam: "mira" } } }], "Use prefix"],
    [["request", "trace", "/v1/users"], "Pass a body"],
  ])("%#", async ([name, ...args], fix) => {
    const client = toOpenapiFetch(api);
    expect((await refused(() => untyped(Reflect.get(client, name), ...args))).fix).toContain(fix);
  });

  test.each([null, 5, {}, { url }, { url: 5, fetch: api.fetch }])(
    "something else than a client: %#",
    async (client) => {
      await refused(() => untyped(toOpenapiFetch, client));
    },
  );
});

describe("toOpenapiFetch() sends", () => {
  test("what it has checked: even conditions that a class has getters for", async () => {
    class Conditions {
      readonly #prefix = "mira";
      get prefix(): string {
        return this.#prefix;
      }
    }
    await untyped(toOpenapiFetch(api).GET, "/v1/users", { params: { query: new Conditions() } });
    expect(requests.at(-1)?.url).toBe(`${url}/__api__/v1/users?prefix=mira`);
  });

  test("archives as they are", async () => {
    const { api: files, requests: sent } = stubClient(() => new Response("an archive"));
    const client = toOpenapiFetch(files);
    const path = { guid: GUID, id: "7" };
    const { data } = await client.GET("/v1/content/{guid}/bundles/{id}/download", {
      params: { path },
      parseAs: "text",
    });
    expect(data).toBe("an archive");
    const bodySerializer = (body: unknown): unknown => body;
    const options = { params: { path: { guid: GUID } }, body: "an archive", bodySerializer, parseAs: "text" };
    await untyped(client.POST, "/v1/content/{guid}/bundles", options);
    expect(await sent.at(-1)?.text()).toBe("an archive");
  });

  test("a call by the name of its method", async () => {
    const { data } = await toOpenapiFetch(api).request("get", "/v1/user");
    expect(data).toEqual(USER);
  });

  test("everything that openapi-fetch understands", async () => {
    const signal = new AbortController().signal;
    const { data } = await toOpenapiFetch(api).GET("/v1/user", { signal, headers: { a: "b" }, parseAs: "json" });
    expect(data).toEqual(USER);
  });
});
