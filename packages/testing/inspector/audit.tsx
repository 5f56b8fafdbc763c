import type { VNode } from "preact";
import type { AuditLogRecord } from "../src/state/audit-log.ts";
import { Empty, Heading, Link, Notice, Pager, SearchField, Time } from "./elements.tsx";
import { useLive, useLoaded } from "./live.ts";
import { setQuery } from "./router.ts";

const PAGE_SIZE = 50;

/** The audit log, newest entries first. */
export function AuditSection({ query }: { query: URLSearchParams }): VNode {
  const { revision } = useLive();
  const search = query.get("search") ?? "";
  const page = Number(query.get("page") ?? 1);
  const filters = { search, page, page_size: PAGE_SIZE };
  const { value, error } = useLoaded(`${revision} ${JSON.stringify(filters)}`, (control, signal) =>
    control("GET /audit/entries", { query: filters, signal }),
  );
  return (
    <>
      <Heading>Audit log</Heading>
      <div class="filters" role="search">
        <SearchField
          label="Search user, action or event"
          value={search}
          onInput={(text) => {
            setQuery({ page: "", search: text });
          }}
        />
      </div>
      {error !== undefined && <Notice>{error}</Notice>}
      {value?.total === 0 && <Empty>{search === "" ? "Nothing was changed over the API." : "No entry matches."}</Empty>}
      {value !== undefined && value.total > 0 && <AuditTable entries={value.results} />}
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

function AuditTable({ entries }: { entries: readonly AuditLogRecord[] }): VNode {
  return (
    <div class="table-frame">
      <table class="rows">
        <caption class="visually-hidden">Audit log, newest entries first</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Action</th>
            <th scope="col">By</th>
            <th scope="col">Time (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, time, user_guid, user_description, action, event_description }) => (
            <tr key={id}>
              <th scope="row">{event_description}</th>
              <td data-label="Action">{action}</td>
              <td data-label="By">
                {user_guid === null ? user_description : <Link to={`users/${user_guid}`}>{user_description}</Link>}
              </td>
              <td data-label="Time">
                <Time value={time} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LISTED = 20;

/** What a user did and what was done to the user. */
export function UserAudit({ guid }: { guid: string }): VNode {
  const { revision } = useLive();
  const { value, error } = useLoaded(`${revision} ${guid}`, (control, signal) =>
    control("GET /audit/entries", { query: { user: guid, page_size: LISTED }, signal }),
  );
  return (
    <section class="card" aria-labelledby="audit-heading">
      <h2 id="audit-heading">
        Audit log <span class="count">{value?.total ?? 0}</span>
      </h2>
      {error !== undefined && <Notice>{error}</Notice>}
      {value?.total === 0 && <Empty>No entry is about this user.</Empty>}
      <ul class="list">
        {value?.results.map(({ id, time, action, event_description, user_description }) => (
          <li key={id}>
            <span>
              {event_description}
              <span class="sub">
                {action} by {user_description}
              </span>
            </span>
            <Time value={time} />
          </li>
        ))}
      </ul>
    </section>
  );
}
