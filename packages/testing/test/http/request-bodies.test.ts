import { createFakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import fc from "fast-check";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";

const KEY = "the-key";
const LIMIT = 1000;

/** Serves a fake that fails the test if it has an internal error. */
async function serve(options: FakeConnectOptions = {}) {
  const onInternalError = vi.fn();
  const fake = createFakeConnect({ apiKey: KEY, onInternalError, ...options });
  const server = await fake.listen();
  onTestFinished(async () => {
    await server.close();
    expect(onInternalError).not.toHaveBeenCalled();
  });
  const isUp = async (): Promise<boolean> => (await fetch(`${server.url}/__ping__`)).ok;
  return { fake, server, isUp };
}

function open(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  return socket;
}

/**
 * Sends bytes as fast as they are taken, and returns what is received until the server closes or the response is complete.
 *
 * @param all - whether to send everything before looking at the response, as some clients do.
 */
function exchange(port: number, bytes: Iterable<string | Uint8Array>, { all = false } = {}): Promise<string> {
  const socket = open(port);
  let received = "";
  let sent = false;
  return new Promise((resolve) => {
    const end = (): void => {
      socket.destroy();
      resolve(received);
    };
    const endWithResponse = (): void => {
      const [head = "", body = ""] = received.split("\r\n\r\n");
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      if ((sent || !all) && length !== undefined && body.length >= Number(length)) end();
    };
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      endWithResponse();
    });
    socket.on("close", end);
    const parts = bytes[Symbol.iterator]();
    const write = (): void => {
      for (let part = parts.next(); part.done !== true && !socket.destroyed; part = parts.next()) {
        if (!socket.write(part.value)) return void socket.once("drain", write);
      }
      sent = true;
      endWithResponse();
    };
    write();
  });
}

function head(path: string, ...headers: string[]): string {
  return [`POST /__api__${path} HTTP/1.1`, "Host: x", ...headers, "", ""].join("\r\n");
}

const AUTHORIZED = `Authorization: Key ${KEY}`;

function* chunks(count: number, size: number): Generator<string | Uint8Array> {
  const chunk = Buffer.concat([Buffer.from(`${size.toString(16)}\r\n`), Buffer.alloc(size, 32), Buffer.from("\r\n")]);
  for (let index = 0; index < count; index++) yield chunk;
  yield "0\r\n\r\n";
}

describe("a request body over the limit", () => {
  it.each(["with a declared size", "in chunks"])("is refused with 413 on a port, %s", async (kind) => {
    const { fake, server, isUp } = await serve({ maxRequestBytes: LIMIT });
    const response = await exchange(
      server.port,
      kind === "in chunks"
        ? [head("/v1/users", AUTHORIZED, "Transfer-Encoding: chunked"), ...chunks(50, 100)]
        : [head("/v1/users", AUTHORIZED, "Content-Length: 5000"), Buffer.alloc(5000, 32)],
    );
    expect(response).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
    expect(response).toContain('{"code":87,"error":"The request body is larger than 1000 bytes');
    expect(fake.requests).toMatchObject([{ status: 413, code: 87, body: undefined, operationId: "createPushUser" }]);
    expect(fake.requests[0]?.bodyBytes).toBeGreaterThan(LIMIT);
    expect(await isUp()).toBe(true);
  });

  it.each([
    ["a string", () => " ".repeat(LIMIT + 1)],
    ["a stream", () => new Blob([" ".repeat(LIMIT), " "]).stream()],
    ["an endless stream", () => new ReadableStream({ pull: (sink) => sink.enqueue(new Uint8Array(100)) })],
  ])("is refused with 413 in-process: %s", async (_what, createBody) => {
    const fake = createFakeConnect({ apiKey: KEY, maxRequestBytes: LIMIT });
    const response = await fake.fetch(`${fake.url}/__api__/v1/users`, {
      method: "POST",
      headers: { authorization: `Key ${KEY}` },
      body: createBody(),
      duplex: "half",
    });
    expect(response.status).toBe(413);
    expect(fake.requests[0]).toMatchObject({ status: 413, body: undefined });
  });

  it("is accepted at exactly the limit", async () => {
    const fake = createFakeConnect({ apiKey: KEY, maxRequestBytes: LIMIT });
    const group = JSON.stringify({ name: "a" });
    const response = await fake.fetch(`${fake.url}/__api__/v1/groups`, {
      method: "POST",
      headers: { authorization: `Key ${KEY}` },
      body: group.padEnd(LIMIT),
    });
    expect(response.status).toBe(200);
    expect(fake.requests[0]).toMatchObject({ bodyBytes: LIMIT, body: { name: "a" } });
  });

  it("is 8 MiB by default", async () => {
    const { server } = await serve();
    const accepted = [head("/v1/groups", AUTHORIZED, "Content-Length: 8388608"), Buffer.alloc(8_388_608, 32)];
    expect(await exchange(server.port, accepted)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await exchange(server.port, [head("/v1/groups", AUTHORIZED, "Content-Length: 8388609")])).toMatch(
      /^HTTP\/1\.1 413 /,
    );
  });
});

describe("a request body", () => {
  it.each([
    ["without a key", "/v1/users", [], 401],
    ["with a wrong key", "/v1/users", ["Authorization: Key wrong"], 401],
    ["for bootstrapping without a token", "/v1/bootstrap", [], 401],
    ["for a path that does not exist", "/v1/nothing", [AUTHORIZED], 404],
  ])("is not read %s: the response comes before the body", async (_what, path, headers, status) => {
    const { fake, server } = await serve();
    const response = await exchange(server.port, [head(path, ...headers, "Content-Length: 100")]);
    expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(fake.requests).toMatchObject([{ status, body: undefined, bodyBytes: 0 }]);
  });

  it("is not read for a caller without permission", async () => {
    const { fake, server } = await serve();
    const key = fake.keyFor(fake.addUser({ user_role: "viewer" }));
    const sent = head("/v1/users", `Authorization: Key ${key}`, "Content-Length: 100");
    expect(await exchange(server.port, [sent])).toMatch(/^HTTP\/1\.1 403 /);
    expect(fake.requests).toMatchObject([{ status: 403, body: undefined, bodyBytes: 0 }]);
  });

  it("is invited only from a client that is authorized", async () => {
    const { server } = await serve();
    const expects = ["Content-Length: 12", "Expect: 100-continue"];
    expect(await exchange(server.port, [head("/v1/users", ...expects)])).toMatch(/^HTTP\/1\.1 401 /);
    const socket = open(server.port);
    socket.write(head("/v1/groups", AUTHORIZED, ...expects));
    const invitation = await new Promise((resolve) => socket.once("data", (chunk) => resolve(chunk.toString())));
    expect(invitation).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write('{"name":"a"}');
    const response = await new Promise((resolve) => socket.once("data", (chunk) => resolve(chunk.toString())));
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("is judged again when it has arrived: the key may have been deleted", async () => {
    const fake = createFakeConnect({ apiKey: KEY });
    const viewer = fake.addUser({ user_role: "publisher" });
    const [key, admin] = [fake.keyFor(viewer), fake.apiKey];
    let finish = (): void => undefined;
    const body = new ReadableStream({
      start(sink) {
        finish = () => {
          sink.enqueue(new TextEncoder().encode('{"name":"late"}'));
          sink.close();
        };
      },
    });
    const late = fake.fetch(`${fake.url}/__api__/v1/content`, {
      method: "POST",
      headers: { authorization: `Key ${key}` },
      body,
      duplex: "half",
    });
    await fake.fetch(`${fake.url}/__api__/v1/users/${viewer.guid}/lock`, {
      method: "POST",
      headers: { authorization: `Key ${admin}` },
      body: '{"locked":true}',
    });
    finish();
    expect((await late).status).toBe(403);
    expect(fake.content).toEqual([]);
  });

  it("is recorded by its size if it is large", async () => {
    const fake = createFakeConnect({ apiKey: KEY });
    const body = JSON.stringify({ name: "a", padding: "x".repeat(70_000) });
    const headers = { authorization: `Key ${KEY}` };
    await fake.fetch(`${fake.url}/__api__/v1/groups`, { method: "POST", headers, body });
    expect(fake.requests[0]).toMatchObject({ status: 200, body: undefined, bodyBytes: body.length });
  });

  it("does not make the journal grow without bound, and neither do paths and queries", async () => {
    const fake = createFakeConnect({ apiKey: KEY });
    const headers = { authorization: `Key ${KEY}` };
    for (let turn = 0; turn < 60; turn++) {
      const query = new URLSearchParams({ prefix: "x".repeat(500_000), turn: String(turn) });
      await fake.fetch(`${fake.url}/__api__/v1/users?${String(query)}`, { headers });
    }
    expect(fake.requests.length).toBeLessThan(40);
    expect(fake.requests.at(-1)?.query["turn"]).toBe("59");
  });
});

/** What a client may do wrong with a body, at any point of it. */
const misbehaviors = fc.record({
  authorized: fc.boolean(),
  path: fc.constantFrom("/v1/users", "/v1/groups", "/v1/bootstrap", "/v1/nothing", "/v1/users/remote"),
  framing: fc.constantFrom("length", "chunked", "both", "none"),
  declared: fc.integer({ min: 0, max: 3 * LIMIT }),
  parts: fc.array(
    fc.oneof(
      fc.nat(2 * LIMIT).map((size) => " ".repeat(size)),
      fc.constantFrom("{", '"name":"a"}', "5\r\nhello\r\n", "ffffffffffffffff\r\n", "-1\r\n", "zz\r\n", "0\r\n\r\n"),
      fc.constantFrom("\r\n", "\0", "GET / HTTP/1.1\r\n\r\n", "1;ext=\u0001\r\n", "80000000\r\n"),
    ),
    { maxLength: 6 },
  ),
  ending: fc.constantFrom("destroy", "reset", "end"),
});

describe("no request", () => {
  it("ends the process or breaks the server, however its body is sent, cut off or malformed", async () => {
    const { server, isUp } = await serve({ maxRequestBytes: LIMIT, journalLimit: 10 });
    await fc.assert(
      fc.asyncProperty(misbehaviors, async ({ authorized, path, framing, declared, parts, ending }) => {
        const headers = [
          ...(authorized ? [AUTHORIZED] : []),
          ...(framing === "length" || framing === "both" ? [`Content-Length: ${String(declared)}`] : []),
          ...(framing === "chunked" || framing === "both" ? ["Transfer-Encoding: chunked"] : []),
        ];
        const socket = open(server.port);
        const closed = new Promise((resolve) => socket.once("close", resolve));
        socket.resume();
        for (const part of [head(path, ...headers), ...parts]) {
          await new Promise((resolve) => socket.write(part, "latin1", resolve));
        }
        if (ending === "end") socket.end();
        else if (ending === "reset") socket.resetAndDestroy();
        else socket.destroy();
        if (ending !== "end") await closed;
      }),
      { numRuns: 300 },
    );
    expect(await isUp()).toBe(true);
  }, 60_000);

  it("keeps many slow connections from being served and closed", async () => {
    const { server, isUp } = await serve();
    const slow = Array.from({ length: 400 }, (_, index) => {
      const socket = open(server.port);
      const request = head("/v1/users", AUTHORIZED, "Content-Length: 1000");
      socket.write(index % 2 === 0 ? request.slice(0, 40) : `${request}{"user`);
      return socket;
    });
    await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
    expect(await isUp()).toBe(true);
    const closed = Promise.all(slow.map((socket) => new Promise((resolve) => socket.once("close", resolve))));
    await server.close();
    await closed;
  });

  it.each([
    ["without a key", [], 401],
    ["with a key", [AUTHORIZED], 413],
  ])("needs memory for a body of 200 MB %s", async (_what, headers, status) => {
    const { server, isUp } = await serve();
    const before = process.memoryUsage.rss();
    const response = await exchange(
      server.port,
      (function* () {
        yield head("/v1/users", ...headers, "Transfer-Encoding: chunked");
        yield* chunks(200, 1_000_000);
      })(),
      { all: true },
    );
    expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(await isUp()).toBe(true);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });
});
