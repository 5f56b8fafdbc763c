import { createHmac } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { authorize, redeem, registeredClient, sentBack, whoIs } from "../support/oauth-client.ts";
import { runMain } from "../support/run-main.ts";
import { spawnProgram } from "../support/spawn-program.ts";

const get = (url: string, apiKey: string) => fetch(url, { headers: { authorization: `Key ${apiKey}` } });

describe("fake-connect serve", () => {
  it("prints the two variables when it accepts connections, and nothing else", async () => {
    const program = spawnProgram(["serve", "--port", "0", "--users", "3"]);
    const server = /^CONNECT_SERVER=(http:\/\/127\.0\.0\.1:\d+)$/.exec(await program.nextLine())?.[1] ?? "";
    const apiKey = /^CONNECT_API_KEY=(\w+)$/.exec(await program.nextLine())?.[1] ?? "";

    const response = await get(`${server}/__api__/v1/users`, apiKey);
    await expect(response.json()).resolves.toMatchObject({ total: 3 });

    program.process.kill("SIGTERM");
    await expect(program.ended).resolves.toEqual({ code: 0, signal: null, stderr: "" });
    await expect(program.nextLine()).rejects.toThrow("no further line");
  });

  it("prints one line of JSON with --json, and keeps a path prefix", async () => {
    const program = spawnProgram(["serve", "--port=0", "--json", "--prefix=rsc/"]);
    const ready = JSON.parse(await program.nextLine()) as Record<string, unknown>;
    expect(Object.keys(ready)).toEqual(["url", "apiKey", "pid"]);
    expect(ready["url"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rsc$/);
    expect(ready["pid"]).toBe(program.process.pid);
    const { url, apiKey } = ready as { url: string; apiKey: string };
    await expect(get(`${url}/__api__/v1/user`, apiKey).then(({ status }) => status)).resolves.toBe(200);
  });

  it("approves every sign-in at once with --auto-approve", async () => {
    const program = spawnProgram(["serve", "--port=0", "--json", "--auto-approve", "admin"]);
    const { url } = JSON.parse(await program.nextLine()) as { url: string };
    const target = { url, fetch };
    const client_id = await registeredClient(target);
    const { status, headers } = await authorize(target, { client_id });
    expect(status).toBe(302);
    const { body } = await redeem(target, client_id, sentBack(headers.get("location"))["code"] ?? "");
    const me = await whoIs(target, String(body["access_token"]));
    expect(me.body).toMatchObject({ username: "admin" });
  });

  it("checks bootstrap tokens with --bootstrap-secret", async () => {
    const program = spawnProgram(["serve", "--port=0", "--json", "--empty", "--bootstrap-secret", btoa("a secret")]);
    const { url } = JSON.parse(await program.nextLine()) as { url: string };
    const claims = { iss: "rsconnect-python", aud: "rsconnect", scope: "bootstrap", exp: 9_999_999_999 };
    const bootstrap = (secret: string) => {
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
      const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
      const signature = createHmac("sha256", secret).update(signed).digest("base64url");
      const headers = { authorization: `Connect-Bootstrap ${signed}.${signature}` };
      return fetch(`${url}/__api__/v1/experimental/bootstrap`, { method: "POST", headers });
    };
    expect((await bootstrap("another secret")).status).toBe(401);
    expect((await bootstrap("a secret")).status).toBe(200);
  });

  it("exits with 0 when interrupted, even while clients keep connections alive", async () => {
    const program = spawnProgram(["serve", "--port", "0", "--json"]);
    const { url, apiKey } = JSON.parse(await program.nextLine()) as { url: string; apiKey: string };
    await get(`${url}/__api__/v1/user`, apiKey).then((response) => response.text());
    program.process.kill("SIGINT");
    await expect(program.ended).resolves.toMatchObject({ code: 0, signal: null });
  });

  it("names the address that is already in use, and exits with 2", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(runMain("serve", "--port", String(port))).resolves.toEqual({
      status: 2,
      stdout: "",
      stderr: `fake-connect: 127.0.0.1:${String(port)} is already in use; choose another port, or 0 for any free one\n`,
    });
  });

  it("names a host that is not an address of this machine, and exits with 2", async () => {
    const { status, stderr } = await runMain("serve", "--port", "0", "--host", "192.0.2.1");
    expect(stderr).toMatch(/^fake-connect: cannot listen on host 192\.0\.2\.1: [^\n]+\n$/);
    expect(status).toBe(2);
  });
});
