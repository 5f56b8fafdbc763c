import {
  type ConnectClient,
  ConnectError,
  type ConnectErrorOptions,
  isApiError,
  NotFoundError,
  type UserRecord,
} from "@connect-sdk/api";

/** Thrown by `lock()` on the caller's own account. Nothing was locked. */
export class SelfLockError extends ConnectError {
  /** The guid of the caller's account. */
  readonly guid: string;

  constructor({ guid, username }: { guid: string; username: string }) {
    super(`"${username}" is your own account. Locking it would shut you out, so nothing was locked.`, {
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
    const list = candidates.map(({ username, email, guid }) => `${username} <${email}> ${guid}`).join(", ");
    super(`"${text}" matches ${candidates.length} users: ${list}.`, { fix: "Use the guid of the user you mean." });
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
