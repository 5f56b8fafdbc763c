import type { Row, Subject } from "./row.ts";
import { importLatency, importThroughput, listMemory, updateRate } from "./rows/bulk.ts";
import {
  createFake,
  fakeOverPort,
  importTesting,
  inspectedFakeOverPort,
  inspectedQueryFake,
  queryFake,
  readResponse,
  seedFake,
} from "./rows/fake.ts";
import {
  browserSize,
  cleanStart,
  cleanTest,
  cleanTestAgain,
  cliHelp,
  cliVersion,
  importNewUsers,
} from "./rows/installed.ts";
import { findLatency, findSequential, findThroughput, streamMemory } from "./rows/list-users.ts";
import { offboardRequests, offboardSeconds } from "./rows/offboard.ts";
import { callOverhead, getInProcess, inputChecks } from "./rows/one-call.ts";

/** Every row, in the order of the table. */
export const rows: readonly Row[] = [
  findLatency,
  findSequential,
  findThroughput,
  streamMemory,
  callOverhead,
  inputChecks,
  getInProcess,
  offboardSeconds,
  offboardRequests,
  fakeOverPort,
  inspectedFakeOverPort,
  createFake,
  seedFake,
  queryFake,
  inspectedQueryFake,
  readResponse,
  importThroughput,
  importLatency,
  updateRate,
  listMemory,
  cliVersion,
  cliHelp,
  browserSize,
  importTesting,
  cleanStart,
  cleanTest,
  cleanTestAgain,
];

/** What `--baseline` compares. */
export const comparable: readonly Subject[] = [...rows, importNewUsers].filter((subject) => subject.work !== undefined);
