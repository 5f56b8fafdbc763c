import { createFakeConnect } from "@connect-sdk/testing";
import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";

/** Serves control routes. Returns a function that calls one with headers that `fetch` would not send. */
async function control(host?: string) {
  const fake = createFakeConnect();
  const server = await fake.listen({ control: true, ...(host !== undefined && { host }) });
  onTestFinished(() => server.close());
  const status = (
    headers: Record<string, string>,
    path = "/__fake__/snapshot",
    target?: string,
  ): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const authorization = `Key ${fake.apiKey}`;
      const options = { headers: { authorization, ...headers }, ...(target !== undefined && { path: target }) };
      request(`${server.url}${path}`, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
  return { status, port: server.port };
}

describe("the control routes", () => {
  it.each([
    { host: "evil.example" },
    { host: "evil.example:3939" },
    { host: "127.0.0.1.evil.example" },
    { host: "localhost.evil.example" },
    { host: "192.0.2.1" },
    { origin: "https://evil.example" },
    { origin: "http://127.0.0.1.evil.example" },
    { origin: "null" },
    { host: "evil.example", origin: "http://localhost" },
  ])("refuse %j", async (headers) => {
    const { status } = await control();
    expect(await status(headers)).toBe(403);
  });

  it("refuse a foreign host in the place of the path, whatever the Host header is", async () => {
    const { status } = await control();
    const headers = { host: "127.0.0.1" };
    expect(await status(headers, "", "http://evil.example/__fake__/snapshot")).toBe(403);
    expect(await status({ host: "evil.example" }, "", "http://localhost/__fake__/snapshot")).toBe(200);
  });

  it.each([
    { host: "localhost:1" },
    { host: "LOCALHOST" },
    { host: "connect.localhost" },
    { host: "127.0.0.1" },
    { host: "127.8.9.10:80" },
    { host: "[::1]:80" },
    { origin: "http://localhost:5173" },
    { origin: "https://[::1]:5173" },
  ])("accept %j", async (headers) => {
    const { status } = await control();
    expect(await status(headers)).toBe(200);
  });

  it("accept an address of the machine, but no name, when the server listens on every interface", async () => {
    const { status } = await control("0.0.0.0");
    expect(await status({ host: "192.0.2.1" })).toBe(200);
    expect(await status({ host: "evil.example" })).toBe(403);
  });

  it("refuse foreign hosts before they look at the key, and leave other routes alone", async () => {
    const { status } = await control();
    expect(await status({ host: "evil.example", authorization: "Key wrong" })).toBe(403);
    expect(await status({ host: "evil.example" }, "/__api__/v1/user")).toBe(200);
  });

  it("respond to HEAD as to GET", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ control: true });
    const headers = { authorization: `Key ${fake.apiKey}` };
    const response = await fetch(`${server.url}/__fake__/state`, { method: "HEAD", headers });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});
