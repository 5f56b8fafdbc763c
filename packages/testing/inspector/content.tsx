import type { VNode } from "preact";
import { Badge, Empty, Heading, Link, Notice, Pager, SearchField, Time } from "./elements.tsx";
import { useLoaded } from "./live.ts";
import { setQuery } from "./router.ts";

const PAGE_SIZE = 50;

const ACCESS_TYPES = { all: "anyone", logged_in: "all users", acl: "listed users" } as const;

/** The content of the fake, or one item with the users and groups that have access. */
export function ContentSection({ guid, query }: { guid: string | undefined; query: URLSearchParams }): VNode {
  return guid === undefined ? <ContentList query={query} /> : <ContentItem guid={guid} />;
}

function ContentList({ query }: { query: URLSearchParams }): VNode {
  const search = query.get("search") ?? "";
  const page = Number(query.get("page") ?? 1);
  const filters = { search, page, page_size: PAGE_SIZE };
  const { value, error } = useLoaded(JSON.stringify(filters), (control, signal) =>
    control("GET /content", { query: filters, signal }),
  );
  return (
    <>
      <Heading>Content</Heading>
      <div class="filters" role="search">
        <SearchField
          label="Search name, title or guid"
          value={search}
          onInput={(text) => {
            setQuery({ page: "", search: text });
          }}
        />
      </div>
      {error !== undefined && <Notice>{error}</Notice>}
      {value?.total === 0 && (
        <Empty>
          {search === ""
            ? "This server has no content. Add an item with fake.addContent() or over the API."
            : "No content matches."}
        </Empty>
      )}
      {value !== undefined && value.total > 0 && (
        <div class="table-frame">
          <table class="rows">
            <caption class="visually-hidden">Content</caption>
            <thead>
              <tr>
                <th scope="col">Title</th>
                <th scope="col">Owner</th>
                <th scope="col">Open to</th>
                <th scope="col">Created</th>
              </tr>
            </thead>
            <tbody>
              {value.results.map((item) => (
                <tr key={item.guid}>
                  <th scope="row">
                    <Link to={`content/${item.guid}`}>{item.title ?? item.name}</Link>
                    <span class="sub">{item.name}</span>
                  </th>
                  <td data-label="Owner">
                    {item.owner !== null && <Link to={`users/${item.owner.guid}`}>{item.owner.username}</Link>}
                  </td>
                  <td data-label="Open to">
                    <Badge>{ACCESS_TYPES[item.access_type]}</Badge>
                  </td>
                  <td data-label="Created">
                    <Time value={item.created_time} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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

function ContentItem({ guid }: { guid: string }): VNode {
  const { value, error } = useLoaded(guid, (control, signal) => control("GET /content/{}", { id: guid, signal }));
  if (error !== undefined) return <Notice>{error}</Notice>;
  if (value === undefined) return <p class="muted">Loading …</p>;
  const { content, access } = value;
  return (
    <>
      <p class="back">
        <Link to="content">← All content</Link>
      </p>
      <Heading>{content.title ?? content.name}</Heading>
      <dl class="facts wide">
        <div>
          <dt>Guid</dt>
          <dd class="mono">{content.guid}</dd>
        </div>
        <div>
          <dt>Name</dt>
          <dd>{content.name}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd>
            {content.owner === null ? "none" : <Link to={`users/${content.owner.guid}`}>{content.owner.username}</Link>}
          </dd>
        </div>
        <div>
          <dt>Open to</dt>
          <dd>{ACCESS_TYPES[content.access_type]}</dd>
        </div>
        <div>
          <dt>Created</dt>
          <dd>
            <Time value={content.created_time} />
          </dd>
        </div>
      </dl>
      <section class="card" aria-labelledby="access-heading">
        <h2 id="access-heading">
          Permissions <span class="count">{access.length}</span>
        </h2>
        {access.length === 0 && <Empty>No user or group was given access.</Empty>}
        <ul class="list">
          {access.map(({ type, guid: principal, name, role }) => (
            <li key={principal}>
              <span>
                <Link to={`${type === "group" ? "groups" : "users"}/${principal}`}>{name}</Link>
                <span class="sub">{type}</span>
              </span>
              <Badge tone={role === "owner" ? "info" : "neutral"}>{role === "owner" ? "collaborator" : "viewer"}</Badge>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
