import { type ConnectError, isApiError, isConnectError } from "@connect-sdk/api";

/** A failure that the program itself found: what is wrong in one line, what to do about it in another. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly kind: ErrorKind;
  readonly fix: string;

  constructor(kind: ErrorKind, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.fix = fix;
  }
}

/** The command line asks for something impossible: exit code 2. */
export function usageError(message: string, fix: string): CliError {
  return new CliError("usage", message, fix);
}

/** A guard says no: exit code 6. */
export function refusal(message: string, fix: string): CliError {
  return new CliError("refused", message, fix);
}

/** What the program's exit code says. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Not authenticated, or not permitted. */
  denied: 3,
  notFound: 4,
  /** Some rows of a bulk command failed. */
  partial: 5,
  /** Refused by a guard, such as the one against locking oneself. */
  refused: 6,
  /** Ended by Ctrl-C, as shells expect it. */
  interrupted: 130,
} as const;

/** A stable word for scripts: the `kind` of an error under `--json`. */
export type ErrorKind = keyof typeof exitCodes;

const exitCodes = {
  usage: EXIT.usage,
  ambiguous: EXIT.usage,
  authentication: EXIT.denied,
  permission: EXIT.denied,
  not_found: EXIT.notFound,
  partial: EXIT.partial,
  refused: EXIT.refused,
  interrupted: EXIT.interrupted,
  conflict: EXIT.failed,
  invalid_request: EXIT.failed,
  rate_limit: EXIT.failed,
  server: EXIT.failed,
  network: EXIT.failed,
  timeout: EXIT.failed,
  unexpected_response: EXIT.failed,
  file: EXIT.failed,
  keyring: EXIT.failed,
  failed: EXIT.failed,
  bug: EXIT.failed,
} as const;

/** The exit code that goes with an error of this kind. */
export function exitCodeOf(kind: ErrorKind): number {
  return exitCodes[kind];
}

/** An error as it is reported: what failed, and what to do about it. */
export interface ErrorDescription {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly fix: string;
}

/** Puts whatever was thrown into words. The only place that knows which error is of which kind. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof CliError) return { kind: error.kind, message: error.message, fix: error.fix };
  if (isAbort(error)) return { kind: "interrupted", message: "Interrupted.", fix: "Run the command again." };
  if (isConnectError(error)) {
    return { kind: kindOf(error), message: withoutFix(error), fix: fixOf(error) };
  }
  return {
    kind: "bug",
    message: `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}`,
    fix: "This is a bug in connect-users. Run the command again with --debug and report what it prints.",
  };
}

const KINDS: Readonly<Record<string, ErrorKind>> = {
  AuthenticationError: "authentication",
  PermissionError: "permission",
  NotFoundError: "not_found",
  ConflictError: "conflict",
  InvalidRequestError: "invalid_request",
  RateLimitError: "rate_limit",
  ServerError: "server",
  NetworkError: "network",
  TimeoutError: "timeout",
  UnexpectedResponseError: "unexpected_response",
  AmbiguousUserError: "ambiguous",
  InvalidArgumentError: "usage",
  SelfLockError: "refused",
  DirectoryServerError: "invalid_request",
};

/** What to do on a command line, where the library speaks of its methods. */
const FIXES: Readonly<Record<string, string>> = {
  SelfLockError: "Ask another administrator to lock it, or add --force if there is one who can unlock it again.",
  DirectoryServerError:
    "Find the person with `connect-users api GET v1/users/remote --field prefix=NAME`, then run " +
    "`connect-users api PUT v1/users --field temp_ticket=TICKET` with the ticket from there.",
};

const UNTRUSTED_CERTIFICATE =
  "If your organisation signs its own certificates, set CONNECT_CA_CERTIFICATE to the PEM file of that authority; if the " +
  "server has no certificate, use http.";

const NO_SUCH_ENDPOINT = 2;
const LOCKED = 50;
/** The server's own guard: it does not demote the last administrator. */
const SOLE_ADMINISTRATOR = 61;

/** What to do about codes whose status alone says too little. */
const FIXES_BY_CODE: Readonly<Record<number, string>> = {
  [LOCKED]: "Ask an administrator to unlock the account behind this key, or use the key of another one.",
  [SOLE_ADMINISTRATOR]: "Make somebody else administrator first.",
};

function kindOf(error: ConnectError): ErrorKind {
  if (isWrongAddress(error)) return "unexpected_response";
  if ("code" in error && error.code === SOLE_ADMINISTRATOR) return "refused";
  return KINDS[error.name] ?? "failed";
}

function fixOf(error: ConnectError): string {
  if (isWrongAddress(error)) return "Check the server's URL: there is no Connect at this address, or a very old one.";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (/CERT|SSL|TLS|SIGNED|ISSUER/.test(code)) return UNTRUSTED_CERTIFICATE;
  const byCode = isApiError(error) && error.code !== undefined ? FIXES_BY_CODE[error.code] : undefined;
  return byCode ?? FIXES[error.name] ?? error.fix;
}

/** The endpoint itself is missing, which is another thing than a user who is missing: a script must not take one for the other. */
function isWrongAddress(error: ConnectError): boolean {
  if (!isApiError(error, { status: 404 }) || error.operationId === undefined) return false;
  return error.code === undefined || error.code === NO_SUCH_ENDPOINT;
}

/** The message of a `ConnectError` ends with its fix, which has a line of its own here. */
function withoutFix({ message, fix }: ConnectError): string {
  return message.endsWith(fix) ? message.slice(0, -fix.length).trim() : message;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** Text with something at its end that ends a sentence, so that another can follow. */
export function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
