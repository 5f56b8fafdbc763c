import type { ConnectResult } from "./client-types.ts";

/** The part of a list envelope that paging goes by. */
export interface Page<Item> {
  results: readonly Item[];
  /** How many there are on all pages together. */
  total: number;
}

/**
 * Everything on all pages of a list, page after page; each page is fetched when the one before it has been used up.
 *
 * It ends at `total` or at an empty page, whichever comes first. What is created or deleted meanwhile shifts the pages, so that
 * something may be seen twice or not at all; `users.find()` of `@connect-sdk/users` is safe from that.
 *
 * @param fetchPage - fetches one page; the first is 1.
 * @example
 * ```ts
 * const pages = (page_number: number) => api.GET("/v1/groups", { params: { query: { page_number, page_size: 500 } } });
 * for await (const group of paginate(pages)) console.log(group.name);
 * ```
 */
export async function* paginate<Item>(
  fetchPage: (page_number: number) => Promise<ConnectResult<Page<Item>>>,
): AsyncGenerator<Item, void, undefined> {
  let seen = 0;
  // A page holds one item at least, so even a server that counts wrongly cannot keep this going.
  for (let page = 1, most = 1; page <= most; page++) {
    const { results, total } = (await fetchPage(page)).data;
    yield* results;
    seen += results.length;
    if (results.length === 0 || seen >= total) return;
    if (page === 1) most = total;
  }
}
