import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import type { UserQuery } from "./find-user.ts";
import { PAGE_SIZE } from "./listing/span.ts";
import { type Batch, sweep, type SweepOptions } from "./listing/sweep.ts";
import { userSource } from "./user-source.ts";

/** A search by prefix. */
export interface UserSearch extends UserQuery {
  prefix: string;
}

/**
 * Finds everyone who matches a prefix, also beyond the one page that the server gives to a search: that page comes first, and
 * the rest is picked out of the list of everybody, by the server's rule.
 */
export async function* searchUsers(
  api: ConnectClient,
  { prefix, ...query }: UserSearch,
  { limit, pace, seen }: SweepOptions,
  signal: AbortSignal,
): AsyncGenerator<Batch<UserRecord>, void, void> {
  const size = Math.min(limit, PAGE_SIZE);
  const { data } = await userSource(api, { ...query, prefix }, signal).fetchPage({ page_number: 1, page_size: size });
  const rows = data.results;
  const found = new Set(rows.map(({ guid }) => guid));
  for (const guid of found) seen.add(guid);
  if (rows.length > 0) yield { fresh: rows, rows, look: 1 };
  // A full page may be all there is; how the server counts a longer search is not known.
  if (rows.length < size || rows.length === limit) return;

  const distance = distanceFrom(prefix);
  const rest: UserRecord[] = [];
  for await (const { fresh } of sweep(userSource(api, query, signal), { limit: Infinity, pace, seen })) {
    rest.push(...fresh.filter((user) => distance(user) < Infinity));
    if (query.sort !== undefined && rest.length >= limit - rows.length) break;
  }
  // As the server orders a search: the most similar first, those who are equally similar in the order of the list.
  const direction = query.asc_order === false ? -1 : 1;
  if (query.sort === undefined) rest.sort((a, b) => direction * (distance(a) - distance(b)));
  const fresh = rest.slice(0, limit - rows.length);
  if (fresh.length > 0) yield { fresh, rows: fresh, look: 1 };
}

/** Tells how many characters more than the prefix the closest name of a user has; `Infinity` if none begins with it. */
function distanceFrom(prefix: string): (user: UserRecord) => number {
  const start = prefix.toLowerCase();
  return ({ username, first_name, last_name, external_id = "" }) =>
    Math.min(
      ...[username, first_name, last_name, external_id].map((name) =>
        name.toLowerCase().startsWith(start) ? name.length - start.length : Infinity,
      ),
    );
}
