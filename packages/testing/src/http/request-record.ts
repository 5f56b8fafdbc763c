import type { WireQuery } from "../operations/input.ts";

/** What becomes known of a request while it is worked on, for the journal. */
export interface RequestRecord {
  readonly query: WireQuery;
  body: unknown;
  userGuid: string | null;
}
