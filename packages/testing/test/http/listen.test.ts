import { createFakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";

/** Request targets, most of them similar to valid ones. */
const addresses = fc
  .array(
    fc.oneof(
      fc.constantFrom("/", "..", ".", "//", "\\", "%", "%2F", "%2e%2e", "%C3", "?", "#", "&", "=", ";", ":", "@", "*"),
      fc.constantFrom("__api__", "__ping__", "v1", "users", "user", "groups", "http://", "[", "localhost"),
      fc.stringMatching(/^[!-~]{1,4}$/),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const hosts = fc.oneof(
  fc.constantFrom("x", "127.0.0.1:1", "[::1]:80", "", "a@b", "a/b"),
  fc.stringMatching(/^[ -~]{0,8}$/),
);

/** Serves a fake until the end of the test. */
async function serve(fake = createFakeConnect(), options: Parameters<typeof fake.listen>[0] = {}) {
  const server = await fake.listen(options);
  onTestFinished(() => server.close());
  const headers = { authorization: `Key ${fake.apiKey}` };
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, { headers, ...init });
  return { fake, server, headers, call };
}

/** Sends bytes, and returns everything that is received. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

describe("fake.listen()", () => {
  it("listens on a free port of the loopback interface by default", async () => {
    const { server, call } = await serve();
    expect(server.url).toBe(`http://127.0.0.1:${String(server.port)}`);
    await expect(call("/__api__/v1/user").then(({ status }) => status)).resolves.toBe(200);
  });

  it("shares its state with the fake in-process", async () => {
    const { fake, call } = await serve();
    const mira = fake.addUser({ username: "mira" });
    const locked = await call(`/__api__/v1/users/${mira.guid}/lock`, { method: "POST", body: '{"locked":true}' });
    expect(locked.status).toBe(200);
    await expect(locked.text()).resolves.toBe("");
    expect(fake.users.find(({ guid }) => guid === mira.guid)?.locked).toBe(true);
    expect(fake.requests.at(-1)).toMatchObject({ operationId: "lockUser", status: 200 });
  });

  it("keeps the path prefix of the fake's address", async () => {
    const { server, call } = await serve(createFakeConnect({ url: "https://connect.example.com/rsc" }));
    expect(server.url).toBe(`http://127.0.0.1:${String(server.port)}/rsc`);
    await expect(call("/__api__/v1/user").then(({ status }) => status)).resolves.toBe(200);
  });

  it("sends a correct content length", async () => {
    const { server, headers } = await serve(createFakeConnect({ users: 3 }));
    const response = await new Promise<IncomingMessage>((resolve) => {
      get(`${server.url}/__api__/v1/users`, { headers }, resolve);
    });
    const body = await text(response);
    expect(response.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(Number(response.headers["content-length"])).toBe(Buffer.byteLength(body));
    expect(JSON.parse(body)).toMatchObject({ total: 3, current_page: 1 });
  });

  it("sends no content type without a body", async () => {
    const { fake, call } = await serve();
    const group = fake.addGroup({ name: "analysts" });
    const response = await call(`/__api__/v1/groups/${group.guid}`, { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(response.headers.get("content-type")).toBeNull();
  });

  it("serves several fakes side by side", async () => {
    const [one, other] = [await serve(), await serve(createFakeConnect({ users: 5 }))];
    one.fake.addUser();
    await expect(one.call("/__api__/v1/users").then((r) => r.json())).resolves.toMatchObject({ total: 2 });
    await expect(other.call("/__api__/v1/users").then((r) => r.json())).resolves.toMatchObject({ total: 5 });
  });

  it("does not change the globals of the process", async () => {
    const { Request, Response } = globalThis;
    await serve();
    expect(globalThis.Request).toBe(Request);
    expect(globalThis.Response).toBe(Response);
  });

  it.each([
    ["an invalid Host header", "GET /__api__/v1/user HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"],
    ["an invalid target", "GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
  ])("responds to %s with the error envelope", async (_what, bytes) => {
    const { server } = await serve();
    const response = await sendRaw(server.port, bytes);
    expect(response).toMatch(/^HTTP\/1\.1 4\d\d /);
    const envelope: unknown = JSON.parse(response.split("\r\n\r\n")[1] ?? "");
    expect(envelope).toMatchObject({ code: 25, payload: null });
  });

  it.each([
    ["dots", "/__api__/v1/groups/../user", "/v1/user"],
    ["an absolute URL", "http://elsewhere.test/__api__/v1/user", "/v1/user"],
    ["percent-encoded letters", "/__api__/v1/%75ser", "/v1/user"],
    ["a fragment", "/__api__/v1/user#top", "/v1/user"],
    ["two slashes", "/__api__//v1/user", "//v1/user"],
    ["a backslash", "/__api__/v1\\user", "/v1/user"],
  ])("normalizes %s in a target as fetch does", async (_what, target, path) => {
    const { fake, server } = await serve();
    const key = `Authorization: Key ${fake.apiKey}`;
    await sendRaw(server.port, `GET ${target} HTTP/1.1\r\nHost: x\r\n${key}\r\nConnection: close\r\n\r\n`);
    expect(fake.requests.map((request) => request.path)).toEqual([path]);
  });

  it("responds to any target, and refuses only with the error envelope", async () => {
    const { fake, server } = await serve();
    const key = `Authorization: Key ${fake.apiKey}`;
    await fc.assert(
      fc.asyncProperty(addresses, hosts, async (address, host) => {
        const response = await sendRaw(
          server.port,
          `GET ${address} HTTP/1.1\r\nHost: ${host}\r\n${key}\r\nConnection: close\r\n\r\n`,
        );
        const [, status = ""] = /^HTTP\/1\.1 (\d{3}) /.exec(response) ?? [];
        const text = response.slice(response.indexOf("\r\n\r\n")).trim();
        expect(status).toMatch(/^[24]/);
        if (status === "200" || text.startsWith("404 page not found")) return;
        const body: unknown = JSON.parse(text);
        expect(Object.keys(Object(body) as object)).toEqual(["code", "error", "payload"]);
      }),
      { numRuns: 300 },
    );
  });

  it("decodes special characters of the query separately from the path", async () => {
    const { fake, call } = await serve(createFakeConnect({ users: 3 }));
    await call("/__api__/v1/users?prefix=a%26b%23c/..&user_role=viewer%7Cpublisher");
    expect(fake.requests[0]).toMatchObject({
      path: "/v1/users",
      query: { prefix: "a&b#c/..", user_role: "viewer|publisher" },
    });
  });

  it("reports no internal error when a client disconnects while it sends the body", async () => {
    const onInternalError = vi.fn();
    const { fake, server } = await serve(createFakeConnect({ onInternalError }));
    const socket = connect(server.port, "127.0.0.1");
    const key = `Authorization: Key ${fake.apiKey}`;
    socket.write(`POST /__api__/v1/users HTTP/1.1\r\nHost: x\r\n${key}\r\nContent-Length: 100\r\n\r\n{"user`, () => {
      socket.destroy();
    });
    await expect.poll(() => fake.requests).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({ operationId: "createPushUser", status: null });
    expect(onInternalError).not.toHaveBeenCalled();
  });

  it("stops delaying a response when the client disconnects", async () => {
    const { fake, call } = await serve();
    const held = fake.fault({ operationId: "getCurrentUser", delay: 60_000 });
    const controller = new AbortController();
    const response = call("/__api__/v1/user", { signal: controller.signal });
    response.catch(() => undefined);
    await expect.poll(() => held.hits).toBe(1);
    controller.abort();
    await expect(response).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => fake.requests).toMatchObject([{ path: "/v1/user", status: null }]);
  });

  it("cuts the connection for a fault with reset", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", reset: true, times: 1 });
    await expect(call("/__api__/v1/users")).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    await expect(call("/__api__/v1/users").then(({ status }) => status)).resolves.toBe(200);
  });

  it("cuts the connection in the middle of a response for a fault with reset during", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", reset: "during", times: 1 });
    const response = await call("/__api__/v1/users");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject({ message: "terminated" });
    await expect(call("/__api__/v1/users").then(({ status }) => status)).resolves.toBe(200);
  });

  it("shortens a response for a fault with truncate", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", truncate: true });
    await expect(call("/__api__/v1/users").then((response) => response.json())).rejects.toThrow();
  });

  it("responds when there is a latency", async () => {
    const { call } = await serve(undefined, { latency: 1 });
    await expect(call("/__api__/v1/user").then(({ status }) => status)).resolves.toBe(200);
  });

  describe("close()", () => {
    it("closes connections that a client keeps alive", async () => {
      const { fake, server, headers } = await serve();
      const agent = new Agent({ keepAlive: true });
      onTestFinished(() => {
        agent.destroy();
      });
      const response = await new Promise<IncomingMessage>((resolve) => {
        get(`${server.url}/__api__/v1/user`, { headers, agent }, resolve);
      });
      const ended = new Promise((resolve) => response.socket.once("close", resolve));
      await text(response);
      await server.close();
      await ended;
      expect(fake.requests).toHaveLength(1);
    });

    it("waits for pending requests", async () => {
      const { fake, server, call } = await serve();
      const slow = fake.fault({ operationId: "getCurrentUser", delay: 30 });
      const pending = call("/__api__/v1/user");
      await expect.poll(() => slow.hits).toBe(1);
      const [response] = await Promise.all([pending, server.close()]);
      expect(response.status).toBe(200);
    });

    it("can be called more than once, and frees the port", async () => {
      const { fake, server } = await serve();
      await Promise.all([server.close(), server.close()]);
      await expect(fetch(server.url)).rejects.toThrow();
      const again = await fake.listen({ port: server.port });
      await again.close();
    });

    it("is called by `await using`", async () => {
      const fake = createFakeConnect();
      let url: string;
      {
        await using server = await fake.listen();
        ({ url } = server);
      }
      await expect(fetch(url)).rejects.toThrow();
    });
  });

  it.each([
    ["port", { port: 65_536 }, "port is 65536; allowed: a whole number from 0 to 65535"],
    ["port", { port: 1.5 }, "port is 1.5; allowed: a whole number from 0 to 65535"],
    ["latency", { latency: -1 }, "latency is -1; allowed: a whole number from 0 to 2147483647"],
  ])("refuses an invalid %s: %j", async (_name, options, message) => {
    await expect(createFakeConnect().listen(options)).rejects.toThrow(message);
  });

  it("names the address if the port is in use", async () => {
    const { server } = await serve();
    await expect(createFakeConnect().listen({ port: server.port })).rejects.toMatchObject({
      name: "ListenError",
      code: "EADDRINUSE",
      message: `127.0.0.1:${String(server.port)} is already in use; choose another port, or 0 for any free one`,
    });
  });
});
