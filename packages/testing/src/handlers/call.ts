import type { UserRole } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { StoredKey } from "../state/key-store.ts";
import { rank, type UserEntry } from "../state/user-entry.ts";

/** Whom a request comes from: a user, by way of a key that may be weaker than they are. */
export interface Caller {
  readonly user: UserEntry;
  readonly key: StoredKey;
  /** The weaker of the roles of the key and of the user. */
  readonly role: UserRole;
}

/** A request from a handler's point of view, apart from its parameters and body. */
export interface Call {
  /** Undefined for requests without a credential, which only few operations accept. */
  readonly caller: Caller | undefined;
  /** The server's address as the client sees it, with a path prefix if there is one. */
  readonly baseUrl: string;
  /** Whether the client asked for CSV. */
  readonly wantsCsv: boolean;
  /** The token of a bootstrap request. */
  readonly bootstrapToken: string | undefined;
}

/** The caller of an operation that needs one. */
export function callerOf({ caller }: Call): Caller {
  if (caller === undefined) throw new Problem("AuthRequired");
  return caller;
}

/** Whether someone may do what this role may. */
export function mayActAs(caller: Caller, role: UserRole): boolean {
  return rank(caller.role) >= rank(role);
}

export function isAdministrator(caller: Caller): boolean {
  return caller.role === "administrator";
}
