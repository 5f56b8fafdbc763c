/* Every failure that the program reports: its kind, exit code, message and fix. Loads only data, so that `--help` is fast. */
import { explainFailure } from "./connection/failures.ts";

/** A failure that the program itself detects. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly kind: ErrorKind;
  /** What to do about it, one line. */
  readonly fix: string;

  constructor(kind: ErrorKind, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.fix = fix;
  }
}

/** Creates the error for a command line that cannot be run. */
export function usageError(message: string, fix: string): CliError {
  return new CliError("usage", message, fix);
}

/** Creates the error for a change that a guard refuses. */
export function refusal(message: string, fix: string): CliError {
  return new CliError("refused", message, fix);
}

/** Exit codes of the program. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Not authenticated, or not permitted. */
  denied: 3,
  notFound: 4,
  /** Some rows of a bulk command failed. */
  partial: 5,
  refused: 6,
  /** `--check` found something to do. */
  drift: 10,
  /** Ended by Ctrl-C: 128 + SIGINT, as shells expect. */
  interrupted: 130,
} as const;

/**
 * Every error that is reported: its kind under `--json`, its exit code and, where the library's own fix speaks of methods
 * instead of commands, its fix. Rows without `name` and `when` are the kinds of {@link CliError}. The first match wins.
 */
const ERRORS = [
  {
    // A missing endpoint, not a missing user: scripts must be able to tell them apart.
    when: (error) => error.status === 404 && error.operationId !== undefined && (error.code ?? 2) === 2,
    kind: "unexpected_response",
    exitCode: EXIT.failed,
    fix: "Check the server's URL: no Connect at this address, or a very old version.",
  },
  {
    when: (error) => error.code === 50,
    kind: "permission",
    exitCode: EXIT.denied,
    fix: "Ask an administrator to unlock the account behind this key, or use the key of another account.",
  },
  {
    // Trusted publishing and service tokens have no account.
    when: (error) => error.status === 403 && error.code === 22,
    kind: "permission",
    exitCode: EXIT.denied,
    fix:
      "The credential is valid, but belongs to a machine identity without a user: it can publish its content, and cannot manage " +
      "users. Use the API key of an administrator.",
  },
  {
    when: (error) => error.problem === "ended",
    kind: "authentication",
    exitCode: EXIT.denied,
    fix: "Run `connect-users login` to sign in again.",
  },
  {
    when: (error) => error.problem === "unsupported",
    kind: "authentication",
    exitCode: EXIT.denied,
    fix: "Run `connect-users login --with-key` to use an API key. Signing in requires Connect 2026.02, with --device 2026.06, and where programs cannot register themselves --client-id.",
  },
  { when: (error) => error.problem === "unavailable", kind: "network", exitCode: EXIT.failed },
  { name: "SignInError", kind: "authentication", exitCode: EXIT.denied },
  {
    when: (error) => error.code === 46,
    kind: "invalid_request",
    exitCode: EXIT.failed,
    fix: "Change it at the sign-in provider.",
  },
  {
    // The server's own guard: the only administrator cannot be demoted.
    when: (error) => error.code === 61,
    kind: "refused",
    exitCode: EXIT.refused,
    fix: "Make another user administrator first.",
  },
  {
    name: "SelfLockError",
    kind: "refused",
    exitCode: EXIT.refused,
    fix: "Ask another administrator to lock it, or add --force if another administrator can unlock it again.",
  },
  {
    name: "DirectoryServerError",
    kind: "invalid_request",
    exitCode: EXIT.failed,
    fix:
      "Find the person with `connect-users api GET v1/users/remote --field prefix=NAME`, then run " +
      "`connect-users api PUT v1/users --field temp_ticket=TICKET` with the ticket from the response.",
  },
  { name: "StalePlanError", kind: "refused", exitCode: EXIT.refused },
  { name: "StepRefusedError", kind: "refused", exitCode: EXIT.refused },
  { name: "InvalidArgumentError", kind: "usage", exitCode: EXIT.usage },
  { name: "AmbiguousUserError", kind: "ambiguous", exitCode: EXIT.usage },
  { name: "AuthenticationError", kind: "authentication", exitCode: EXIT.denied },
  { name: "PermissionError", kind: "permission", exitCode: EXIT.denied },
  { name: "NotFoundError", kind: "not_found", exitCode: EXIT.notFound },
  { name: "ConflictError", kind: "conflict", exitCode: EXIT.failed },
  { name: "InvalidRequestError", kind: "invalid_request", exitCode: EXIT.failed },
  { name: "RateLimitError", kind: "rate_limit", exitCode: EXIT.failed, fix: "Wait, then run the command again." },
  { name: "ServerError", kind: "server", exitCode: EXIT.failed },
  { name: "NetworkError", kind: "network", exitCode: EXIT.failed },
  {
    name: "TimeoutError",
    kind: "timeout",
    exitCode: EXIT.failed,
    fix: "Run the command again. CONNECT_REQUEST_TIMEOUT sets the time limit in seconds. The server may have executed the request.",
  },
  { name: "UnexpectedResponseError", kind: "unexpected_response", exitCode: EXIT.failed },
  { kind: "partial", exitCode: EXIT.partial },
  { kind: "file", exitCode: EXIT.failed },
  { kind: "keyring", exitCode: EXIT.failed },
  { kind: "interrupted", exitCode: EXIT.interrupted },
  { kind: "failed", exitCode: EXIT.failed },
  { kind: "bug", exitCode: EXIT.failed },
] as const satisfies readonly ErrorRow[];

/** A stable word for scripts: the `kind` of an error under `--json`. */
export type ErrorKind = (typeof ERRORS)[number]["kind"];

interface ErrorRow {
  /** Class of a library error. */
  readonly name?: string;
  /** Matches library errors whose class alone says too little. */
  readonly when?: (error: LibraryError) => boolean;
  readonly kind: string;
  readonly exitCode: number;
  readonly fix?: string;
}

/** What the table reads of an error of the libraries. */
interface LibraryError {
  readonly name: string;
  readonly message: string;
  readonly fix: string;
  readonly status?: unknown;
  /** A number from Connect, or a string from the runtime. */
  readonly code?: unknown;
  readonly operationId?: unknown;
  readonly url?: unknown;
  readonly cause?: unknown;
  /** Of a failed sign-in. */
  readonly problem?: unknown;
  /** Seconds that the server asks to wait. */
  readonly retryAfter?: unknown;
}

const TABLE: readonly (ErrorRow & { readonly kind: ErrorKind })[] = ERRORS;

/** An error as it is reported. */
export interface ErrorDescription {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly fix: string;
}

/** Returns the kind, message and fix of anything that was thrown. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof CliError) return { kind: error.kind, message: error.message, fix: error.fix };
  if (error instanceof Error && error.name === "AbortError") {
    return { kind: "interrupted", message: "Interrupted.", fix: "Run the command again." };
  }
  if (isLibraryError(error)) return describeLibraryError(error);
  return {
    kind: "bug",
    message: `Unexpected error: ${error instanceof Error ? error.message : String(error)}`,
    fix: "Run the command again with --debug and report its output to the project.",
  };
}

function describeLibraryError(error: LibraryError): ErrorDescription {
  const row = TABLE.find(({ name, when }) => name === error.name || when?.(error) === true);
  const failed = error.name === "NetworkError" ? describeFailedConnection(error) : undefined;
  if (failed !== undefined) return failed;
  const message = messageOf(error);
  const proxy = proxyOf(error);
  return {
    kind: row?.kind ?? "failed",
    message: proxy === undefined ? message : sentence(`${message.replace(/\.$/, "")} through ${proxy.url}`),
    fix: waitOf(error)?.concat(", then run the command again.") ?? row?.fix ?? error.fix,
  };
}

/** Returns the message without the fix that it ends with in the libraries. The fix is shown separately. */
function messageOf({ message, fix }: Pick<LibraryError, "message" | "fix">): string {
  return message.endsWith(fix) ? message.slice(0, -fix.length).trim() : message;
}

/** Returns `Wait 60 minutes` if the server limits requests and says for how long; else `undefined`. */
export function waitOf(error: unknown): string | undefined {
  if (!isLibraryError(error) || error.name !== "RateLimitError" || typeof error.retryAfter !== "number")
    return undefined;
  const seconds = Math.ceil(error.retryAfter);
  return seconds < 120 ? `Wait ${seconds} seconds` : `Wait ${Math.ceil(seconds / 60)} minutes`;
}

/** Describes a failed connection by the code of the runtime and the proxy in between; `undefined` if neither is known. */
function describeFailedConnection(error: LibraryError): ErrorDescription | undefined {
  const { code, url, cause } = error;
  if (typeof url !== "string" || !URL.canParse(url)) return undefined;
  const server = new URL(url);
  const proxy = proxyOf({ cause });
  const through = proxy === undefined ? "" : ` through ${proxy.url}`;
  const lead = " received no response from ";
  const [request = "", reason = ""] = messageOf(error).split(lead);
  const words = reason.replace(/^\S+: /, "");
  const failure = { code: typeof code === "string" ? code : "", words };
  const explained =
    proxy?.isUntrusted === true
      ? explainFailure({ ...failure, url: new URL(proxy.url), peer: "the proxy" })
      : explainFailure({ ...failure, url: server, proxy });
  if (explained === undefined && proxy === undefined) return undefined;
  return {
    kind: "network",
    message: sentence(`${request}${lead}${server.host}${through}: ${explained?.problem ?? words}`),
    fix: explained?.fix ?? `Check ${proxy?.variable ?? "the network"}, and that the server is running.`,
  };
}

/** Returns the proxy that a request went through, if its error tells. */
function proxyOf({ cause }: Pick<LibraryError, "cause">): (NamedProxy & { isUntrusted?: unknown }) | undefined {
  return cause instanceof Error && "proxy" in cause && isProxy(cause.proxy) ? cause.proxy : undefined;
}

interface NamedProxy {
  readonly url: string;
  readonly variable: string;
}

function isProxy(value: unknown): value is NamedProxy {
  return (
    typeof value === "object" &&
    value !== null &&
    "url" in value &&
    typeof value.url === "string" &&
    "variable" in value &&
    typeof value.variable === "string"
  );
}

function isLibraryError(error: unknown): error is LibraryError {
  return error instanceof Error && "fix" in error && typeof error.fix === "string";
}

/** Returns the exit code of an error of this kind. */
export function exitCodeOf(kind: ErrorKind): number {
  return TABLE.find((row) => row.kind === kind)?.exitCode ?? EXIT.failed;
}

/** Returns text that ends like a sentence, so that another sentence can follow. */
export function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
