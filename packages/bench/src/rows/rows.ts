import type { Row } from "../row.ts";
import { browserSize } from "./browser-size.ts";
import { callOverhead } from "./call-overhead.ts";
import { cleanStart } from "./clean-start.ts";
import { cleanTest } from "./clean-test.ts";
import { cliHelp } from "./cli-help.ts";
import { cliVersion } from "./cli-version.ts";
import { createFake } from "./create-fake.ts";
import { fakeOverPort } from "./fake-over-port.ts";
import { findLatency } from "./find-latency.ts";
import { findSequential } from "./find-sequential.ts";
import { findThroughput } from "./find-throughput.ts";
import { getInProcess } from "./get-in-process.ts";
import { importTesting } from "./import-testing.ts";
import { queryFake } from "./query-fake.ts";
import { seedFake } from "./seed-fake.ts";
import { streamMemory } from "./stream-memory.ts";

/** Every promise, in the order of the table. */
export const rows: readonly Row[] = [
  findLatency,
  findSequential,
  findThroughput,
  streamMemory,
  callOverhead,
  getInProcess,
  fakeOverPort,
  createFake,
  seedFake,
  queryFake,
  cliVersion,
  cliHelp,
  browserSize,
  importTesting,
  cleanStart,
  cleanTest,
];
