/**
 * The inspector: a web page that shows and changes a running fake. `page` serves it, the other files are the control routes
 * that it needs. Its browser sources are in `packages/testing/inspector`.
 */
import type { FaultList } from "../faults.ts";
import type { Journal } from "../journal.ts";
import type { FakeState } from "../state/fake-state.ts";
import { InvalidInput, validate } from "../validate.ts";

/** What the inspector reads from a fake beyond its public interface. */
export interface Inspection {
  /** Returns the current state. A reset or a restored snapshot replaces it. */
  readonly state: () => FakeState;
  readonly journal: Journal;
  readonly faults: FaultList;
  /** Aborted when the server closes, which ends requests that wait for a change. */
  readonly closing: AbortSignal;
}

/** A control request whose route was found. */
export interface ControlRequest {
  /** The parsed JSON body; undefined if there is none. */
  readonly body: unknown;
  /** The part after the question mark. */
  readonly query: string;
  /** The value of `{name}` in the path; empty if the path has none. */
  readonly parameter: string;
  /** Aborted when the client stops waiting. */
  readonly signal: AbortSignal;
}

/** Executes a control request. The result is sent as JSON, or as an empty response if it is undefined. */
export type ControlRoute = (request: ControlRequest) => unknown;

/** A record that a control path names does not exist. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

type QueryName = "AuditQuery" | "UserListQuery" | "ListQuery" | "ChangesQuery";

/**
 * Reads the query of a control request.
 *
 * @throws InvalidInput if a parameter is unknown, invalid or repeated.
 */
export function readQuery<Name extends QueryName>(name: Name, query: string): ReturnType<typeof validate<Name>> {
  const parameters = new URLSearchParams(query);
  const names = [...parameters.keys()];
  const repeated = names.find((parameter, index) => names.indexOf(parameter) !== index);
  if (repeated !== undefined) throw new InvalidInput(`${repeated} is repeated; allowed: one value`);
  const values = [...parameters].map(([parameter, value]) => [parameter, readValue(parameter, value)]);
  return validate(name, Object.fromEntries(values));
}

const INTEGERS = new Set(["page", "page_size", "after", "limit"]);

function readValue(parameter: string, value: string): string | number | boolean {
  if (INTEGERS.has(parameter) && /^\d{1,15}$/.test(value)) return Number(value);
  if (parameter === "ascending" && (value === "true" || value === "false")) return value === "true";
  return value;
}

/** A page of records, and the number of all records that match. */
export interface Page<T> {
  readonly total: number;
  readonly page: number;
  readonly results: readonly T[];
}

export const DEFAULT_PAGE_SIZE = 50;

/** Returns the part of an array that is on a page. */
export function pageOf<T>(all: readonly T[], { page = 1, page_size: size = DEFAULT_PAGE_SIZE }: PageQuery): Page<T> {
  return { total: all.length, page, results: all.slice((page - 1) * size, page * size) };
}

interface PageQuery {
  readonly page?: number;
  readonly page_size?: number;
}
