import { http, HttpResponse, type HttpHandler } from "msw";
import { ConnectionReset } from "./http/exchange.ts";
import type { FakeConnect } from "./fake-connect-types.ts";

/**
 * Returns MSW handlers that forward every request to the fake's address to the fake: for code that uses the global `fetch`,
 * or whose HTTP client cannot be replaced. They ignore other addresses.
 *
 * @example
 * ```ts
 * const fake = createFakeConnect({ url: "https://connect.example.com" });
 * const server = setupServer(...handlers(fake));
 * server.listen({ onUnhandledRequest: "error" });
 * ```
 */
export function handlers(fake: FakeConnect): HttpHandler[] {
  const { origin, pathname } = new URL(fake.url);
  // Clients also look for the metadata of OAuth where RFC 8414 puts it, which is not below a path prefix.
  const metadata = `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, "")}`;
  return [`${fake.url.replace(/\/$/, "")}/*`, metadata].map((address) =>
    http.all(address, ({ request }) => forward(fake, request)),
  );
}

async function forward(fake: FakeConnect, request: Request): Promise<Response> {
  try {
    return await fake.fetch(request);
  } catch (error) {
    // MSW would turn it into a response with status 500, not a connection error.
    if (error instanceof ConnectionReset) return HttpResponse.error();
    throw error;
  }
}
