import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** A request as it arrived. */
export interface Arrival {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server on the loopback interface that records the requests that arrive. */
export interface Served {
  url: string;
  arrivals: Arrival[];
  close(): Promise<void>;
}

/** Responds to a request that has arrived completely. `count` is 1 for the first. */
export type Listener = (arrival: Arrival, response: ServerResponse, count: number) => void;

/** Listens on a free port of 127.0.0.1. */
export async function serve(listener: Listener): Promise<Served> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const arrival = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      listener(arrival, response, arrivals.push(arrival));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrivals,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Returns a listener that always sends the same response. */
export function reply(status: number, body: string, headers: Record<string, string> = {}): Listener {
  return (_, response) => {
    const length = status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
    response.writeHead(status, { ...headers, ...length }).end(body);
  };
}
