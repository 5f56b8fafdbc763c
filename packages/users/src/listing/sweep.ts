import { chain } from "./chain.ts";
import type { GuidSet } from "./guid-set.ts";
import type { Identified, Pace, Reader, Source } from "./source.ts";
import { PAGE_SIZE, type Span, type Window } from "./span.ts";
import { UnstableListError } from "../errors/unstable-list-error.ts";

/** For how many rows room is made at once, whatever a server says about the length of its list. */
const MOST_ROOM = 1_000_000;

/** How often a list that never comes to rest is looked through. */
const MOST_LOOKS = 10;

export interface SweepOptions {
  /** How many rows are wanted; `Infinity` for all. */
  readonly limit: number;
  readonly pace: Pace;
  /** The guids of the rows that are not to be handed out, to which those are added that were. */
  readonly seen: GuidSet;
}

/** Rows that were found. */
export interface Batch<Row> {
  /** Those that were not handed out before: at least one. */
  readonly fresh: readonly Row[];
  /** All that were read together with them, in the list's order. */
  readonly rows: readonly Row[];
  /** 1 at first; a later look finds who was passed over because of a change of name. */
  readonly look: number;
}

/**
 * Hands out each row of a list once, and is right when the list changes while it is read.
 *
 * A list on one page is what it was at one moment. For a longer one, a look is complete when nothing is missing:
 *
 * - A list that never shrinks is complete when as many rows have been seen as there are. They are all there still, so they are
 *   all there are. That takes one look, page after page, unless rows have changed places.
 * - In a list that can shrink, someone who left may stand in the count for someone who was passed over. Each look is a linked
 *   {@link chain}, which can only pass over a row that changes its place during that very look, and there are at least two:
 *   the last has to find nothing new and no sign of a change. So a row that changes its place once is not missed either.
 *
 * When changes never pause, the last of ten looks ends it. A row can then be missed only if it changed its place in each of them
 * (but for the first, if the list never shrinks). But if even that look showed fewer rows than there were at any time of it, the
 * pages do not add up, as when a proxy answers with the same one over and over: that is an error and not a shorter list.
 */
export async function* sweep<Row extends Identified>(
  source: Source<Row>,
  { limit, pace, seen }: SweepOptions,
): AsyncGenerator<Batch<Row>, void, void> {
  const limited = limitRequests(source);
  let wanted = limit;
  for (let look = 1; look <= MOST_LOOKS && wanted > 0; look++) {
    let windows = 0;
    let most = 0;
    let least = Infinity;
    let quiet = source.shrinks && look > 1;
    const inLastLook = look === MOST_LOOKS ? new Set<string>() : undefined;
    const first = { page: 1, size: Math.min(limit, PAGE_SIZE) };
    for await (const { window, steady } of chain(limited, {
      first,
      linked: source.shrinks || look > 1,
      pace,
      goal: limit,
    })) {
      windows++;
      most = Math.max(most, window.total);
      seen.makeRoom(Math.min(most, limit, MOST_ROOM));
      least = Math.min(least, window.total);
      if (inLastLook !== undefined) for (const { guid } of window.rows) inLastLook.add(guid);
      const fresh = takeUnseen(window.rows, seen, wanted);
      quiet &&= steady && fresh.length === 0;
      if (fresh.length === 0) continue;
      wanted -= fresh.length;
      yield { fresh, rows: window.rows, look };
      if (wanted === 0) return;
    }
    if (windows === 1 || quiet || (!source.shrinks && seen.size >= most)) return;
    if (inLastLook !== undefined && inLastLook.size < least) throw limited.unstable();
  }
}

function takeUnseen<Row extends Identified>(rows: readonly Row[], seen: GuidSet, most: number): Row[] {
  const unseen: Row[] = [];
  for (const row of rows) {
    if (unseen.length === most) break;
    if (seen.add(row.guid)) unseen.push(row);
  }
  return unseen;
}

/** Refuses to read a list that grows as fast as it is read. */
function limitRequests<Row extends Identified>({
  fetchPage,
  place,
}: Source<Row>): Reader<Row> & { unstable(): UnstableListError } {
  let requests = 0;
  let most = 500;
  const unstable = (): UnstableListError => new UnstableListError(requests);
  const read = async ({ page, size }: Span): Promise<Window<Row>> => {
    if (requests >= most) throw unstable();
    requests++;
    const { data } = await fetchPage({ page_number: page, page_size: size });
    if (requests === 1) most += data.total / 25;
    return { page, size, rows: data.results, total: data.total };
  };
  return { read, place, unstable };
}
