import { createFakeConnect } from "@connect-sdk/testing";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runOnNetwork as run } from "./support/cli.ts";

/** Starts a proxy that connects every tunnel to one port and records its target. */
async function startProxy(port: number) {
  const tunnels: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, client, head) => {
    tunnels.push(request.url ?? "");
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
  return { url: `http://127.0.0.1:${portOf(proxy)}`, tunnels, close: () => proxy.close() };
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

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
