import { http, HttpResponse, type HttpHandler } from "msw";
import { ConnectionReset } from "./faults/connection-reset.ts";
import type { FakeConnect } from "./fake-connect.ts";

/**
 * MSW handlers that send every request to the fake's address on to the fake: for code that uses the global `fetch`, or
 * whose HTTP client cannot be exchanged. Other addresses are left to your other handlers.
 *
 * @example
 * ```ts
 * const fake = createFakeConnect({ url: "https://connect.example.com" });
 * const server = setupServer(...handlers(fake));
 * server.listen({ onUnhandledRequest: "error" });
 * ```
 */
export function handlers(fake: FakeConnect): HttpHandler[] {
  return [http.all(`${fake.url.replace(/\/$/, "")}/*`, ({ request }) => forward(fake, request))];
}

async function forward(fake: FakeConnect, request: Request): Promise<Response> {
  try {
    return await fake.fetch(request);
  } catch (error) {
    // MSW would make a 500 of it, which is not what a connection that is cut looks like.
    if (error instanceof ConnectionReset) return HttpResponse.error();
    throw error;
  }
}
