import {
  type ConnectClient,
  ConnectError,
  type ConnectErrorOptions,
  type UnexpectedResponseError,
  type UserRecord,
} from "@connect-sdk/api";
import { failures, printable } from "@connect-sdk/api/internal";

/** Thrown by `lock()` on the caller's own account. Nothing was locked. */
export class SelfLockError extends ConnectError<ConnectErrorOptions & { guid: string }> {
  /** The guid of the caller's account. */
  declare readonly guid: string;

  override get name(): "SelfLockError" {
    return "SelfLockError";
  }
}

/** Thrown by `update()` without changes. Nothing was sent. */
export class EmptyUpdateError extends ConnectError {
  override get name(): "EmptyUpdateError" {
    return "EmptyUpdateError";
  }
}

/** Thrown by `lookup()` when several users match. */
export class AmbiguousUserError extends ConnectError<ConnectErrorOptions & { candidates: readonly UserRecord[] }> {
  /** The users that match. */
  declare readonly candidates: readonly UserRecord[];

  override get name(): "AmbiguousUserError" {
    return "AmbiguousUserError";
  }
}

/** Thrown by `create()` on a server that takes its users from a directory (LDAP, or OAuth2 with Google). No user was created. */
export class DirectoryServerError extends ConnectError {
  override get name(): "DirectoryServerError" {
    return "DirectoryServerError";
  }
}

/** Thrown when a list still grows or changes after at least ten times the requests it needs, or when its pages never add up. */
export class UnstableListError extends ConnectError {
  constructor(requests: number) {
    super(`The list kept changing during ${requests} requests, so some of it may be missing.`, {
      fix: "Narrow it down with conditions, or read it when less is being changed. A proxy that alters pages has the same effect.",
    });
  }

  override get name(): "UnstableListError" {
    return "UnstableListError";
  }
}

/** Creates the error for a response about another object than the one that was requested. */
export async function anotherGuidError(
  api: ConnectClient,
  method: "GET" | "PUT",
  path: string,
  received: string,
  response: Response,
): Promise<UnexpectedResponseError> {
  return unusableError(api, method, path, `returned another object, ${printable(received)}`, response);
}

/** Creates the error for a response that cannot be used; `problem` completes the sentence "GET /v1/user …". */
export async function unusableError(
  api: ConnectClient,
  method: "GET" | "POST" | "PUT",
  path: string,
  problem: string,
  response: Response,
): Promise<UnexpectedResponseError> {
  const { createUnexpectedResponseError } = await failures.load();
  const fix = "Check that no cache or proxy in front of the server mixes up or alters responses.";
  const call = { method, operationId: undefined, redact: (text: string) => text };
  return createUnexpectedResponseError(`${api.url}/__api__${path}`, response, problem, fix, call);
}
