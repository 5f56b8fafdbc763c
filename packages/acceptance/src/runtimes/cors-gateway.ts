import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { portOf, startServer } from "./start-server.ts";

/** What stands in front of a Connect server that pages of other origins use with an API key. */
export interface Gateway {
  url: string;
  close(): void;
}

/**
 * Passes everything on to a server and answers preflights itself. Connect, and so the fake, lets pages of other origins read
 * its answers, but does not let them send `Authorization`: whoever wants that puts a proxy like this one in front.
 */
export async function startCorsGateway(target: string): Promise<Gateway> {
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS") answerPreflight(request, response);
    else passOn(target, request, response);
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

function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    "access-control-allow-origin": headers.origin ?? "null",
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": "Authorization, Content-Type, X-Correlation-ID",
  });
  response.end();
}

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = "/" } = incoming;
  const upstream = forward(new URL(url, target), { method, headers });
  // A connection that breaks behind the gateway breaks in front of it, too.
  upstream.on("error", () => outgoing.destroy());
  upstream.on("response", (answer) => {
    answer.on("error", () => outgoing.destroy());
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}
