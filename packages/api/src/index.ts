export { createConnectClient } from "./client.ts";
export type {
  ApiKeyCredentials,
  BoundMethod,
  CallInit,
  CallOptions,
  ConnectClient,
  ConnectClientOptions,
  ConnectClientSettings,
  ConnectResult,
  Credentials,
  FetchedResponse,
  FetchFunction,
  FetchInit,
  NoCredentials,
  OperationAt,
  OperationInit,
  OperationResult,
  PathsWith,
  QueryValue,
  RawRequestOptions,
  SuccessBody,
  TokenCredentials,
  TokenFunction,
  Verb,
} from "./client-types.ts";
export {
  ApiError,
  type ApiErrorOptions,
  AuthenticationError,
  ConflictError,
  ConnectError,
  type ConnectErrorOptions,
  InvalidArgumentError,
  type InvalidArgumentErrorOptions,
  InvalidRequestError,
  isApiError,
  isConnectError,
  NetworkError,
  type NetworkErrorOptions,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  type UnexpectedResponseErrorOptions,
} from "./errors.ts";
export type {
  AccountStatus,
  ApiErrorBody,
  ApiKeyRecord,
  BundleRecord,
  ContentHitRecord,
  ContentRecord,
  ContentVisitRecord,
  EditableUserRecord,
  GroupPage,
  GroupRecord,
  PermissionRecord,
  RemoteUserRecord,
  ShinyUsageRecord,
  TagRecord,
  TaskRecord,
  UserPage,
  UserRecord,
  UserRole,
} from "./generated/schema.ts";
export { ACCOUNT_STATUSES, USER_ROLES } from "./generated/enums.ts";
export type { HttpMethod, OperationId } from "./operations.ts";
export { type Page, paginate } from "./paginate.ts";
export type { ConnectPlugin, Next, RequestContext, RetryClock, RetryEvent, RetryOptions } from "./plugin.ts";
export type { DeprecationNotice } from "./plugins/headers.ts";
export { type LogEntry, logger } from "./plugins/logger.ts";
export { retry } from "./plugins/retry.ts";
export { onAbort, unlessAborted } from "./signals.ts";
export { connectQuerySerializer, normalizeServerUrl } from "./url.ts";
