import type { RawQuery } from "../operations/input.ts";

/** What becomes known of a request while it is worked on, for the journal. */
export interface RequestRecord {
  readonly query: RawQuery;
  body: unknown;
  userGuid: string | null;
}
