import { once } from "node:events";
import { connect } from "node:net";

/** What a server answered, by status. */
export type StatusCounts = Map<string, number>;

const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;

/** Longer than a status line, so that one that comes in two pieces is still found. */
const OVERLAP = 16;

/**
 * Sends requests over one connection without waiting for the answers to those before, and counts the answers. Nothing else is
 * looked at, so that a million of them take no longer than the server needs.
 */
export async function sendPipelined(port: number, requests: readonly string[], counts: StatusCounts): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let answered = 0;
  let rest = "";
  const done = new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => {
      reject(new Error(`The connection ended after ${answered} of ${requests.length} answers.`));
    });
    socket.on("data", (chunk) => {
      const text = rest + chunk.toString("latin1");
      let end = 0;
      for (const match of text.matchAll(STATUS_LINE)) {
        const [line, status = ""] = match;
        counts.set(status, (counts.get(status) ?? 0) + 1);
        answered++;
        end = match.index + line.length;
      }
      rest = text.slice(Math.max(end, text.length - OVERLAP));
      if (answered >= requests.length) resolve();
    });
  });
  socket.write(requests.join(""));
  await done.finally(() => socket.removeAllListeners("close").destroy());
}
