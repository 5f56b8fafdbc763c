import { execFileSync, fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createFakeConnect } from "@connect-sdk/testing";

// Usage: `slow-connections.ts [--count N]`. Prints a report as JSON. With `--serve`, it is the server.

/** What became of clients that send a part of a request and then nothing. */
export interface SlowConnectionsReport {
  /** Connections that were open at the same time; fewer than asked for if the system does not allow as many files. */
  readonly open: number;
  /** Status of a request that was sent while they were open. */
  readonly status: number;
  /** Milliseconds that it took. */
  readonly milliseconds: number;
  /** Bytes of memory that the server needed for each connection. */
  readonly bytesPerConnection: number;
  /** Connections that the server closed when it ended. */
  readonly closed: number;
  /** Exit code of the server. */
  readonly exitCode: number | null;
}

/** Where the server listens, and the key of its administrator. */
interface Ready {
  readonly port: number;
  readonly apiKey: string;
}

/** The server has a process of its own, because both ends of a connection count against the limit of open files. */
async function serve(): Promise<void> {
  const fake = createFakeConnect();
  const server = await fake.listen();
  process.on("message", (message) => {
    if (message === "memory") process.send?.(process.memoryUsage.rss());
    else
      void server.close().then(() => {
        process.disconnect();
      });
  });
  process.send?.({ port: server.port, apiKey: fake.apiKey } satisfies Ready);
}

/** Files that the process needs besides the connections. */
const OTHER_FILES = 500;

/** Connections that are opened at the same time, fewer than the system queues. */
const BATCH = 100;

async function attack(count: number): Promise<SlowConnectionsReport> {
  const server = fork(fileURLToPath(import.meta.url), ["--serve"]);
  const [ready] = (await once(server, "message")) as [Ready];
  const before = await memoryOf(server);
  const possible = Math.min(count, fileLimit() - OTHER_FILES);
  const sockets: Socket[] = [];
  while (sockets.length < possible) {
    const batch = Array.from({ length: Math.min(BATCH, possible - sockets.length) }, () =>
      connect(ready.port, "127.0.0.1"),
    );
    await Promise.all(batch.map((socket) => once(socket, "connect")));
    for (const [index, socket] of batch.entries()) socket.write(partOfRequest(index % 2 === 0, ready.apiKey));
    sockets.push(...batch);
  }
  const start = performance.now();
  const headers = { authorization: `Key ${ready.apiKey}` };
  const { status } = await fetch(`http://127.0.0.1:${String(ready.port)}/__api__/v1/user`, { headers });
  const milliseconds = performance.now() - start;
  const bytesPerConnection = Math.round(((await memoryOf(server)) - before) / sockets.length);
  const open = sockets.filter(({ readyState }) => readyState === "open").length;
  let closed = 0;
  const ends = sockets.map(async (socket) => {
    // A reset closes it, too.
    socket.on("error", () => undefined).resume();
    await once(socket, "close");
    closed++;
  });
  const exit = once(server, "exit") as Promise<[number | null]>;
  server.send("close");
  await Promise.all(ends);
  const [exitCode] = await exit;
  return { open, status, milliseconds, bytesPerConnection, closed, exitCode };
}

async function memoryOf(server: ChildProcess): Promise<number> {
  server.send("memory");
  const [bytes] = (await once(server, "message")) as [number];
  return bytes;
}

/** Half of the header, or a part of the body. */
function partOfRequest(isHeader: boolean, apiKey: string): string {
  const header = `POST /__api__/v1/users HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Key ${apiKey}\r\n`;
  return isHeader ? header : `${header}Content-Length: 1000\r\n\r\n{"user`;
}

function fileLimit(): number {
  const limit = execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" }).trim();
  return limit === "unlimited" ? Infinity : Number(limit);
}

const { values } = parseArgs({ options: { serve: { type: "boolean" }, count: { type: "string", default: "10000" } } });
if (values.serve === true) await serve();
else console.log(JSON.stringify(await attack(Number(values.count))));
