import { once } from "node:events";
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { type Sample, takeSample } from "./sample.ts";

// Usage: `marathon.ts [--requests N] [--journal N]`. Prints a report as JSON.

/** The result of a marathon. */
export interface MarathonReport {
  readonly requests: number;
  /** The number of responses by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The number of requests in the journal at the end. */
  readonly journal: number;
  readonly samples: readonly Sample[];
}

interface MarathonOptions {
  readonly requests: number;
  readonly journalLimit: number;
}

/** The number of samples. */
const SAMPLES = 8;
const CONNECTIONS = 4;
/** The number of pipelined requests per connection. */
const BATCH = 250;

/** Sends requests of all kinds over a port and samples the resources of the process. */
async function marathon({ requests, journalLimit }: MarathonOptions): Promise<MarathonReport> {
  // The audit log, too, reaches its limit before the first sample.
  const fake = createFakeConnect({ users: 1_000, journalLimit, auditLimit: journalLimit });
  await using server = await fake.listen();
  const { users } = fake;
  const counts: StatusCounts = new Map();
  let turn = 0;
  const run = async (share: number): Promise<void> => {
    for (let left = share; left > 0; left -= CONNECTIONS * BATCH) {
      const batches = Array.from({ length: CONNECTIONS }, () =>
        Array.from({ length: BATCH }, () => requestOf(fake.apiKey, users, turn++)),
      );
      await Promise.all(batches.map((batch) => sendPipelined(server.port, batch, counts)));
    }
  };
  const samples: Sample[] = [];
  // Compiled code and a full journal exist before the first sample.
  await run(requests / 10);
  for (let sample = 0; sample < SAMPLES; sample++) {
    samples.push(await takeSample(() => ({ listeners: 0, objects: 0 })));
    await run((requests * 0.9) / SAMPLES);
  }
  samples.push(await takeSample(() => ({ listeners: 0, objects: 0 })));
  return { requests: turn, statuses: Object.fromEntries(counts), journal: fake.requests.length, samples };
}

/** Returns requests that read, search, write and fail, in turns. */
function requestOf(apiKey: string, users: FakeConnect["users"], turn: number): string {
  const { guid, username } = users[1 + (turn % (users.length - 1))] ?? { guid: "", username: "" };
  const lock = JSON.stringify({ locked: turn % 2 === 0 });
  const lines = [
    `GET /__api__/v1/users/${guid}`,
    `GET /__api__/v1/users?page_size=2&page_number=${1 + (turn % 400)}`,
    `GET /__api__/v1/users?prefix=${username}`,
    `GET /__api__/v1/nowhere/${turn}`,
    `GET /__api__/v1/users?page_size=x${turn}`,
    `POST /__api__/v1/users/${guid}/lock`,
    `PUT /__api__/v1/users/${guid}`,
  ];
  const line = lines[turn % lines.length] ?? "";
  const body = line.startsWith("GET") ? "" : line.startsWith("POST") ? lock : `{"first_name":"Name${turn}"}`;
  return `${line} HTTP/1.1\r\nHost: x\r\nAuthorization: Key ${apiKey}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** The number of responses by status. */
type StatusCounts = Map<string, number>;

const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;

/** Longer than a status line, so that a line that arrives in two chunks is found. */
const OVERLAP = 16;

/**
 * Sends pipelined requests over one connection and counts the responses. It does not parse anything else, so that a million
 * requests take only as long as the server needs.
 */
async function sendPipelined(port: number, requests: readonly string[], counts: StatusCounts): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let received = 0;
  let rest = "";
  const done = new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => {
      reject(new Error(`The connection ended after ${received} of ${requests.length} responses.`));
    });
    socket.on("data", (chunk) => {
      const text = rest + chunk.toString("latin1");
      let end = 0;
      for (const match of text.matchAll(STATUS_LINE)) {
        const [line, status = ""] = match;
        counts.set(status, (counts.get(status) ?? 0) + 1);
        received++;
        end = match.index + line.length;
      }
      rest = text.slice(Math.max(end, text.length - OVERLAP));
      if (received >= requests.length) resolve();
    });
  });
  socket.write(requests.join(""));
  await done.finally(() => socket.removeAllListeners("close").destroy());
}

const { values } = parseArgs({
  options: { requests: { type: "string", default: "10000" }, journal: { type: "string", default: "1000" } },
});
console.log(
  JSON.stringify(await marathon({ requests: Number(values.requests), journalLimit: Number(values.journal) })),
);
