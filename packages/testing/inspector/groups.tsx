import type { VNode } from "preact";
import type { InspectedGroup } from "../src/inspector/organization.ts";
import { Badge, Empty, Heading, Link, Notice } from "./elements.tsx";
import { useLoaded } from "./live.ts";
import { SearchableList, type Column } from "./searchable-list.tsx";
import { nameOf } from "./users.tsx";

/** The groups of the fake, or one of them with its members. */
export function GroupsSection({ guid, query }: { guid: string | undefined; query: URLSearchParams }): VNode {
  return guid === undefined ? <GroupList query={query} /> : <Group guid={guid} />;
}

const COLUMNS: readonly Column<InspectedGroup>[] = [
  { heading: "Name", cell: (group) => <Link to={`groups/${group.guid}`}>{group.name}</Link> },
  {
    heading: "Owner",
    cell: ({ owner }) =>
      owner === null ? <span class="muted">none</span> : <Link to={`users/${owner.guid}`}>{owner.username}</Link>,
  },
  { heading: "Members", className: "number", cell: (group) => group.members.toLocaleString("en") },
  { heading: "Guid", className: "mono", cell: (group) => group.guid },
];

function GroupList({ query }: { query: URLSearchParams }): VNode {
  return (
    <SearchableList
      route="GET /groups"
      title="Groups"
      label="Search name or guid"
      columns={COLUMNS}
      empty="This server has no groups. Add one with fake.addGroup() or over the API."
      unmatched="No group matches."
      query={query}
    />
  );
}

function Group({ guid }: { guid: string }): VNode {
  const { value, error } = useLoaded(guid, (control, signal) => control("GET /groups/{}", { id: guid, signal }));
  if (error !== undefined) return <Notice>{error}</Notice>;
  if (value === undefined) return <p class="muted">Loading …</p>;
  const { group, members } = value;
  return (
    <>
      <p class="back">
        <Link to="groups">← All groups</Link>
      </p>
      <Heading>{group.name}</Heading>
      <dl class="facts wide">
        <div>
          <dt>Guid</dt>
          <dd class="mono">{group.guid}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd>
            {group.owner === null ? "none" : <Link to={`users/${group.owner.guid}`}>{group.owner.username}</Link>}
          </dd>
        </div>
      </dl>
      <section class="card" aria-labelledby="members-heading">
        <h2 id="members-heading">
          Members <span class="count">{group.members.toLocaleString("en")}</span>
        </h2>
        {members.length === 0 && <Empty>No members.</Empty>}
        <ul class="list">
          {members.map((user) => (
            <li key={user.guid}>
              <span>
                <Link to={`users/${user.guid}`}>{nameOf(user)}</Link>
                <span class="sub">{user.username}</span>
              </span>
              <Badge>{user.user_role}</Badge>
            </li>
          ))}
        </ul>
        {members.length < group.members && <p class="hint">The first {members.length} members are shown.</p>}
      </section>
    </>
  );
}
