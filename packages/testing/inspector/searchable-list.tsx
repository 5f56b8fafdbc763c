import type { ComponentChildren, VNode } from "preact";
import type { ControlResults } from "./control-client.ts";
import { Empty, Heading, Notice, Pager, SearchField } from "./elements.tsx";
import { useLoaded } from "./live.ts";
import { setQuery } from "./router.ts";

const PAGE_SIZE = 50;

/** The control routes that return a page of the records that a search finds. */
type ListRoute = "GET /groups" | "GET /content";

/** A column: its heading, and its cell for a record. The first one names the record. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly className?: string;
}

interface SearchableListProps<Route extends ListRoute> {
  readonly route: Route;
  readonly title: string;
  /** The label of the search field. */
  readonly label: string;
  readonly columns: readonly Column<ControlResults[Route]["results"][number]>[];
  /** What to show when there are no records at all, and when none matches. */
  readonly empty: string;
  readonly unmatched: string;
  readonly query: URLSearchParams;
}

/** A heading, a search field and a table in pages. The search and the page are part of the address. */
export function SearchableList<Route extends ListRoute>(props: SearchableListProps<Route>): VNode {
  const { route, title, label, columns, empty, unmatched } = props;
  const search = props.query.get("search") ?? "";
  const page = Number(props.query.get("page") ?? 1);
  const query = { search, page, page_size: PAGE_SIZE };
  const { value, error } = useLoaded(JSON.stringify([route, query]), (control, signal) =>
    control(route, { query, signal }),
  );
  return (
    <>
      <Heading>{title}</Heading>
      <div class="filters" role="search">
        <SearchField
          label={label}
          value={search}
          onInput={(text) => {
            setQuery({ page: "", search: text });
          }}
        />
      </div>
      {error !== undefined && <Notice>{error}</Notice>}
      {value?.total === 0 && <Empty>{search === "" ? empty : unmatched}</Empty>}
      {value !== undefined && value.total > 0 && <Table title={title} columns={columns} rows={value.results} />}
      {value !== undefined && value.total > PAGE_SIZE && (
        <Pager
          page={page}
          size={PAGE_SIZE}
          total={value.total}
          onPage={(wanted) => {
            setQuery({ page: String(wanted) });
          }}
        />
      )}
    </>
  );
}

interface TableProps<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

function Table<Row extends { readonly guid: string }>({
  title,
  columns: [first, ...others],
  rows,
}: TableProps<Row>): VNode {
  return (
    <div class="table-frame">
      <table class="rows">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first?.heading}</th>
            {others.map(({ heading, className }) => (
              <th scope="col" class={className === "number" ? className : undefined} key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.guid}>
              <th scope="row">{first?.cell(row)}</th>
              {others.map(({ heading, cell, className }) => (
                <td data-label={heading} class={className} key={heading}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
