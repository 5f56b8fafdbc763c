import type { VNode } from "preact";
import { Badge, Empty, Heading, Link, Notice, Pager, SearchField, Select, Time, toneOfStatus } from "./elements.tsx";
import { useLive, useLoaded } from "./live.ts";
import { setQuery } from "./router.ts";
import type { InspectedUser } from "../src/inspector/users.ts";

const PAGE_SIZE = 50;

const COLUMNS = [
  ["first_name", "Name"],
  ["username", "Username"],
  ["user_role", "Role"],
  ["", "Status"],
  ["active_time", "Last active (UTC)"],
  ["created_time", "Created (UTC)"],
] as const;

/** The users of the fake: searched, filtered, sorted, in pages. */
export function UsersSection({ query }: { query: URLSearchParams }): VNode {
  const { overview } = useLive();
  const search = query.get("search") ?? "";
  const role = query.get("role") ?? "";
  const status = query.get("status") ?? "";
  const sort = query.get("sort") ?? "first_name";
  const ascending = query.get("order") !== "descending";
  const page = Number(query.get("page") ?? 1);
  const filters = { search, role, status, sort, ascending, page, page_size: PAGE_SIZE };
  const { value, error } = useLoaded(JSON.stringify(filters), (control, signal) =>
    control("GET /users", { query: filters, signal }),
  );
  const set = (changes: Record<string, string>): void => {
    setQuery({ page: "", ...changes });
  };
  const { users } = overview;
  return (
    <>
      <Heading>Users</Heading>
      <form
        class="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <SearchField
          label="Search names, email or guid"
          value={search}
          onInput={(text) => {
            set({ search: text });
          }}
        />
        <Select
          label="Role"
          value={role}
          options={[
            ["", "All roles"],
            ["administrator", `Administrators (${count(users.administrator)})`],
            ["publisher", `Publishers (${count(users.publisher)})`],
            ["viewer", `Viewers (${count(users.viewer)})`],
          ]}
          onChange={(value) => {
            set({ role: value });
          }}
        />
        <Select
          label="Status"
          value={status}
          options={[
            ["", "Any status"],
            ["licensed", `Licensed (${count(users.licensed)})`],
            ["inactive", `Inactive (${count(users.inactive)})`],
            ["locked", `Locked (${count(users.locked)})`],
          ]}
          onChange={(value) => {
            set({ status: value });
          }}
        />
      </form>
      {error !== undefined && <Notice>{error}</Notice>}
      {value !== undefined && (
        <>
          <p class="result-count" role="status">
            {value.total === 1 ? "1 user" : `${count(value.total)} users`}
          </p>
          {value.total === 0 ? (
            <Empty>No user matches. Change the search or the filters.</Empty>
          ) : (
            <UserTable users={value.results} sort={sort} ascending={ascending} />
          )}
          {value.total > PAGE_SIZE && (
            <Pager
              page={page}
              size={PAGE_SIZE}
              total={value.total}
              onPage={(wanted) => {
                setQuery({ page: wanted === 1 ? "" : String(wanted) });
              }}
            />
          )}
        </>
      )}
    </>
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function UserTable({
  users,
  sort,
  ascending,
}: {
  users: readonly InspectedUser[];
  sort: string;
  ascending: boolean;
}): VNode {
  return (
    <div class="table-frame">
      <table class="rows">
        <caption class="visually-hidden">Users. The headings with buttons sort the table.</caption>
        <thead>
          <tr>
            {COLUMNS.map(([field, title]) => (
              <th
                key={title}
                scope="col"
                aria-sort={field === sort ? (ascending ? "ascending" : "descending") : undefined}
              >
                {field === "" ? title : <SortButton field={field} title={title} sort={sort} ascending={ascending} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.guid}>
              <th scope="row">
                <Link to={`users/${user.guid}`}>{nameOf(user)}</Link>
                <span class="sub">{user.email}</span>
              </th>
              <td data-label="Username" class="optional">
                {user.username}
              </td>
              <td data-label="Role">{user.user_role}</td>
              <td data-label="Status">
                <Badge tone={toneOfStatus(user.account_status)}>{user.account_status}</Badge>
              </td>
              <td data-label="Last active">
                <Time value={user.active_time} />
              </td>
              <td data-label="Created" class="optional">
                <Time value={user.created_time} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortButton({
  field,
  title,
  sort,
  ascending,
}: {
  field: string;
  title: string;
  sort: string;
  ascending: boolean;
}): VNode {
  const sorted = field === sort;
  return (
    <button
      type="button"
      class="sort"
      onClick={() => {
        setQuery({
          page: "",
          sort: field === "first_name" ? "" : field,
          order: sorted && ascending ? "descending" : "",
        });
      }}
    >
      {title}
      <span aria-hidden="true">{sorted ? (ascending ? "▲" : "▼") : ""}</span>
    </button>
  );
}

export function nameOf({
  first_name,
  last_name,
  username,
}: Pick<InspectedUser, "first_name" | "last_name" | "username">): string {
  const name = `${first_name} ${last_name}`.trim();
  return name === "" ? username : name;
}
