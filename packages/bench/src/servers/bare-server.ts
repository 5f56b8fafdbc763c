import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { endWithInput } from "./end-with-input.ts";

/** Answers whatever comes with one JSON text, the first argument, and the headers that Connect sends. Prints its address. */
const body = process.argv[2] ?? "{}";
const server = createServer((_request, response) => {
  response
    .setHeader("content-type", "application/json; charset=utf-8")
    .setHeader("x-correlation-id", "00000000-0000-4000-8000-000000000000")
    .setHeader("content-length", Buffer.byteLength(body))
    .end(body);
});
server.listen(0, "127.0.0.1", () => {
  // A server that is bound to a port has an address with one.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
endWithInput();
