export { createFakeConnect } from "./fake-connect.ts";
export type {
  ContentDetails,
  ContentReference,
  ContentSeed,
  GroupDetails,
  GroupSeed,
  JobDetails,
  KeyOptions,
  PermissionDetails,
  SeedData,
  TagDetails,
  UserDetails,
  UserReference,
  VisitDetails,
} from "./details.ts";
export { errorTable } from "./errors.ts";
export type { FakeConnect, FakeConnectClock, FakeOAuth, FakeServer, ListenOptions } from "./fake-connect-types.ts";
export type { Fault, FaultHandle } from "./faults.ts";
export { ConnectionReset } from "./http/exchange.ts";
export type {
  IntegrationDetails,
  IntegrationRecord,
  OAuthSessionDetails,
  OAuthSessionRecord,
  SessionTokenOptions,
} from "./integrations.ts";
export type { JournalEntry, ReceivedRequest } from "./journal.ts";
export type { ValidationIssue } from "./operations/input.ts";
export type {
  DirectoryOptions,
  DirectoryPerson,
  FakeAssumptions,
  FakeConnectOptions,
  FakeOAuthOptions,
  FakeSettings,
  GroupSource,
  Provider,
  RoleMapping,
} from "./options.ts";
export type {
  IdentityTokenDetails,
  PendingSignIn,
  PrincipalDetails,
  ProviderChange,
  SignInOptions,
  UserTokens,
} from "./sign-in.ts";
export type { FakeSnapshot } from "./snapshot.ts";
export type { AuditLogRecord } from "./state/audit-log.ts";
export type { Duration } from "./state/clock.ts";
