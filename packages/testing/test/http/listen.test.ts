import { createFakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";

/** What can stand between `GET` and `HTTP/1.1`, for the most part close to an address that there is. */
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

/** A fake on a port; closed when the test is over. */
async function serve(fake = createFakeConnect(), options: Parameters<typeof fake.listen>[0] = {}) {
  const server = await fake.listen(options);
  onTestFinished(() => server.close());
  const headers = { authorization: `Key ${fake.apiKey}` };
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, { headers, ...init });
  return { fake, server, headers, call };
}

/** Sends bytes as they are, and returns all that comes back. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

describe("fake.listen()", () => {
  it("listens on any free port of the loopback interface", async () => {
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

  it("answers with as many bytes as it announces", async () => {
    const { server, headers } = await serve(createFakeConnect({ users: 3 }));
    const answer = await new Promise<IncomingMessage>((resolve) => {
      get(`${server.url}/__api__/v1/users`, { headers }, resolve);
    });
    const body = await text(answer);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(Number(answer.headers["content-length"])).toBe(Buffer.byteLength(body));
    expect(JSON.parse(body)).toMatchObject({ total: 3, current_page: 1 });
  });

  it("says nothing of a body where there is none", async () => {
    const { fake, call } = await serve();
    const group = fake.addGroup({ name: "analysts" });
    const answer = await call(`/__api__/v1/groups/${group.guid}`, { method: "DELETE" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("content-type")).toBeNull();
  });

  it("serves many fakes side by side", async () => {
    const [one, other] = [await serve(), await serve(createFakeConnect({ users: 5 }))];
    one.fake.addUser();
    await expect(one.call("/__api__/v1/users").then((r) => r.json())).resolves.toMatchObject({ total: 2 });
    await expect(other.call("/__api__/v1/users").then((r) => r.json())).resolves.toMatchObject({ total: 5 });
  });

  it("leaves the globals of the process alone", async () => {
    const { Request, Response } = globalThis;
    await serve();
    expect(globalThis.Request).toBe(Request);
    expect(globalThis.Response).toBe(Response);
  });

  it.each([
    ["an impossible Host", "GET /__api__/v1/user HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"],
    ["an address without a path", "GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
  ])("answers %s with the error envelope", async (_what, bytes) => {
    const { server } = await serve();
    const answer = await sendRaw(server.port, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    const envelope: unknown = JSON.parse(answer.split("\r\n\r\n")[1] ?? "");
    expect(envelope).toMatchObject({ code: 25, payload: null });
  });

  it.each([
    ["dots", "/__api__/v1/groups/../user", "/v1/user"],
    ["a whole address", "http://elsewhere.test/__api__/v1/user", "/v1/user"],
    ["encoded letters", "/__api__/v1/%75ser", "/v1/user"],
    ["a fragment", "/__api__/v1/user#top", "/v1/user"],
    ["two slashes", "/__api__//v1/user", "//v1/user"],
    ["a backslash", "/__api__/v1\\user", "/v1/user"],
  ])("reads %s in an address as fetch would have sent it", async (_what, target, path) => {
    const { fake, server } = await serve();
    const key = `Authorization: Key ${fake.apiKey}`;
    await sendRaw(server.port, `GET ${target} HTTP/1.1\r\nHost: x\r\n${key}\r\nConnection: close\r\n\r\n`);
    expect(fake.requests.map((request) => request.path)).toEqual([path]);
  });

  it("answers whatever address is asked for, with a refusal in the envelope or as told", async () => {
    const { fake, server } = await serve();
    const key = `Authorization: Key ${fake.apiKey}`;
    await fc.assert(
      fc.asyncProperty(addresses, hosts, async (address, host) => {
        const answer = await sendRaw(
          server.port,
          `GET ${address} HTTP/1.1\r\nHost: ${host}\r\n${key}\r\nConnection: close\r\n\r\n`,
        );
        const [, status = ""] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
        const text = answer.slice(answer.indexOf("\r\n\r\n")).trim();
        expect(status).toMatch(/^[24]/);
        const body: unknown = JSON.parse(text);
        if (status !== "200") expect(Object.keys(Object(body) as object)).toEqual(["code", "error", "payload"]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what is special in a query apart from the path", async () => {
    const { fake, call } = await serve(createFakeConnect({ users: 3 }));
    await call("/__api__/v1/users?prefix=a%26b%23c/..&user_role=viewer%7Cpublisher");
    expect(fake.requests[0]).toMatchObject({
      path: "/v1/users",
      query: { prefix: "a&b#c/..", user_role: "viewer|publisher" },
    });
  });

  it("notes no failure of its own when a client goes away in the middle of its body", async () => {
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

  it("stops holding an answer back when the client does not wait any longer", async () => {
    const { fake, call } = await serve();
    const held = fake.fault({ operationId: "getCurrentUser", delay: 60_000 });
    const controller = new AbortController();
    const answer = call("/__api__/v1/user", { signal: controller.signal });
    answer.catch(() => undefined);
    await expect.poll(() => held.hits).toBe(1);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => fake.requests).toMatchObject([{ path: "/v1/user", status: null }]);
  });

  it("breaks the connection for a fault that does", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", reset: true, times: 1 });
    await expect(call("/__api__/v1/users")).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    await expect(call("/__api__/v1/users").then(({ status }) => status)).resolves.toBe(200);
  });

  it("breaks the connection in the middle of an answer for a fault that does", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", reset: "during", times: 1 });
    const answer = await call("/__api__/v1/users");
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toMatchObject({ message: "terminated" });
    await expect(call("/__api__/v1/users").then(({ status }) => status)).resolves.toBe(200);
  });

  it("ends an answer too early for a fault that does", async () => {
    const { fake, call } = await serve();
    fake.fault({ operationId: "getUsers", truncate: true });
    await expect(call("/__api__/v1/users").then((answer) => answer.json())).rejects.toThrow();
  });

  it("answers all the same when every answer is held back", async () => {
    const { call } = await serve(undefined, { latency: 1 });
    await expect(call("/__api__/v1/user").then(({ status }) => status)).resolves.toBe(200);
  });

  describe("close()", () => {
    it("ends connections that a client keeps alive", async () => {
      const { fake, server, headers } = await serve();
      const agent = new Agent({ keepAlive: true });
      onTestFinished(() => {
        agent.destroy();
      });
      const answer = await new Promise<IncomingMessage>((resolve) => {
        get(`${server.url}/__api__/v1/user`, { headers, agent }, resolve);
      });
      const ended = new Promise((resolve) => answer.socket.once("close", resolve));
      await text(answer);
      await server.close();
      await ended;
      expect(fake.requests).toHaveLength(1);
    });

    it("waits for requests in progress", async () => {
      const { fake, server, call } = await serve();
      const slow = fake.fault({ operationId: "getCurrentUser", delay: 30 });
      const answered = call("/__api__/v1/user");
      await expect.poll(() => slow.hits).toBe(1);
      const [answer] = await Promise.all([answered, server.close()]);
      expect(answer.status).toBe(200);
    });

    it("can be called more than once, and frees the port", async () => {
      const { fake, server } = await serve();
      await Promise.all([server.close(), server.close()]);
      await expect(fetch(server.url)).rejects.toThrow();
      const again = await fake.listen({ port: server.port });
      await again.close();
    });

    it("is what `await using` does at the end", async () => {
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
  ])("refuses a %s that cannot be: %j", async (_name, options, message) => {
    await expect(createFakeConnect().listen(options)).rejects.toThrow(message);
  });

  it("names the address when the port is in use", async () => {
    const { server } = await serve();
    await expect(createFakeConnect().listen({ port: server.port })).rejects.toMatchObject({
      name: "ListenError",
      code: "EADDRINUSE",
      message: `127.0.0.1:${String(server.port)} is already in use; choose another port, or 0 for any free one`,
    });
  });
});
