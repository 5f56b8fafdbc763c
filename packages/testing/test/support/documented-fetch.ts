import { operations, type OperationId } from "@connect-sdk/api/operations";
import { expectDocumented } from "./expect-documented.ts";

/** What is needed of a fake, or of a real server, to hold its answers against the document. */
export interface Answering {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/**
 * The `fetch` of a fake that fails the test when an answer is not what the document promises: its status, its kind of
 * body, every field of it. Answers to paths that the document does not know pass unchecked.
 */
export function documentedFetch(fake: Answering): typeof fetch {
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
