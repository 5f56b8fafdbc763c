import { once } from "node:events";
import { connect as open, type Socket } from "node:net";

/** The load on a server. */
export interface Load {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The total number of requests. */
  readonly requests: number;
  /** Concurrent connections, each with one request at a time. Default: 16. */
  readonly connections?: number;
}

const STATUS_OK = Buffer.from("HTTP/1.1 200 OK\r\n");

/**
 * Sends the same request many times and waits for all responses. It only counts bytes, so that the client needs little of the
 * machine and the figure is that of the server.
 */
export async function drive({ url, path, headers, requests, connections = 16 }: Load): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  let left = requests;
  const next = (): boolean => left-- > 0;
  const stop = stayAwake();
  try {
    await Promise.all(Array.from({ length: connections }, () => driveOne(open(Number(port), hostname), request, next)));
  } finally {
    stop();
  }
}

/**
 * Keeps this process from sleeping between responses. The server's system call would wake it, which on a virtual machine takes
 * longer than the response itself, and only slow servers would pay for it.
 */
function stayAwake(): () => void {
  let turn = setImmediate(again);
  function again(): void {
    turn = setImmediate(again);
  }
  return () => {
    clearImmediate(turn);
  };
}

async function driveOne(socket: Socket, request: Buffer, next: () => boolean): Promise<void> {
  socket.setNoDelay(true);
  await once(socket, "connect");
  let length: number | undefined;
  let received = 0;
  await new Promise<void>((resolve, reject) => {
    const send = (): void => {
      if (next()) socket.write(request);
      else resolve();
    };
    socket.on("error", reject).on("close", () => {
      reject(new Error("The server closed a connection that was in use."));
    });
    socket.on("data", (chunk) => {
      if (received === 0 && !chunk.subarray(0, STATUS_OK.length).equals(STATUS_OK)) {
        reject(new Error(`The server sent ${chunk.toString().slice(0, 200)}`));
      }
      received += chunk.length;
      // Every response to the same request has the same length.
      length ??= lengthOf(chunk);
      if (received < length) return;
      received = 0;
      send();
    });
    send();
  }).finally(() => socket.removeAllListeners("close").destroy());
}

function lengthOf(head: Buffer): number {
  const text = head.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1];
  if (end < 0 || length === undefined) throw new Error(`The response has no content-length: ${text}`);
  return end + 4 + Number(length);
}
