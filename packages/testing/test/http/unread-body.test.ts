import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";

/** Sends a complete request before it reads the response, as some clients do. */
async function sendAll(port: number, head: string, body: Buffer): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  onTestFinished(() => {
    socket.destroy();
  });
  const response = text(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.write(`${head}\r\nHost: x\r\nContent-Length: ${String(body.length)}\r\n\r\n`);
    socket.write(body, () => {
      resolve();
    });
  });
  return response;
}

it.each([
  ["HTTP/1.1 with Connection: close", "POST /__api__/v1/nowhere HTTP/1.1\r\nConnection: close"],
  ["HTTP/1.0", "POST /__api__/v1/nowhere HTTP/1.0"],
])("a client that sends a large unread body receives a response: %s", async (_what, head) => {
  await using server = await createFakeConnect().listen();
  const response = await sendAll(server.port, head, Buffer.alloc(8_000_000));
  expect(response).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  expect(response).toMatch(/\r\n\r\n404 page not found$/);
});
