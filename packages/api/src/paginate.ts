import type { ConnectResult } from "./client-types.ts";
import { InvalidArgumentError } from "./errors.ts";
import { checkValue, isObject } from "./input.ts";

/** The part of a list response that paging needs. */
export interface Page<Item> {
  results: readonly Item[];
  /** Number of items on all pages. */
  total: number;
}

/**
 * Yields all items of a list, page after page. It fetches each page when the previous one has been consumed.
 *
 * It ends at `total` or at an empty page, whichever comes first. A `total` that cannot be one is ignored. Items that are created or deleted during the loop shift the
 * pages, so an item can be yielded twice or not at all; `users.find()` of `@connect-sdk/users` prevents that.
 *
 * @param fetchPage - fetches one page; the first is 1.
 * @throws {@link InvalidArgumentError} if `fetchPage` is not a function, or returns something else than a page.
 * @example
 * ```ts
 * const pages = (page_number: number) => api.GET("/v1/groups", { params: { query: { page_number, page_size: 500 } } });
 * for await (const group of paginate(pages)) console.log(group.name);
 * ```
 */
export async function* paginate<Item>(
  fetchPage: (page_number: number) => Promise<ConnectResult<Page<Item>>>,
): AsyncGenerator<Item, void, undefined> {
  checkValue("fetchPage", fetchPage, "function");
  let seen = 0;
  // A page holds at least one item, so the loop ends even if the server always has more.
  for (let page = 1, most = Infinity; page <= most; page++) {
    const { results, total } = readPage(await fetchPage(page));
    yield* results;
    seen += results.length;
    if (results.length === 0 || (total >= 0 && seen >= total)) return;
    if (page === 1 && total >= 0) most = total;
  }
}

/** Checks what a caller's function returned. */
function readPage<Item>(result: ConnectResult<Page<Item>>): Page<Item> {
  const data: unknown = isObject(result) ? result.data : undefined;
  if (isObject(data) && Array.isArray(data["results"])) return result.data;
  throw new InvalidArgumentError("fetchPage returned no page.", {
    argument: "fetchPage",
    fix: "Return the result of a call whose data has results and total, such as that of GET /v1/groups.",
  });
}
