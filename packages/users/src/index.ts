/**
 * The users of a Connect server as objects with methods, on top of the client of the whole API. Each file holds one subject, and
 * `paging/` reads lists while they change.
 */
export { type ApiKeyOption, connect, Connection, type ConnectOptions, type ConnectSettings } from "./connection.ts";
export {
  AmbiguousUserError,
  DirectoryServerError,
  EmptyUpdateError,
  SelfLockError,
  UnstableListError,
} from "./errors.ts";
export type { GroupIndex } from "./group-index.ts";
export {
  type ContentInclude,
  type CreateKey,
  type FindContent,
  type GroupReference,
  type IncludeContent,
  UserContent,
  UserGroups,
  UserKeys,
} from "./owned.ts";
export type { CallOptions } from "./session.ts";
export { type LockOptions, type UpdateUser, User } from "./user.ts";
export { type AnyOf, type FindOptions, type FindUser, UserList, type UserSort } from "./user-list.ts";
export {
  type ChosenPassword,
  type CreateUser,
  type FindRemoteUser,
  type NewUser,
  type OwnPassword,
  RemoteUser,
  Users,
} from "./users.ts";
export type { ContentCredentials, ContentCredentialsOptions, VisitorOptions } from "./visitor.ts";

// The errors and types that callers of this package need from the client underneath.
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectError,
  InvalidArgumentError,
  InvalidRequestError,
  isApiError,
  isConnectError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
} from "@connect-sdk/api";
export type {
  AccountStatus,
  ApiKeyRecord,
  ConnectClient,
  ContentRecord,
  GroupRecord,
  RemoteUserRecord,
  UserRecord,
  UserRole,
} from "@connect-sdk/api";
