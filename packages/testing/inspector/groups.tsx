import type { VNode } from "preact";
import { Badge, Empty, Heading, Link, Notice, Pager, SearchField } from "./elements.tsx";
import { useLoaded } from "./live.ts";
import { setQuery } from "./router.ts";
import { nameOf } from "./users.tsx";

const PAGE_SIZE = 50;

/** The groups of the fake, or one of them with its members. */
export function GroupsSection({ guid, query }: { guid: string | undefined; query: URLSearchParams }): VNode {
  return guid === undefined ? <GroupList query={query} /> : <Group guid={guid} />;
}

function GroupList({ query }: { query: URLSearchParams }): VNode {
  const search = query.get("search") ?? "";
  const page = Number(query.get("page") ?? 1);
  const filters = { search, page, page_size: PAGE_SIZE };
  const { value, error } = useLoaded(JSON.stringify(filters), (control, signal) =>
    control("GET /groups", { query: filters, signal }),
  );
  return (
    <>
      <Heading>Groups</Heading>
      <div class="filters" role="search">
        <SearchField
          label="Search name or guid"
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
            ? "This server has no groups. Add one with fake.addGroup() or over the API."
            : "No group matches."}
        </Empty>
      )}
      {value !== undefined && value.total > 0 && (
        <div class="table-frame">
          <table class="rows">
            <caption class="visually-hidden">Groups</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Owner</th>
                <th scope="col" class="number">
                  Members
                </th>
                <th scope="col">Guid</th>
              </tr>
            </thead>
            <tbody>
              {value.results.map((group) => (
                <tr key={group.guid}>
                  <th scope="row">
                    <Link to={`groups/${group.guid}`}>{group.name}</Link>
                  </th>
                  <td data-label="Owner">
                    {group.owner === null ? (
                      <span class="muted">none</span>
                    ) : (
                      <Link to={`users/${group.owner.guid}`}>{group.owner.username}</Link>
                    )}
                  </td>
                  <td data-label="Members" class="number">
                    {group.members.toLocaleString("en")}
                  </td>
                  <td data-label="Guid" class="mono">
                    {group.guid}
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
