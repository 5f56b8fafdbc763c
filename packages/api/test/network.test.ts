import { afterEach, describe, expect, test } from "vitest";
import { createConnectClient, NetworkError, type RetryOptions } from "@connect-sdk/api";
import { failureOf } from "./support/stub-client.ts";
import { KEY, USER } from "./support/records.ts";
import { type Listener, reply, serve } from "./support/serve.ts";

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function listen(listener: Listener) {
  const server = await serve(listener);
  servers.push(server);
  return server;
}

function clientOf(url: string, retry: RetryOptions | false = false) {
  return createConnectClient({ url, apiKey: KEY, retry });
}

describe("over a real connection", () => {
  test("a call succeeds", async () => {
    const { url, arrivals } = await listen(reply(200, JSON.stringify(USER)));
    const { data, response } = await clientOf(url).GET("/v1/user");
    expect(data).toEqual(USER);
    expect(response.url).toBe(`${url}/__api__/v1/user`);
    expect(arrivals[0]?.headers).toMatchObject({ authorization: `Key ${KEY}`, "user-agent": "connect-sdk" });
  });

  test("a refused connection is a NetworkError that names its code and what to check", async () => {
    const server = await serve(reply(200, ""));
    await server.close();
    const error = await failureOf(clientOf(server.url).GET("/v1/user"));
    expect(error).toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
      method: "GET",
      cause: { name: "TypeError" },
    });
    expect(String(error)).toContain(new URL(server.url).host);
    expect(String(error)).toContain("Check the URL");
  });

  test("an unknown host is a NetworkError", async () => {
    await expect(clientOf("http://nonexistent.invalid").GET("/v1/user")).rejects.toThrow(NetworkError);
  });

  test("https where the server speaks http is a NetworkError that says so", async () => {
    const { url } = await listen(reply(200, ""));
    const call = clientOf(url.replace("http:", "https:")).GET("/v1/user");
    await expect(call).rejects.toThrow(/^GET .* Check whether the URL is https or http/);
  });

  test("a body that breaks off is retried", async () => {
    const whole = JSON.stringify(USER);
    const { url, arrivals } = await listen((_, response, count) => {
      response.writeHead(200, { "content-length": whole.length });
      if (count === 1) response.write(whole.slice(0, 20), () => response.destroy());
      else response.end(whole);
    });
    expect((await clientOf(url, { delay: 0 }).GET("/v1/user")).data).toEqual(USER);
    expect(arrivals).toHaveLength(2);
  });

  test("canceling closes the connection", async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const { url } = await listen((_, response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
      controller.abort(new Error("enough"));
    });
    await expect(clientOf(url).GET("/v1/user", { signal: controller.signal })).rejects.toThrow("enough");
    await closed;
  });
});
