import type { FakeConnect } from "@connect-sdk/testing";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import type { Transport } from "./world.ts";

/** No socket: requests are handed to the fake. Time is expected to be faked. */
export function inProcess(fake: FakeConnect): Promise<Transport> {
  return Promise.resolve({
    url: fake.url,
    send: (request) => fake.fetch(request),
    timeout: 30_000,
    refuse: () => Promise.reject(new TypeError("fetch failed", { cause: refusal() })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });
}

/** Real sockets of this machine, real time. */
export async function overPort(fake: FakeConnect): Promise<Transport> {
  const server = await fake.listen();
  const nobody = await unusedAddress();
  return {
    url: server.url,
    send: (request) => fetch(request),
    timeout: 1_500,
    refuse: () => fetch(nobody),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function refusal(): Error {
  return Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:3939"), { code: "ECONNREFUSED", syscall: "connect" });
}

/** An address on which nobody listens: somebody just stopped doing so. */
async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}/`;
}
