import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";

/** Sends bytes and ends the connection. Returns everything that is received. */
async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(bytes);
  return text(socket);
}

const HEADERS = "Host: x\r\nConnection: close\r\n";
const KEY = "Authorization: Key k\r\n";

it.each([
  ["a target that is not percent-encoded", `GET /__api__/v1/users?prefix=Zoë HTTP/1.1\r\n${HEADERS}\r\n`],
  ["bytes that are not HTTP", "hello\r\n\r\n"],
  ["a header with a control character", `GET /__ping__ HTTP/1.1\r\n${HEADERS}X-Correlation-ID: a\u0001\r\n\r\n`],
  ["a request without a Host header in HTTP/1.1", "GET /__ping__ HTTP/1.1\r\nConnection: close\r\n\r\n"],
  [
    "a body shorter than its content length",
    `POST /__api__/v1/users HTTP/1.1\r\n${HEADERS}${KEY}Content-Length: 9\r\n\r\n{`,
  ],
])("responds to %s with the error envelope", async (_what, bytes) => {
  await using server = await createFakeConnect({ apiKey: "k" }).listen();
  const [head = "", body = ""] = (await sendRaw(server.port, bytes)).split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toContain(`content-length: ${String(Buffer.byteLength(body))}`);
  expect(body).toMatch(/^\{"code":25,"error":"[^"]+","payload":null\}$/);
});

it("says what to do about a target that is not percent-encoded", async () => {
  await using server = await createFakeConnect().listen();
  const response = await sendRaw(server.port, `GET /__api__/v1/users?prefix=Zoë HTTP/1.1\r\n${HEADERS}\r\n`);
  expect(response).toContain("percent-encode");
});

it("accepts targets and headers as long as real servers do", async () => {
  const fake = createFakeConnect();
  await using server = await fake.listen();
  const key = `Authorization: Key ${fake.apiKey}\r\n`;
  const target = `/__api__/v1/users?prefix=${"a".repeat(100_000)}`;
  const response = await sendRaw(server.port, `GET ${target} HTTP/1.1\r\n${HEADERS}${key}X-Long: ${target}\r\n\r\n`);
  expect(response).toMatch(/\{"results":\[\],"current_page":1,"total":0\}$/);
});
