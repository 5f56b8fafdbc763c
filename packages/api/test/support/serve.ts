import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Arrival {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A server on the loopback interface that has noted what arrived. */
export interface Served {
  url: string;
  arrivals: Arrival[];
  close(): Promise<void>;
}

/** Answers a request that has arrived whole. */
export type Listener = (arrival: Arrival, response: ServerResponse) => void;

/** Listens on a free port of 127.0.0.1. */
export async function serve(listener: Listener): Promise<Served> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const arrival = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      arrivals.push(arrival);
      listener(arrival, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A URL on which nothing listens. */
export async function closedUrl(): Promise<string> {
  const server = await serve(() => undefined);
  await server.close();
  return server.url;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
