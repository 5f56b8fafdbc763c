import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { FakeServer } from "./fake-server.ts";
import type { Gateway } from "./cors-gateway.ts";
import { portOf, startServer } from "./start-server.ts";

/** A server for the page that runs the suites. */
export interface PageServer {
  /** What the browser opens. */
  url: string;
  /** What the page reports when it is done. */
  results: Promise<unknown>;
  close(): void;
}

/** Serves a page with one script, on another origin than both servers it talks to, passes its faults on, and takes its results. */
export async function servePage(script: string, fake: FakeServer, gateway: Gateway): Promise<PageServer> {
  let settle: (results: unknown) => void;
  const results = new Promise<unknown>((resolve) => (settle = resolve));
  const answers: Record<string, (request: IncomingMessage) => Promise<[type: string, body: string]>> = {
    "GET /": () =>
      Promise.resolve([
        "text/html",
        '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
      ]),
    "GET /page.js": () => Promise.resolve(["text/javascript", script]),
    "POST /faults": async (request) => {
      const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
      const answer = await fetch(`${fake.url}/__fake__/faults`, { method: "POST", headers, body: await text(request) });
      if (!answer.ok) throw new Error(await answer.text());
      return ["application/json", await answer.text()];
    },
    "POST /results": async (request) => {
      settle(JSON.parse(await text(request)));
      return ["text/plain", "thanks"];
    },
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const answer = answers[`${request.method ?? ""} ${path}`];
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    answer(request).then(
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
