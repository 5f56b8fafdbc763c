import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { containing } from "./support/containing.ts";
import { jsonError, run as runOnFake, runOnNetwork as run, smallServer } from "./support/cli.ts";

interface ProxyOptions {
  /** Refuses every tunnel with this status, or closes the connection without one. */
  readonly refuses?: number | "all";
}

/** Starts a proxy that leads everything to one port, by tunnels and, for plain http, by forwarding. */
async function startProxy(port: number, { refuses }: ProxyOptions = {}) {
  const tunnels: string[] = [];
  const forwarded: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const proxy = createServer((request, response) => {
    forwarded.push(request.url ?? "");
    headers.push(request.headers);
    const { pathname, search } = new URL(request.url ?? "");
    const authorization = request.headers.authorization ?? "";
    void fetch(`http://127.0.0.1:${port}${pathname}${search}`, { headers: { authorization } }).then(async (answer) => {
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    });
  });
  proxy.on("connect", (request, client, head) => {
    tunnels.push(request.url ?? "");
    headers.push(request.headers);
    client.on("error", () => undefined);
    if (refuses !== undefined) {
      client.end(refuses === "all" ? undefined : `HTTP/1.1 ${refuses} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const server = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      server.write(head);
      server.pipe(client).pipe(server);
    });
    client.on("error", () => server.destroy());
    server.on("error", () => client.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = `127.0.0.1:${portOf(proxy)}`;
  return { url: `http://${address}`, address, tunnels, forwarded, headers, close: () => proxy.close() };
}

describe("a proxy", () => {
  test("is used for requests and responses when the environment names one", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "jdoe" });
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(Number(new URL(server.url).port));
    const env = { CONNECT_SERVER: "http://connect.example.com", CONNECT_API_KEY: fake.apiKey, HTTP_PROXY: proxy.url };

    expect(await run(["count"], env)).toEqual({ code: 0, stdout: "2\n", stderr: "" });
    expect((await run(["lock", "jdoe"], env)).code).toBe(0);
    expect(fake.users[1]?.locked).toBe(true);
    expect((await run(["show", "nobody"], env)).code).toBe(4);
    expect(new Set(proxy.tunnels)).toEqual(new Set(["connect.example.com:80"]));
    proxy.close();
  });

  test("is not used for the hosts of NO_PROXY", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(1);
    const env = {
      CONNECT_SERVER: server.url,
      CONNECT_API_KEY: fake.apiKey,
      HTTP_PROXY: proxy.url,
      NO_PROXY: "127.0.0.1",
    };

    expect(await run(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    expect(proxy.tunnels).toEqual([]);
    proxy.close();
  });
});

const example = { CONNECT_SERVER: "http://connect.example.com", CONNECT_API_KEY: "key" };

describe("the variables for a proxy", () => {
  test.each([
    ["http_proxy", (address: string) => address],
    ["HTTP_PROXY", (address: string) => `http://${address}/`],
    ["all_proxy", (address: string) => ` HTTP://${address} `],
    ["ALL_PROXY", (address: string) => `${address}/`],
  ])("%s takes what curl takes", async (variable, form) => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(Number(new URL(server.url).port));
    const env = { ...example, CONNECT_API_KEY: fake.apiKey, [variable]: form(proxy.address) };

    expect(await run(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    expect(proxy.tunnels).toEqual(["connect.example.com:80"]);
    proxy.close();
  });

  test.each([
    ["jo:p%40ss", "jo:p@ss"],
    ["jo:p@ss%", "jo:p@ss%"],
    ["jo", "jo:"],
  ])("may contain the name and password %s", async (typed, sent) => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(Number(new URL(server.url).port));
    const env = { ...example, CONNECT_API_KEY: fake.apiKey, HTTP_PROXY: `http://${typed}@${proxy.address}` };

    expect((await run(["count"], env)).code).toBe(0);
    const [first] = proxy.headers;
    expect(first?.["proxy-authorization"]).toBe(`Basic ${Buffer.from(sent).toString("base64")}`);
    proxy.close();
  });

  test.each([
    ["HTTPS_PROXY", "https://connect.example.com", "proxy.corp:3128", "http://proxy.corp:3128"],
    ["https_proxy", "https://connect.example.com", "https://jo:secret@proxy.corp", "https://proxy.corp:443"],
    ["ALL_PROXY", "https://connect.example.com", "[::1]:3128", "http://[::1]:3128"],
    ["HTTP_PROXY", "http://connect.example.com", "http://jo:secret@proxy.corp:8080/x", "http://proxy.corp:8080"],
  ])("doctor names the proxy of %s without its password", async (variable, url, value, shown) => {
    const env = { CONNECT_SERVER: url, [variable]: value };
    const { stdout } = await runOnFake(smallServer({ url }), ["doctor", "--json"], { env });

    const findings = JSON.parse(stdout) as { check: string; detail: string }[];
    expect(findings.find(({ check }) => check === "proxy")?.detail).toContain(`through ${shown} (${variable})`);
    expect(stdout).not.toContain("secret");
  });

  test.each([
    ["https://connect.example.com", "*", false],
    ["https://connect.example.com", "a.example, connect.example.com", false],
    ["https://connect.example.com", "example.com", false],
    ["https://connect.example.com", ".example.com", false],
    ["https://connect.example.com", "*.example.com", false],
    ["https://connect.example.com", "EXAMPLE.com.", false],
    ["https://connect.example.com.", "connect.example.com", false],
    ["https://connect.example.com", "connect.example.com:443", false],
    ["https://connect.example.com:3939", "connect.example.com:3939", false],
    ["https://connect.example.com:3939", "connect.example.com:443", true],
    ["https://connect.example.com", "ample.com", true],
    ["https://connect.example.com", "connect.example", true],
    ["https://connect.example.com", "", true],
    ["https://connect.example.com", "10.0.0.0/8 192.168.1.1", true],
    ["https://10.1.2.3", "10.0.0.0/8", false],
    ["https://10.1.2.3", "10.0.0.0/16", true],
    ["https://10.1.2.3", "10.1.2.3", false],
    ["https://10.1.2.3", "2.3", true],
    ["https://10.1.2.3", "10.0.0.0/99", true],
    ["https://[fd00::1]", "fd00::/8", false],
    ["https://[fd00::1]", "[fd00:0:0::1]", false],
    ["https://[fd00::1]", "[fd00::1]:443", false],
    ["https://[fd00::1]", "::1", true],
  ])("for %s and NO_PROXY=%j the proxy is used: %j", async (url, list, used) => {
    const env = { CONNECT_SERVER: url, HTTPS_PROXY: "proxy.corp:3128", NO_PROXY: list };
    const { stdout } = await runOnFake(smallServer({ url }), ["doctor", "--json"], { env });

    const findings = JSON.parse(stdout) as { check: string; detail: string }[];
    expect(findings.find(({ check }) => check === "proxy")?.detail.startsWith("through ")).toBe(used);
  });

  test.each([
    ["HTTP_PROXY", "http://jo:secret@"],
    ["HTTP_PROXY", "proxy:port"],
    ["HTTP_PROXY", "ftp://proxy:21"],
    ["HTTP_PROXY", "3128"],
    ["HTTP_PROXY", "http:/proxy:3128"],
    ["HTTP_PROXY", "http://pro xy:3128"],
    ["http_proxy", "proxy:99999"],
    ["ALL_PROXY", "::1:3128"],
    ["HTTPS_PROXY", "http://jo:secret@"],
  ])("%s=%s is a usage error that names the variable", async (variable, value) => {
    for (const argv of [["count"], ["count", "--json"]]) {
      const { code, stderr } = await run(argv, { ...example, [variable]: value });
      expect(code).toBe(2);
      expect(stderr).toContain(variable);
      expect(stderr).not.toContain("secret");
    }
  });

  test.each(["socks://proxy:1080", "socks5h://jo:secret@proxy:1080", "SOCKS4://proxy"])(
    "%s is said to be not supported",
    async (value) => {
      const { code, stderr } = await run(["count"], { ...example, all_proxy: value });

      expect(code).toBe(2);
      expect(stderr).toMatch(/all_proxy names a SOCKS proxy, which is not supported/);
      // curl prefers the proxy of the protocol, too.
      expect(
        (await runOnFake(smallServer(), ["count"], { env: { all_proxy: value, http_proxy: "proxy:3128" } })).code,
      ).toBe(0);
    },
  );
});

describe("a proxy that does not help", () => {
  test.each([
    ["http://jo:wrong@", "rejected the name or password in HTTP_PROXY"],
    ["", "requires a name and a password"],
  ])("gets the password %s once", async (prefix, says) => {
    const proxy = await startProxy(1, { refuses: 407 });
    const outcome = await run(["list", "--json"], { ...example, HTTP_PROXY: `${prefix}${proxy.address}` });

    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(jsonError(outcome)).toMatchObject({ kind: "network" });
    expect(jsonError(outcome).message).toContain(`The proxy ${proxy.url} ${says}`);
    expect(outcome.stderr).not.toContain("wrong");
    expect(proxy.tunnels).toHaveLength(1);
    proxy.close();
  });

  test("gets the password once from doctor, too", async () => {
    const proxy = await startProxy(1, { refuses: 407 });
    const env = { ...example, CONNECT_SERVER: "https://connect.example.com", HTTPS_PROXY: `jo:wrong@${proxy.address}` };
    const { code, stdout } = await run(["doctor"], env);

    expect(code).toBe(1);
    expect(stdout).toContain(`through ${proxy.url} (HTTPS_PROXY)`);
    expect(stdout).toContain("rejected the name or password in HTTPS_PROXY");
    expect(stdout).not.toContain("wrong");
    expect(proxy.tunnels).toHaveLength(1);
    proxy.close();
  });

  test("is named when it is down, with its variable", async () => {
    const outcome = await run(["count", "--json"], { ...example, HTTP_PROXY: "jo:secret@127.0.0.1:1" });

    expect(outcome.code).toBe(1);
    expect(jsonError(outcome)).toEqual({
      kind: "network",
      message:
        "GET /v1/users received no response from connect.example.com through http://127.0.0.1:1: the proxy does not accept connections (ECONNREFUSED).",
      fix: containing("HTTP_PROXY"),
    });
  });

  test("is named when it does not respond in time", async () => {
    const silent = createSocketServer((socket) => socket.on("error", () => undefined)).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const proxy = `http://127.0.0.1:${portOf(silent)}`;
    const outcome = await run(["count", "--json"], { ...example, HTTP_PROXY: proxy, CONNECT_REQUEST_TIMEOUT: "0.05" });

    expect(jsonError(outcome)).toMatchObject({
      kind: "timeout",
      message: `GET /v1/users returned no complete response within 50 ms through ${proxy}.`,
    });
    silent.close();
  });

  test("is named when it is another program", async () => {
    const other = createSocketServer((socket) => socket.on("error", () => undefined).end("SSH-2.0-OpenSSH\r\n"));
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const outcome = await run(["count", "--json"], { ...example, HTTP_PROXY: `127.0.0.1:${portOf(other)}` });

    expect(jsonError(outcome).message).toContain("the proxy does not speak http");
    expect(jsonError(outcome).fix).toContain("HTTP_PROXY names an HTTP proxy");
    other.close();
  });

  test("is named when it does not reach the server", async () => {
    const proxy = await startProxy(1, { refuses: 503 });
    const { code, stderr } = await run(["count"], { ...example, HTTP_PROXY: proxy.url });

    expect(code).toBe(1);
    expect(stderr).toContain(`The proxy ${proxy.url} did not connect to connect.example.com (status 503).`);
    proxy.close();
  });

  test.each([
    ["at once", (socket: Socket) => socket.destroy()],
    ["when it is asked for a tunnel", (socket: Socket) => socket.once("data", () => socket.end())],
  ])("is not asked without end when it closes every connection %s", async (_when, close) => {
    let connections = 0;
    const proxy = createSocketServer((socket) => {
      connections += 1;
      socket.on("error", () => undefined);
      close(socket);
    }).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const address = `http://127.0.0.1:${portOf(proxy)}`;
    const env = { ...example, CONNECT_SERVER: "https://connect.example.com", HTTPS_PROXY: address };
    const outcome = await run(["count", "--json"], env);

    expect(jsonError(outcome)).toMatchObject({ kind: "network", fix: containing("HTTPS_PROXY") });
    expect(jsonError(outcome).message).toContain(`through ${address}: the proxy closed the connection`);
    // One for each attempt.
    expect(connections).toBe(3);
    proxy.close();
  });

  test("but only forwards plain http, and closes connections that ask for a tunnel, is used that way", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(Number(new URL(server.url).port), { refuses: "all" });
    const env = { ...example, CONNECT_API_KEY: fake.apiKey, HTTP_PROXY: proxy.address };

    expect(await run(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    expect([proxy.tunnels.length, proxy.forwarded.length]).toEqual([1, 1]);
    proxy.close();
  });

  test("but only forwards plain http is used that way", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const proxy = await startProxy(Number(new URL(server.url).port), { refuses: 403 });
    const env = { ...example, CONNECT_API_KEY: fake.apiKey, HTTP_PROXY: `jo:pass@${proxy.address}` };

    expect(await run(["count"], env)).toEqual({ code: 0, stdout: "1\n", stderr: "" });
    expect(proxy.forwarded[0]).toMatch(/^http:\/\/connect\.example\.com\/__api__\/v1\/users/);
    proxy.close();
  });
});

describe("CONNECT_CA_CERTIFICATE", () => {
  test.each([
    { name: "a missing file", text: undefined, says: "cannot be read" },
    { name: "a file without a certificate", text: "hello", says: "no PEM certificate" },
  ])("with $name is an error that says so", async ({ text, says }) => {
    const folder = await mkdtemp(join(tmpdir(), "connect-users-"));
    const file = join(folder, "ca.pem");
    if (text !== undefined) await writeFile(file, text);
    const env = { CONNECT_SERVER: "https://connect.example.com", CONNECT_API_KEY: "key", CONNECT_CA_CERTIFICATE: file };
    const { code, stdout, stderr } = await run(["count"], env);
    await rm(folder, { recursive: true });

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).toContain("CONNECT_CA_CERTIFICATE");
  });
});

/** Starts a server in front of a fake that compresses lists, and sends the responses to changes in its own way. */
async function startFront(
  fake: FakeConnect,
  respond: (outgoing: ServerResponse, response: Response, text: string) => void,
) {
  const sent: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    void readAll(incoming).then(async (body) => {
      const { method = "", url = "", headers } = incoming;
      const { authorization = "" } = headers;
      const init = { method, headers: { authorization, "content-type": "application/json" } };
      const response = await fake.fetch(
        new Request(new URL(url, fake.url), method === "GET" ? init : { ...init, body }),
      );
      const text = await response.text();
      sent.push(incoming);
      if (method === "GET") {
        const compressed = { "content-type": "application/json", "content-encoding": "gzip" };
        outgoing.writeHead(response.status, compressed).end(gzipSync(text));
        return;
      }
      respond(outgoing, response, text);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const env = { CONNECT_SERVER: `http://127.0.0.1:${portOf(server)}`, CONNECT_API_KEY: fake.apiKey };
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { env, sent, close };
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of incoming.setEncoding("utf8")) text += String(piece);
  return text;
}

describe("many changes over the network", () => {
  const command = ["lock", "amara", "jdoe", "--yes"];
  const json = { "content-type": "application/json" };

  test.each<[string, (outgoing: ServerResponse, response: Response, text: string) => void]>([
    [
      "with their length",
      (outgoing, { status }, text) =>
        outgoing.writeHead(status, { ...json, "content-length": Buffer.byteLength(text) }).end(text),
    ],
    [
      "in pieces",
      (outgoing, { status }, text) => {
        outgoing.writeHead(status, json).write(text.slice(0, 1));
        setImmediate(() => outgoing.end(text.slice(1)));
      },
    ],
    [
      "with repeated headers, and bytes beyond ASCII in them",
      (outgoing, { status }, text) => {
        const bytes = Buffer.from("Grüße, €").toString("latin1");
        outgoing.writeHead(status, { ...json, "x-note": bytes, "set-cookie": ["a=1", "b=2"] }).end(text);
      },
    ],
  ])("understand responses %s", async (_, respond) => {
    const fake = smallServer();
    const front = await startFront(fake, respond);
    const { code, stderr } = await run(command, front.env);

    expect({ code, stderr }).toEqual({ code: 0, stderr: containing("2 users: 2 locked.") });
    expect(fake.users.filter(({ locked }) => locked).map(({ username }) => username)).toEqual(["amara", "jdoe", "lin"]);
    for (const { headers } of front.sent) {
      expect(headers).toMatchObject({
        "user-agent": containing("connect-users/"),
        "accept-encoding": containing("gzip"),
      });
    }
    front.close();
  });

  test("report connections that end without a response as such", async () => {
    const fake = smallServer();
    const front = await startFront(fake, (outgoing) => outgoing.destroy());
    const { code, stdout } = await run([...command, "--csv"], front.env);

    expect(code).toBe(5);
    expect(stdout).toContain("received no response from 127.0.0.1");
    front.close();
  });

  test("report the server's errors", async () => {
    const fake = smallServer();
    const front = await startFront(fake, (outgoing) =>
      outgoing.writeHead(500, json).end('{"code":1,"error":"disk full"}'),
    );
    const { code, stdout } = await run([...command, "--csv"], front.env);

    expect(code).toBe(5);
    expect(stdout).toContain("disk full");
    front.close();
  });
});

function portOf(server: Pick<Server, "address">): number {
  return (server.address() as AddressInfo).port;
}
