import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";

/** Creates content without a Host header, as HTTP/1.0 allows, and returns its URL. */
async function contentUrl(apiKey: string, port: number, host: string, path: string): Promise<string> {
  const socket = connect(port, host);
  socket.end(`POST ${path}/__api__/v1/content HTTP/1.0\r\nAuthorization: Key ${apiKey}\r\nContent-Length: 2\r\n\r\n{}`);
  return /"content_url":"([^"]*)"/.exec(await text(socket))?.[1] ?? "";
}

const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);

it.each(hasIPv6 ? ["127.0.0.1", "::1"] : ["127.0.0.1"])(
  "responses to a client without a Host header contain URLs of the server: %s",
  async (host) => {
    const fake = createFakeConnect({ url: "https://connect.example.com/rsc" });
    await using server = await fake.listen({ host });
    await expect(contentUrl(fake.apiKey, server.port, host, "/rsc")).resolves.toContain(`${server.url}/content/`);
  },
);
