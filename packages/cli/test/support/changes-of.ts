import type { FakeConnect } from "@connect-sdk/testing";

/** The requests that change something. */
export function changesOf(fake: FakeConnect) {
  return fake.requests.filter(({ method }) => method !== "GET").map(({ operationId, body }) => ({ operationId, body }));
}
