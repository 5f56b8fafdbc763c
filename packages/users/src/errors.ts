import {
  type ConnectClient,
  ConnectError,
  type ConnectErrorOptions,
  isApiError,
  NotFoundError,
  UnexpectedResponseError,
  type UserRecord,
} from "@connect-sdk/api";
import { printable } from "@connect-sdk/api/internal";

/** Thrown by `lock()` on the caller's own account. Nothing was locked. */
export class SelfLockError extends ConnectError {
  /** The guid of the caller's account. */
  readonly guid: string;

  constructor({ guid, username }: { guid: string; username: string }) {
    super(`"${printable(username)}" is your own account. Locking it would shut you out, so nothing was locked.`, {
      fix: "Leave it out, or call lock({ force: true }) if another administrator can unlock it.",
    });
    this.guid = guid;
  }

  override get name(): "SelfLockError" {
    return "SelfLockError";
  }
}

/** Thrown by `update()` without changes. Nothing was sent. */
export class EmptyUpdateError extends ConnectError {
  constructor() {
    super("The update contains no field that can be changed, so nothing was sent.", {
      fix: "Pass at least one of email, username, first_name, last_name and user_role; use lock() and unlock() for the rest.",
    });
  }

  override get name(): "EmptyUpdateError" {
    return "EmptyUpdateError";
  }
}

/** Thrown by `lookup()` when several users match. */
export class AmbiguousUserError extends ConnectError {
  /** The users that match. */
  readonly candidates: readonly UserRecord[];

  constructor(text: string, candidates: readonly UserRecord[]) {
    const list = candidates
      .slice(0, 10)
      .map(({ username, email, guid }) => printable(`${username} <${email}> ${guid}`));
    if (candidates.length > list.length) list.push("…");
    super(`"${printable(text)}" matches ${candidates.length} users: ${list.join(", ")}.`, {
      fix: "Use the guid of the user you mean.",
    });
    this.candidates = candidates;
  }

  override get name(): "AmbiguousUserError" {
    return "AmbiguousUserError";
  }
}

/** Thrown by `create()` on a server that takes its users from a directory (LDAP, or OAuth2 with Google). No user was created. */
export class DirectoryServerError extends ConnectError {
  constructor(options: Omit<ConnectErrorOptions, "fix">) {
    super("This server takes its users from a directory, so users cannot be created from scratch.", {
      ...options,
      fix: "Search the directory with users.findRemote({ prefix }), and call create() on the person you want.",
    });
  }

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
export function anotherGuidError(
  api: ConnectClient,
  method: "GET" | "PUT",
  path: string,
  received: string,
  response: Response,
): UnexpectedResponseError {
  return unusableError(api, method, path, `returned another object, ${printable(received)}`, response);
}

/** Creates the error for a response that cannot be used; `problem` completes the sentence "GET /v1/user …". */
export function unusableError(
  { url }: ConnectClient,
  method: "GET" | "POST" | "PUT",
  path: string,
  problem: string,
  { status, headers }: Response,
): UnexpectedResponseError {
  return new UnexpectedResponseError(`${method} ${path} ${problem} (status ${status}).`, {
    fix: "Check that no cache or proxy in front of the server mixes up or alters responses.",
    status,
    method,
    url: `${url}/__api__${path}`,
    correlationId: headers.get("x-correlation-id") ?? undefined,
  });
}

/** Creates the error that the server would return if it could search for this. */
export function notFoundError({ url }: ConnectClient, path: string, message: string, fix: string): NotFoundError {
  return new NotFoundError(message, { fix, status: 404, method: "GET", url: `${url}/__api__${path}` });
}

/** Resolves like a call, or to a fallback if the server refuses it with a certain status and code. */
export async function withFallback<Result, Fallback>(
  call: Promise<Result>,
  refusal: { status: number; code?: number },
  fallback: Fallback,
): Promise<Result | Fallback> {
  try {
    return await call;
  } catch (error) {
    if (isApiError(error, refusal)) return fallback;
    throw error;
  }
}
