import type { FakeConnect } from "@connect-sdk/testing";

/** Returns the requests that are not a GET. */
export function changesOf(fake: FakeConnect) {
  return fake.requests.filter(({ method }) => method !== "GET").map(({ operationId, body }) => ({ operationId, body }));
}
