import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { ApiProblem } from "../errors.ts";

/** Answers what is no request that Node could read, and ends the connection. Without this, the answer would have no body. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  // Real server: unknown, assumed to be its general words for a wrong parameter.
  const { status, body } = new ApiProblem("InvalidParameter", explain(error));
  const json = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${String(Buffer.byteLength(json))}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${json}`, () => socket.destroy());
}

function explain({ code, message }: NodeJS.ErrnoException): string {
  return code === "HPE_INVALID_URL"
    ? "The address has characters that HTTP does not allow there; percent-encode them."
    : `The request cannot be read as HTTP: ${message}.`;
}
