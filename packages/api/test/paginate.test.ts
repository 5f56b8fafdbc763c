import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paginate } from "@connect-sdk/api";
import { stubClient } from "./support/stub-client.ts";

/** A client of a server that has these groups. */
function clientOf(count: number, total = count) {
  const groups = Array.from({ length: count }, (_, index) => ({
    guid: `g${index}`,
    name: `n${index}`,
    owner_guid: null,
  }));
  return stubClient((request) => {
    const query = new URL(request.url).searchParams;
    const [page, size] = [Number(query.get("page_number")), Number(query.get("page_size"))];
    return Response.json({ results: groups.slice((page - 1) * size, page * size), current_page: page, total });
  });
}

async function collect(count: number, page_size: number, total = count) {
  const { api, requests } = clientOf(count, total);
  const names: string[] = [];
  const pages = (page_number: number) => api.GET("/v1/groups", { params: { query: { page_number, page_size } } });
  for await (const { name } of paginate(pages)) names.push(name);
  return { names, requests: requests.length };
}

describe("paginate", () => {
  test("yields every item once, without a needless request", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), async (count, size) => {
        const { names, requests } = await collect(count, size);
        expect(names).toEqual(Array.from({ length: count }, (_, index) => `n${index}`));
        expect(requests).toBe(Math.max(1, Math.ceil(count / size)));
      }),
    );
  });

  test("ends at an empty page when the total promises more", async () => {
    expect(await collect(5, 2, 1_000)).toMatchObject({ requests: 4 });
  });

  test.each([-5, NaN])("yields what arrives when the total is %d", async (total) => {
    const page = (number: number) => {
      const data = { results: number < 4 ? [number] : [], total };
      return Promise.resolve({ data, response: new Response() });
    };
    const items: number[] = [];
    for await (const item of paginate(page)) items.push(item);
    expect(items).toEqual([1, 2, 3]);
  });

  test("ends even when the server always has more", async () => {
    let requests = 0;
    const page = () => {
      requests++;
      const data = { results: [requests], total: requests + 9 };
      return Promise.resolve({ data, response: new Response() });
    };
    for await (const item of paginate(page)) expect(item).toBe(requests);
    expect(requests).toBe(10);
  });

  test("fetches nothing before it is consumed, and nothing after the loop ends", async () => {
    const { api, requests } = clientOf(100);
    const pages = paginate((page_number) =>
      api.GET("/v1/groups", { params: { query: { page_number, page_size: 10 } } }),
    );
    expect(requests).toHaveLength(0);
    for await (const { name } of pages) if (name === "n10") break;
    expect(requests).toHaveLength(2);
  });

  test("rejects when a page does", async () => {
    const { api } = stubClient(() => new Response("", { status: 403 }));
    await expect(paginate(() => api.GET("/v1/groups")).next()).rejects.toThrow("403");
  });
});
