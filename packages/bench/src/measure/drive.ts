import { once } from "node:events";
import { connect as open, type Socket } from "node:net";

/** What to send to a server, over and over. */
export interface Load {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How many requests in all. */
  readonly requests: number;
  /** How many connections at a time, each with one request at a time; 16 by default. */
  readonly connections?: number;
}

const STATUS_OK = Buffer.from("HTTP/1.1 200 OK\r\n");

/**
 * Sends the same request many times and waits for all answers. Answers are only counted, so that the client takes next to
 * nothing of the machine and what is measured is the server.
 */
export async function drive({ url, path, headers, requests, connections = 16 }: Load): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  let left = requests;
  const next = (): boolean => left-- > 0;
  const rest = stayAwake();
  try {
    await Promise.all(Array.from({ length: connections }, () => driveOne(open(Number(port), hostname), request, next)));
  } finally {
    rest();
  }
}

/**
 * Keeps this process from sleeping between answers. Waking it is done by the server's own system call, which on a virtual
 * machine takes longer than answering, and only slow servers would pay for it: a fast one finds its client awake.
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
        reject(new Error(`The server answered ${chunk.toString().slice(0, 200)}`));
      }
      received += chunk.length;
      // Every answer to the same request is as long as the first.
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
  if (end < 0 || length === undefined) throw new Error(`The server does not say how long its answer is: ${text}`);
  return end + 4 + Number(length);
}
