import { createConnectClient } from "@connect-sdk/api";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openNetwork } from "../src/connection/network.ts";

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Calls back when the headers of a response have arrived, before anybody else sees them. */
function onHeaders(callBack: () => void): void {
  subscribe("http.client.response.finish", callBack);
  closers.push(() => unsubscribe("http.client.response.finish", callBack));
}

/** Requests something as the library does, and returns the text of the response, or the error. */
async function read(url: string, signal: AbortSignal): Promise<unknown> {
  const settings = { hasProxy: false, caFile: undefined, extraCaFile: undefined, insecure: false, timeout: undefined };
  const send = await openNetwork(settings, { io: { env: {} }, warn: () => undefined });
  let outcome: Promise<unknown> | undefined;
  const client = createConnectClient({
    url,
    apiKey: "key",
    fetch(request, init) {
      outcome = Promise.resolve(send(request, { ...init, signal }))
        .then((response) => response.text())
        .catch((error: unknown) => error);
      return Response.json([]);
    },
  });
  await client.request("GET", "v1/tags");
  return await outcome;
}

const TEXT = '{"results":[]}';

const responses: Record<string, RequestListener> = {
  "a short response": (_request, response) => {
    response.writeHead(200, { "content-length": TEXT.length }).end(TEXT);
  },
  "a response of unknown length": (_request, response) => {
    response.writeHead(200).end(TEXT);
  },
  "a compressed response": (_request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(TEXT));
  },
};

const moments: Record<string, (abort: () => void) => void> = {
  "before its body is read": (abort) => {
    abort();
  },
  "a microtask later": queueMicrotask,
  "two microtasks later": (abort) => {
    queueMicrotask(() => {
      queueMicrotask(abort);
    });
  },
  "a tick later": (abort) => {
    process.nextTick(abort);
  },
  "a turn of the event loop later": (abort) => {
    setImmediate(abort);
  },
};

describe.each(Object.entries(responses))("%s that is aborted", (_what, listener) => {
  test.each(Object.entries(moments))("%s fails, or is complete", async (_when, at) => {
    const reason = new Error("The caller has left.");
    const controller = new AbortController();
    onHeaders(() => {
      at(() => {
        controller.abort(reason);
      });
    });

    const settled = await read(await serve(listener), controller.signal);

    expect([TEXT, reason]).toContain(settled);
  });
});

test("a response without an abort is complete", async () => {
  for (const listener of Object.values(responses)) {
    expect(await read(await serve(listener), new AbortController().signal)).toBe(TEXT);
  }
});
