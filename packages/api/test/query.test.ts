import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectQuerySerializer } from "@connect-sdk/api";
import { stubClient } from "./support/stub-client.ts";

const { api, requests } = stubClient(() => Response.json({ results: [], current_page: 1, total: 0 }));
const sent = () => new URL(requests.at(-1)?.url ?? "");

describe("a query", () => {
  test("joins lists as the document says, percent-encoded", async () => {
    await api.GET("/v1/users", {
      params: {
        query: { user_role: ["viewer", "publisher"], account_status: ["locked"], page_number: 2, asc_order: false },
      },
    });
    expect(sent().search).toBe("?user_role=viewer%7Cpublisher&account_status=locked&page_number=2&asc_order=false");
  });

  test("joins other lists by commas", async () => {
    const { api: other, requests: arrived } = stubClient(() => Response.json([]));
    await other.GET("/v1/content", { params: { query: { include: ["owner", "tags"] } } });
    expect(arrived[0]?.url).toMatch(/\?include=owner%2Ctags$/);
  });

  test("omits undefined values", async () => {
    await api.GET("/v1/users", { params: { query: { prefix: undefined } } });
    expect(sent().search).toBe("");
  });

  test("keeps every string unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (prefix) => {
        await api.GET("/v1/users", { params: { query: { prefix } } });
        expect(sent().searchParams.getAll("prefix")).toEqual([prefix]);
        expect(sent().hash).toBe("");
      }),
    );
  });

  test.each(["a|b", "a&b=c", "#", "?", "%7C", "+", "ä 漢 😀", "line\nbreak", "a/../b"])(
    "keeps %j unchanged",
    async (prefix) => {
      await api.GET("/v1/users", { params: { query: { prefix } } });
      expect(sent().searchParams.get("prefix")).toBe(prefix);
    },
  );

  test("rejects an empty list, which would match everything", async () => {
    const before = requests.length;
    await expect(api.GET("/v1/users", { params: { query: { user_role: [] } } })).rejects.toThrow(
      expect.objectContaining({ name: "InvalidArgumentError", argument: "user_role" }),
    );
    expect(requests).toHaveLength(before);
  });

  test("rejects a lone surrogate", async () => {
    await expect(api.GET("/v1/users", { params: { query: { prefix: "\ud800" } } })).rejects.toThrow("prefix");
  });
});

describe("connectQuerySerializer", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 });
  const scalar = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());

  test("returns a query without a question mark that parses to the same values", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, scalar), { selector: ([key]) => key }), (pairs) => {
        const query = connectQuerySerializer(Object.fromEntries(pairs));
        expect(query).not.toMatch(/[?#]/);
        const parsed = [...new URLSearchParams(query)].sort();
        expect(parsed).toEqual(pairs.map(([key, value]) => [key, String(value)]).sort());
      }),
    );
  });

  test("joins the lists of the document with a pipe, and all others with a comma", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("user_role", "account_status", "include"),
        fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }),
        (list, values) => {
          const parsed = new URLSearchParams(connectQuerySerializer({ [list]: values })).getAll(list);
          expect(parsed).toEqual([values.join(list === "include" ? "," : "|")]);
        },
      ),
    );
  });

  test("omits null and undefined", () => {
    expect(connectQuerySerializer({ a: null, b: undefined, c: false, d: 0 })).toBe("c=false&d=0");
    expect(connectQuerySerializer({})).toBe("");
  });

  test("rejects an empty list", () => {
    expect(() => connectQuerySerializer({ user_role: [] })).toThrow(expect.objectContaining({ argument: "user_role" }));
  });
});
