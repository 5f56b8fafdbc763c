import type { Server } from "./server.ts";

/**
 * How a rule is known. `documented`: Posit's API reference says so. `observed`: seen in recorded answers, or relied upon by
 * clients that are tested against real servers. `assumed`: nothing public says; a real server may prove it wrong.
 */
export type Evidence = "documented" | "observed" | "assumed";

/** Something that a Connect server does, checked over nothing but HTTP. */
export interface Rule {
  /** Names the rule in tables and reports. */
  readonly fact: string;
  readonly evidence: Evidence;
  /** Why this server cannot show it, if it cannot; rules without it hold everywhere. */
  readonly unless?: (server: Server) => string | undefined;
  /** Throws if the server does otherwise. */
  readonly check: (server: Server) => Promise<void>;
}

/** Rules about one subject. */
export interface RuleSet {
  readonly subject: string;
  readonly rules: readonly Rule[];
}

/** For rules that came with a version. A server that hides its version is not asked. */
export function before(version: string): (server: Server) => string | undefined {
  return (server) => (server.isAtLeast(version) ? undefined : `came with ${version}`);
}

/** For rules of servers that keep passwords themselves. */
export function withoutPasswords(server: Server): string | undefined {
  return server.hasPasswords ? undefined : "needs password authentication";
}
