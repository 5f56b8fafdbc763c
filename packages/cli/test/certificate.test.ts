import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runOnNetwork } from "./support/cli.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!hasOpenssl)("a server with a self-signed certificate", () => {
  const fake = createFakeConnect();
  let folder: string;
  let server: { url: string; close: () => void };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "connect-users-"));
    server = await listen(fake, folder);
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const env = () => ({ CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey });

  test("receives no request, and the error mentions the certificate", async () => {
    const { code, stdout, stderr } = await runOnNetwork(["count"], env());

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: .*certificate.*\nfix: .*CONNECT_CA_CERTIFICATE.*\n$/);
    expect(fake.requests).toHaveLength(0);
  });

  test("is trusted with CONNECT_CA_CERTIFICATE", async () => {
    const outcome = await runOnNetwork(["count"], { ...env(), CONNECT_CA_CERTIFICATE: join(folder, "cert.pem") });

    expect(outcome).toEqual({ code: 0, stdout: "1\n", stderr: "" });
  });

  test("receives requests with --insecure, with a warning", async () => {
    const { code, stdout, stderr } = await runOnNetwork(["count", "--insecure"], env());

    expect({ code, stdout }).toEqual({ code: 0, stdout: "1\n" });
    expect(stderr).toMatch(/^warning: .*certificate/);
  });
});

/** Serves the fake over TLS with a new certificate. */
async function listen(fake: FakeConnect, folder: string) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const openssl = spawnSync(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"].concat([
      "-subj",
      "/CN=127.0.0.1",
      "-addext",
      "subjectAltName=IP:127.0.0.1",
      "-keyout",
      key,
      "-out",
      cert,
    ]),
  );
  if (openssl.status !== 0) throw new Error(openssl.stderr.toString());
  const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (request, response) => {
    const headers = new Headers({ authorization: request.headers.authorization ?? "" });
    void Promise.resolve(fake.fetch(new Request(`${fake.url}${request.url ?? ""}`, { headers }))).then(
      async (upstream) => {
        response.writeHead(upstream.status, Object.fromEntries(upstream.headers)).end(await upstream.text());
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `https://127.0.0.1:${address.port}`, close: () => server.close() };
}
