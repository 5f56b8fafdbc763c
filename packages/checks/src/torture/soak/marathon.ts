import { once } from "node:events";
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { type Sample, takeSample } from "./sample.ts";

/** How a marathon went. */
export interface MarathonReport {
  readonly requests: number;
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many requests the journal holds in the end. */
  readonly journal: number;
  readonly samples: readonly Sample[];
}

export interface MarathonOptions {
  readonly requests: number;
  readonly journalLimit: number;
}

/** How many samples are taken on the way. */
const SAMPLES = 8;
const CONNECTIONS = 4;
/** How many requests are on their way over a connection at a time. */
const BATCH = 250;

/** Sends requests of all sorts over a port, and looks what the process holds on the way. */
export async function marathon({ requests, journalLimit }: MarathonOptions): Promise<MarathonReport> {
  const fake = createFakeConnect({ users: 1_000, journalLimit });
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
  // What is set up once, such as compiled code and a full journal, is there before the first sample.
  await run(requests / 10);
  for (let sample = 0; sample < SAMPLES; sample++) {
    samples.push(await takeSample(() => 0));
    await run((requests * 0.9) / SAMPLES);
  }
  samples.push(await takeSample(() => 0));
  return { requests: turn, statuses: Object.fromEntries(counts), journal: fake.requests.length, samples };
}

/** Requests that read, search, are refused, change something and fail, in turns. */
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

/** Runs a marathon in a process of its own and prints the report as JSON. */
const { values } = parseArgs({
  options: { requests: { type: "string", default: "10000" }, journal: { type: "string", default: "1000" } },
});
console.log(
  JSON.stringify(await marathon({ requests: Number(values.requests), journalLimit: Number(values.journal) })),
);
