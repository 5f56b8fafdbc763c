export { createFakeConnect } from "./fake-connect.ts";
export type {
  ContentDetails,
  ContentSeed,
  GroupDetails,
  GroupSeed,
  KeyOptions,
  PermissionDetails,
  SeedData,
  TagDetails,
  UserDetails,
  VisitDetails,
} from "./details.ts";
export type { FakeConnect, FakeConnectClock, FakeServer, ListenOptions } from "./fake-connect-types.ts";
export type { Fault, FaultHandle } from "./faults.ts";
export { ConnectionReset } from "./http/exchange.ts";
export type { JournalEntry } from "./journal.ts";
export type { ValidationIssue } from "./operations/validate-body.ts";
export type { DirectoryOptions, DirectoryPerson, FakeConnectOptions, FakeSettings, Provider } from "./options.ts";
export type { FakeSnapshot } from "./snapshot.ts";
export type { Duration } from "./state/clock.ts";
