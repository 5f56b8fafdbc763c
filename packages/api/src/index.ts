export type {
  BoundMethod,
  CallInit,
  CallOptions,
  ConnectClient,
  ConnectResult,
  OperationAt,
  PathsWith,
  QueryValue,
  RawRequestOptions,
  SuccessBody,
  Verb,
} from "./client.ts";
export { createConnectClient } from "./create-connect-client.ts";
export { ApiError, type ApiErrorOptions, isApiError } from "./errors/api-error.ts";
export { AuthenticationError } from "./errors/authentication-error.ts";
export { ConflictError } from "./errors/conflict-error.ts";
export { ConnectError, type ConnectErrorOptions, isConnectError } from "./errors/connect-error.ts";
export { InvalidArgumentError, type InvalidArgumentErrorOptions } from "./errors/invalid-argument-error.ts";
export { InvalidRequestError } from "./errors/invalid-request-error.ts";
export { NetworkError, type NetworkErrorOptions } from "./errors/network-error.ts";
export { NotFoundError } from "./errors/not-found-error.ts";
export { PermissionError } from "./errors/permission-error.ts";
export { RateLimitError } from "./errors/rate-limit-error.ts";
export { ServerError } from "./errors/server-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { UnexpectedResponseError, type UnexpectedResponseErrorOptions } from "./errors/unexpected-response-error.ts";
export { ACCOUNT_STATUSES, USER_ROLES } from "./generated/enums.ts";
export { onAbort } from "./on-abort.ts";
export { unlessAborted } from "./unless-aborted.ts";
export type { HttpMethod, OperationId } from "./operations.ts";
export type {
  ApiKeyCredentials,
  ConnectClientOptions,
  ConnectClientSettings,
  Credentials,
  FetchFunction,
  NoCredentials,
  TokenCredentials,
} from "./options.ts";
export { type Page, paginate } from "./paginate.ts";
export type { ConnectPlugin, Next, RequestContext } from "./plugin.ts";
export type { DeprecationNotice } from "./plugins/deprecation-notice.ts";
export { type LogEntry, logger } from "./plugins/logger.ts";
export { type RetryClock, type RetryEvent, type RetryOptions, retry } from "./plugins/retry.ts";
export { normalizeServerUrl } from "./server-url.ts";
export type {
  AccountStatus,
  ApiErrorBody,
  ApiKeyRecord,
  ContentRecord,
  EditableUserRecord,
  GroupRecord,
  PermissionRecord,
  RemoteUserRecord,
  UserRecord,
  UserRole,
} from "./types.ts";
