import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAnsweredBy } from "./support/client-answered-by.ts";

const { api, requests } = clientAnsweredBy(() => Response.json({ results: [], current_page: 1, total: 0 }));
const sent = () => new URL(requests.at(-1)?.url ?? "");

describe("a query", () => {
  test("joins lists as the document demands, percent-encoded", async () => {
    await api.GET("/v1/users", {
      params: {
        query: { user_role: ["viewer", "publisher"], account_status: ["locked"], page_number: 2, asc_order: false },
      },
    });
    expect(sent().search).toBe("?user_role=viewer%7Cpublisher&account_status=locked&page_number=2&asc_order=false");
  });

  test("joins other lists by commas", async () => {
    const { api: other, requests: arrived } = clientAnsweredBy(() => Response.json([]));
    await other.GET("/v1/content", { params: { query: { include: ["owner", "tags"] } } });
    expect(arrived[0]?.url).toMatch(/\?include=owner%2Ctags$/);
  });

  test("leaves out what is undefined", async () => {
    await api.GET("/v1/users", { params: { query: { prefix: undefined } } });
    expect(sent().search).toBe("");
  });

  test("keeps every text as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (prefix) => {
        await api.GET("/v1/users", { params: { query: { prefix } } });
        expect(sent().searchParams.getAll("prefix")).toEqual([prefix]);
        expect(sent().hash).toBe("");
      }),
    );
  });

  test.each(["a|b", "a&b=c", "#", "?", "%7C", "+", "ä 漢 😀", "line\nbreak", "a/../b"])(
    "keeps %j as it was",
    async (prefix) => {
      await api.GET("/v1/users", { params: { query: { prefix } } });
      expect(sent().searchParams.get("prefix")).toBe(prefix);
    },
  );

  test("refuses an empty list, which would not filter at all", async () => {
    const before = requests.length;
    await expect(api.GET("/v1/users", { params: { query: { user_role: [] } } })).rejects.toThrow(
      expect.objectContaining({ name: "InvalidArgumentError", argument: "user_role" }),
    );
    expect(requests).toHaveLength(before);
  });

  test("refuses half a character", async () => {
    await expect(api.GET("/v1/users", { params: { query: { prefix: "\ud800" } } })).rejects.toThrow("prefix");
  });
});
