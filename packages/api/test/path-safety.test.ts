import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stubClient } from "./support/stub-client.ts";
import { USER } from "./support/records.ts";

const { api, requests } = stubClient((request) => Response.json(request.method === "GET" ? USER : null));

/** Texts with some characters percent-encoded, up to three times over. */
function encodings(text: string): string[] {
  const once = text.replace(/./gs, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const twice = once.replaceAll("%", "%25");
  return [text, once, once.toUpperCase(), twice, twice.replaceAll("%", "%25")];
}

const dangerous = ["", ".", "..", "a/b", "/", "../x", "a\\b", "\\", "a\nb", "\0", "\u007f"].flatMap(encodings);

describe("a path parameter", () => {
  test.each(dangerous)("%j is rejected before anything is sent", async (guid) => {
    const before = requests.length;
    await expect(api.GET("/v1/users/{guid}", { params: { path: { guid } } })).rejects.toThrow(
      expect.objectContaining({ name: "InvalidArgumentError", argument: "guid" }),
    );
    await expect(api.DELETE("/v1/groups/{guid}", { params: { path: { guid } } })).rejects.toThrow("guid");
    expect(requests).toHaveLength(before);
  });

  test.each(dangerous.filter((text) => text !== "a/b"))("%j is rejected in the path of request() too", async (guid) => {
    await expect(api.request("GET", `v1/users/${guid}/keys`)).rejects.toThrow("path");
  });

  test("that is accepted stays one segment and arrives unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 12 }), async (guid) => {
        const sent = await api.GET("/v1/users/{guid}", { params: { path: { guid } } }).then(
          () => requests.at(-1)?.url,
          () => undefined,
        );
        fc.pre(sent !== undefined);
        const segments = new URL(sent).pathname.split("/");
        expect(segments.slice(0, -1)).toEqual(["", "__api__", "v1", "users"]);
        expect(decodeURIComponent(segments.at(-1) ?? "")).toBe(guid);
      }),
    );
  });

  test("that is missing is rejected", async () => {
    const path = Object.assign({ guid: "" }, { guid: undefined });
    await expect(api.GET("/v1/users/{guid}", { params: { path } })).rejects.toThrow("guid");
  });

  test("with a lone surrogate is rejected", async () => {
    await expect(api.GET("/v1/users/{guid}", { params: { path: { guid: "\ud800" } } })).rejects.toThrow("guid");
  });
});

test.each([
  "",
  "/",
  "v1//users",
  "../admin",
  "v1/../../admin",
  "https://evil.example.com",
  "//evil.example.com",
  "v1/users#x",
])("request() rejects the path %j", async (path) => {
  await expect(api.request("GET", path)).rejects.toThrow(
    expect.objectContaining({ argument: "path", fix: expect.stringContaining("No part of it") as unknown }),
  );
});
