import type { ConnectResult, Page } from "@connect-sdk/api";
import type { Span, Window } from "./span.ts";

/** What every row of a list has. */
export interface Identified {
  readonly guid: string;
}

/** What a page is asked for with. */
export interface PageQuery {
  page_number: number;
  page_size: number;
}

/** A list on the server that is read by page number. */
export interface Source<Row extends Identified> extends Order<Row> {
  /** Fetches one page. */
  readonly fetchPage: (query: PageQuery) => Promise<ConnectResult<Page<Row>>>;
  /** Whether rows can leave the list, because a filter no longer lets them through or because they are deleted. */
  readonly shrinks: boolean;
}

/** A list as it is read. */
export interface Reader<Row extends Identified> extends Order<Row> {
  /** Reads one page. */
  readonly read: (span: Span) => Promise<Window<Row>>;
}

/** How a list is ordered. */
export interface Order<Row> {
  /** Everything that decides about a row's place in the list: while this text stays the same, the row stays between the same others. */
  readonly place: (row: Row) => string;
}

/** How far a reader may run ahead of whoever takes what it reads. */
export interface Pace {
  /** The most requests in flight. */
  readonly concurrency: number;
  /** The most windows that are asked for and not yet taken; it grows while the taker has to wait. */
  ahead: number;
}
