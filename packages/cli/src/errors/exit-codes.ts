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
