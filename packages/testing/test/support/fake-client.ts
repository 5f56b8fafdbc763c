import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "./response.ts";
import { documentedFetch } from "./documented-fetch.ts";

/** Sends requests to a fake, with or without a key. Bodies are sent as JSON, except for bytes. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<ClientResponse>;
  post(path: string, body?: unknown): Promise<ClientResponse>;
  put(path: string, body?: unknown): Promise<ClientResponse>;
  patch(path: string, body?: unknown): Promise<ClientResponse>;
  delete(path: string): Promise<ClientResponse>;
}

/** Creates a fake whose internal errors fail the test. */
export function testFake(options: FakeConnectOptions = {}): FakeConnect {
  return createFakeConnect({
    onInternalError: (error) => {
      throw error;
    },
    ...options,
  });
}

/** Creates a client that checks every response against the document. `key` is the administrator's by default; null sends none. */
export function clientOf(fake: FakeConnect, key: string | null = fake.apiKey): Client {
  const fetch = documentedFetch(fake);
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    extra?: Record<string, string>,
  ): Promise<ClientResponse> => {
    const headers = new Headers(extra);
    if (key !== null) headers.set("authorization", `Key ${key}`);
    const sent = body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body);
    const init = { method, headers, ...(sent !== undefined && { body: sent }) };
    return readResponse(await fetch(`${fake.url}/__api__${path}`, init));
  };
  return {
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    patch: (path, body) => send("PATCH", path, body),
    delete: (path) => send("DELETE", path),
  };
}
