import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createConnectClient } from "@connect-sdk/api";
import { CERTIFICATE, CERTIFICATE_KEY } from "./support/certificate.ts";
import { throughProxy, throughProxyOfEnvironment, trusting } from "./support/connected-through.ts";
import { GUID, KEY, USER } from "./support/records.ts";
import { reply, serve } from "./support/serve.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function connectServer() {
  const server = await serve(reply(200, JSON.stringify(USER), { "content-type": "application/json" }));
  closers.push(() => server.close());
  return server;
}

/** A proxy that records the hosts that it was asked to connect to. */
async function startProxy(): Promise<{ url: string; hosts: string[] }> {
  const hosts: string[] = [];
  const sockets = new Set<Socket>();
  const server = createHttpServer();
  server.on("connect", ({ url = "" }, client: Socket) => {
    hosts.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) sockets.add(socket.on("error", () => socket.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hosts };
}

/** A server with a certificate that no authority has signed. */
async function startSecureServer(): Promise<string> {
  const server = createHttpsServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (_, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(USER));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

describe("a proxy", () => {
  test("is used with its method, credential and body", async () => {
    const server = await connectServer();
    const proxy = await startProxy();
    const api = throughProxy(server.url, KEY, proxy.url);
    await api.PUT("/v1/users/{guid}", { params: { path: { guid: GUID } }, body: { first_name: "Jo" } });
    expect(proxy.hosts).toEqual([new URL(server.url).host]);
    expect(server.arrivals).toMatchObject([
      { method: "PUT", body: '{"first_name":"Jo"}', headers: { authorization: `Key ${KEY}` } },
    ]);
  });

  test("of the environment is used", async () => {
    const server = await connectServer();
    const proxy = await startProxy();
    vi.stubEnv("HTTP_PROXY", proxy.url);
    vi.stubEnv("http_proxy", proxy.url);
    await throughProxyOfEnvironment(server.url, KEY).GET("/v1/user");
    expect(proxy.hosts).toEqual([new URL(server.url).host]);
  });

  test("that does not respond is a NetworkError", async () => {
    const server = await connectServer();
    const proxy = await startProxy();
    for (const close of closers.splice(1)) await close();
    const api = throughProxy(server.url, KEY, proxy.url);
    await expect(api.GET("/v1/user", { retry: false })).rejects.toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
    });
  });
});

describe("a certificate of a private authority", () => {
  test("is refused by default, with what to check", async () => {
    const api = createConnectClient({ url: await startSecureServer(), apiKey: KEY, retry: false });
    await expect(api.GET("/v1/user")).rejects.toMatchObject({
      name: "NetworkError",
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
      fix: expect.stringContaining("certificate is trusted") as string,
    });
  });

  test("is accepted by a client that trusts the authority", async () => {
    const api = trusting(await startSecureServer(), KEY, CERTIFICATE);
    expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
  });

  test("is accepted by a process that trusts the authority (NODE_EXTRA_CA_CERTS)", async () => {
    const file = join(tmpdir(), `connect-sdk-test-${process.pid}.pem`);
    await writeFile(file, CERTIFICATE);
    const program = `
      import { createConnectClient } from "@connect-sdk/api";
      const api = createConnectClient({ url: process.argv[1], apiKey: "${KEY}" });
      console.log((await api.GET("/v1/user")).data.guid);`;
    const flags = ["--conditions=@connect-sdk/source", "--import", "tsx", "--input-type=module", "--eval", program];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, await startSecureServer()], {
      cwd: new URL("..", import.meta.url),
      env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
    });
    expect(stdout.trim()).toBe(GUID);
  });
});

test("the page quotes the recipes that are tested here", async () => {
  const page = await readFile(new URL("../docs/proxies-and-certificates.md", import.meta.url), "utf8");
  const recipes = await readFile(new URL("support/connected-through.ts", import.meta.url), "utf8");
  const functions = [...page.matchAll(/^export function .*?^\}$/gms)].map(([code]) => code);
  expect(functions).toHaveLength(3);
  for (const code of functions) expect(recipes).toContain(code);
});
