import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";

/** Sends a request, all of it whatever comes back, as clients do that only look for an answer afterwards. */
async function sendAll(port: number, head: string, body: Buffer): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  onTestFinished(() => {
    socket.destroy();
  });
  const answer = text(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.write(`${head}\r\nHost: x\r\nContent-Length: ${String(body.length)}\r\n\r\n`);
    socket.write(body, () => {
      resolve();
    });
  });
  return answer;
}

it.each([
  ["HTTP/1.1 that asks for the end of the connection", "POST /__api__/v1/nowhere HTTP/1.1\r\nConnection: close"],
  ["HTTP/1.0", "POST /__api__/v1/nowhere HTTP/1.0"],
])("a client that sends much more than is looked at gets an answer: %s", async (_what, head) => {
  await using server = await createFakeConnect().listen();
  const answer = await sendAll(server.port, head, Buffer.alloc(8_000_000));
  expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  expect(answer).toMatch(/\r\n\r\n\{"code":2,.*\}$/);
});
