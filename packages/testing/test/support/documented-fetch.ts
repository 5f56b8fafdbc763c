import { operations, type OperationId } from "@connect-sdk/api/operations";
import { expectDocumented } from "./expect-documented.ts";

/** A fake or a real server. */
export interface FetchTarget {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/**
 * The `fetch` of a fake that fails the test if a response does not match the document: its status, its media type
 * and every field of the body. Responses to undocumented paths are not checked.
 */
export function documentedFetch(fake: FetchTarget): typeof fetch {
  const root = `${new URL(fake.url).pathname.replace(/\/$/, "")}/__api__`;
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const response = await fake.fetch(request);
    const { pathname } = new URL(url);
    const operationId = pathname.startsWith(root) ? operationAt(method, pathname.slice(root.length)) : undefined;
    if (operationId !== undefined) await expectDocumented(operationId, response.clone());
    return response;
  };
}

const routes = Object.keys(operations)
  .filter((id): id is OperationId => id in operations)
  .map((id) => {
    const { method, path } = operations[id];
    const pattern = path.replaceAll(/\{\w+\}/g, "[^/]+");
    return { id, method, path: new RegExp(`^${pattern}$`), literal: pattern === path };
  })
  // `/v1/users/remote` also looks like `/v1/users/{guid}`.
  .sort((a, b) => Number(b.literal) - Number(a.literal));

function operationAt(method: string, path: string): OperationId | undefined {
  return routes.find((route) => route.method === method && route.path.test(path))?.id;
}
