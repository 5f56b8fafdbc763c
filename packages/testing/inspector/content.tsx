import type { VNode } from "preact";
import type { InspectedContent } from "../src/inspector/organization.ts";
import { Badge, Empty, Heading, Link, Notice, Time } from "./elements.tsx";
import { useLoaded } from "./live.ts";
import { SearchableList, type Column } from "./searchable-list.tsx";

const ACCESS_TYPES = { all: "anyone", logged_in: "all users", acl: "listed users" } as const;

/** The content of the fake, or one item with the users and groups that have access. */
export function ContentSection({ guid, query }: { guid: string | undefined; query: URLSearchParams }): VNode {
  return guid === undefined ? <ContentList query={query} /> : <ContentItem guid={guid} />;
}

const COLUMNS: readonly Column<InspectedContent>[] = [
  {
    heading: "Title",
    cell: (item) => (
      <>
        <Link to={`content/${item.guid}`}>{item.title ?? item.name}</Link>
        <span class="sub">{item.name}</span>
      </>
    ),
  },
  {
    heading: "Owner",
    cell: ({ owner }) => owner !== null && <Link to={`users/${owner.guid}`}>{owner.username}</Link>,
  },
  { heading: "Open to", cell: (item) => <Badge>{ACCESS_TYPES[item.access_type]}</Badge> },
  { heading: "Created", cell: (item) => <Time value={item.created_time} /> },
];

function ContentList({ query }: { query: URLSearchParams }): VNode {
  return (
    <SearchableList
      route="GET /content"
      title="Content"
      label="Search name, title or guid"
      columns={COLUMNS}
      empty="This server has no content. Add an item with fake.addContent() or over the API."
      unmatched="No content matches."
      query={query}
    />
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
