import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { createConnectClient } from "@connect-sdk/api";
import { failureOf, stubClient } from "./support/stub-client.ts";
import { KEY, USER } from "./support/records.ts";
import { type Listener, serve } from "./support/serve.ts";

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const MEBIBYTE = 2 ** 20;

/** Gzip of a gibibyte of spaces: about a megabyte. */
const bomb = Buffer.concat(Array.from({ length: 64 }, () => gzipSync(Buffer.alloc(16 * MEBIBYTE, " "))));

const hostile: Record<string, Listener> = {
  "a megabyte of gzip that unpacks to a gigabyte": (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
  },
  "a body that never ends": (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const write = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(MEBIBYTE, " "), write);
    };
    write();
  },
  "an error whose body never ends": (_, response) => {
    response.writeHead(503, { "content-type": "application/json", "retry-after": "0" });
    const write = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(MEBIBYTE, " "), write);
    };
    write();
  },
};

describe.each(Object.entries(hostile))("%s", (_, listener) => {
  test("ends at 64 MiB, once, and takes no more memory than that", async () => {
    const server = await serve(listener);
    servers.push(server);
    const api = createConnectClient({ url: server.url, apiKey: KEY });
    const before = process.memoryUsage().rss;
    expect(await failureOf(api.GET("/v1/user"))).toMatchObject({
      name: "UnexpectedResponseError",
      message: expect.stringContaining("GET /v1/user returned more than 67108864 bytes") as string,
      fix: expect.stringContaining("maxResponseBytes") as string,
    });
    expect(server.arrivals).toHaveLength(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * MEBIBYTE);
  });

  test("ends at the client's limit while api.fetch() streams it", async () => {
    const server = await serve(listener);
    servers.push(server);
    const api = createConnectClient({ url: server.url, apiKey: KEY, maxResponseBytes: 5 * MEBIBYTE, retry: false });
    const { body } = await api.fetch("/v1/user");
    let received = 0;
    const read = async () => {
      for await (const piece of body ?? []) received += piece.length;
    };
    expect(await failureOf(read())).toMatchObject({ name: "UnexpectedResponseError" });
    expect(received).toBeLessThanOrEqual(5 * MEBIBYTE);
    expect(received).toBeGreaterThan(MEBIBYTE);
  });
});

describe("maxResponseBytes", () => {
  const json = JSON.stringify({ ...USER, first_name: "ä" });
  const size = Buffer.byteLength(json);
  const respond = () => new Response(json, { headers: { "content-type": "application/json" } });

  test("allows a response of exactly as many bytes", async () => {
    const { api } = stubClient(respond, { maxResponseBytes: size });
    expect((await api.GET("/v1/user")).data.first_name).toBe("ä");
  });

  test("refuses one byte more", async () => {
    const { api } = stubClient(respond, { maxResponseBytes: size - 1 });
    await expect(api.GET("/v1/user")).rejects.toThrow(`returned more than ${size - 1} bytes`);
  });

  test("can be Infinity", async () => {
    const { api } = stubClient(respond, { maxResponseBytes: Infinity });
    expect((await api.GET("/v1/user")).data.guid).toBe(USER.guid);
  });

  test("leaves a character that is split between two pieces whole", async () => {
    const bytes = new TextEncoder().encode(json);
    const { api } = stubClient(() => {
      const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
      const source = {
        pull(controller: ReadableStreamDefaultController<Uint8Array>) {
          const piece = pieces.shift();
          if (piece === undefined) controller.close();
          else controller.enqueue(piece);
        },
      };
      return new Response(new ReadableStream(source));
    });
    expect((await api.GET("/v1/user")).data.first_name).toBe("ä");
  });
});
