import { once } from "node:events";
import { createServer, type IncomingMessage, request as forward, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { FakeServer } from "./runtime.ts";

// The servers around the page: one that serves it, and a gateway that lets it send an API key.

/** The server of the page that runs the suites. */
export interface PageServer {
  /** The URL to open. */
  url: string;
  /** The results that the page reports. */
  results: Promise<unknown>;
  close(): void;
}

/** Serves a page with one script on an origin of its own, forwards its faults to the fake, and receives its results. */
export async function servePage(script: string, fake: FakeServer, gateway: Gateway): Promise<PageServer> {
  let settle: (results: unknown) => void;
  const results = new Promise<unknown>((resolve) => (settle = resolve));
  const routes: Record<string, (request: IncomingMessage) => Promise<[type: string, body: string]>> = {
    "GET /": () =>
      Promise.resolve([
        "text/html",
        '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
      ]),
    "GET /page.js": () => Promise.resolve(["text/javascript", script]),
    "POST /faults": async (request) => {
      const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
      const response = await fetch(`${fake.url}/__fake__/faults`, {
        method: "POST",
        headers,
        body: await text(request),
      });
      if (!response.ok) throw new Error(await response.text());
      return ["application/json", await response.text()];
    },
    "POST /results": async (request) => {
      settle(JSON.parse(await text(request)));
      return ["text/plain", "thanks"];
    },
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const handle = routes[`${request.method ?? ""} ${path}`];
    if (handle === undefined) {
      response.writeHead(404).end();
      return;
    }
    handle(request).then(
      ([type, body]) => response.writeHead(200, { "content-type": type }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await startServer(server);
  const query = new URLSearchParams({
    url: gateway.url,
    direct: fake.url,
    apiKey: fake.apiKey,
    users: String(fake.users),
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/?${query.toString()}`,
    results,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A gateway in front of a Connect server for pages of other origins. */
export interface Gateway {
  url: string;
  close(): void;
}

/**
 * Forwards requests to a server and handles preflights itself. Connect, and so the fake, lets pages of other origins read
 * responses but not send `Authorization`. A page that needs a key needs a proxy like this one.
 */
export async function startCorsGateway(target: string): Promise<Gateway> {
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS") handlePreflight(request, response);
    else forwardTo(target, request, response);
  });
  await startServer(server);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function handlePreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    "access-control-allow-origin": headers.origin ?? "null",
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": "Authorization, Content-Type, X-Correlation-ID",
  });
  response.end();
}

function forwardTo(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = "/" } = incoming;
  const upstream = forward(new URL(url, target), { method, headers });
  // When the connection to the server breaks, break the connection to the page.
  upstream.on("error", () => outgoing.destroy());
  upstream.on("response", (received) => {
    received.on("error", () => outgoing.destroy());
    outgoing.writeHead(received.statusCode ?? 502, received.headers);
    received.pipe(outgoing);
  });
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

/** Listens on any free port of this machine. */
export async function startServer(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

/** Returns the port of a listening server. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server is not listening on a port.");
  return address.port;
}
