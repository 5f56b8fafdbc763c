import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { endWithInput } from "./end-with-input.ts";
import { UserPages } from "./user-pages.ts";

/** Serves `GET /v1/users` from finished pages, the same for everyone who reads them. Prints its address. */
const { values } = parseArgs({
  options: {
    users: { type: "string", default: "1000" },
    latency: { type: "string", default: "0" },
    weight: { type: "string", default: "0" },
  },
});
const latency = Number(values.latency);
const pages = new UserPages(Number(values.users), Number(values.weight));

const server = createServer((request, response) => {
  void answer(request.url ?? "/").then((body) => {
    response.setHeader("content-type", "application/json; charset=utf-8").end(body);
  });
});

server.listen(0, "127.0.0.1", () => {
  // A server that is bound to a port has an address with one.
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}`);
});
endWithInput();

async function answer(path: string): Promise<Buffer> {
  if (latency > 0) await sleep(latency);
  const query = new URL(path, "http://localhost").searchParams;
  return pages.page(Number(query.get("page_number") ?? 1), Number(query.get("page_size") ?? 20));
}
