import { createFakeConnect } from "@connect-sdk/testing";
import { connect, type Users } from "@connect-sdk/users";

/** A request for a page. */
export interface ServedPage {
  readonly number: number;
  readonly size: number;
}

/**
 * Opens a server that has nothing but a list of users, with any guids in any order.
 *
 * @param guids - read anew for each page
 * @param onRequest - called before a page is read; may change the guids
 * @param countOf - returns the length of the list that each page names
 */
export function serveList(
  guids: readonly string[],
  onRequest: (page: ServedPage) => void = () => undefined,
  countOf: () => number = () => guids.length,
): { readonly users: Users; readonly requests: readonly ServedPage[] } {
  const fake = createFakeConnect();
  const requests: ServedPage[] = [];
  const { users } = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    fetch: (request) => {
      const query = new URL(request.url).searchParams;
      const page = { number: Number(query.get("page_number")), size: Number(query.get("page_size")) };
      onRequest(page);
      requests.push(page);
      const rows = guids.slice((page.number - 1) * page.size, page.number * page.size);
      const results = rows.map((guid) => ({ ...fake.users[0], guid }));
      return Promise.resolve(Response.json({ results, current_page: page.number, total: countOf() }));
    },
  });
  return { users, requests };
}
