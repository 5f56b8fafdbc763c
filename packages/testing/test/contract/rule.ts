import type { Server } from "./server.ts";

/**
 * The source of a rule. `documented`: Posit's API reference. `observed`: recorded responses, or clients that rely on it and
 * are tested against real servers. `assumed`: no public source; a real server may differ.
 */
export type Evidence = "documented" | "observed" | "assumed";

/** A rule that Connect servers follow, checked over HTTP only. */
export interface Rule {
  /** Names the rule in tables and reports. */
  readonly fact: string;
  readonly evidence: Evidence;
  /** Returns why the rule does not apply to a server; undefined if it does. */
  readonly unless?: (server: Server) => string | undefined;
  /** Throws if the server breaks the rule. */
  readonly check: (server: Server) => Promise<void>;
}

/** Rules about one subject. */
export interface RuleSet {
  readonly subject: string;
  readonly rules: readonly Rule[];
}

/** For rules that hold since a version. Skips servers that hide their version. */
export function before(version: string): (server: Server) => string | undefined {
  return (server) => (server.isAtLeast(version) ? undefined : `came with ${version}`);
}

/** For rules of servers with password authentication. */
export function withoutPasswords(server: Server): string | undefined {
  return server.hasPasswords ? undefined : "needs password authentication";
}
