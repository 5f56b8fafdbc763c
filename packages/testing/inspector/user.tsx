import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { InspectedUser, UserDetail } from "../src/inspector/users.ts";
import { UserAudit } from "./audit.tsx";
import {
  Badge,
  CodeDialog,
  CopyButton,
  Empty,
  Field,
  Heading,
  Link,
  Notice,
  Select,
  Time,
  toneOfStatus,
  useAnnounce,
} from "./elements.tsx";
import { messageOf, useLive, useLoaded } from "./live.ts";
import { userAsCode } from "./test-code.ts";
import { nameOf } from "./users.tsx";

/** A user: fields to edit, groups, content and API keys. */
export function UserSection({ guid }: { guid: string }): VNode {
  const { value: detail, error } = useLoaded(guid, (control, signal) => control("GET /users/{}", { id: guid, signal }));
  const [showsCode, setShowsCode] = useState(false);
  if (error !== undefined) return <Notice>{error}</Notice>;
  if (detail === undefined) return <p class="muted">Loading …</p>;
  const { user } = detail;
  return (
    <>
      <p class="back">
        <Link to="users">← All users</Link>
      </p>
      <Heading
        aside={
          <>
            <LockButton user={user} />
            <button
              type="button"
              onClick={() => {
                setShowsCode(true);
              }}
            >
              Copy as test code
            </button>
          </>
        }
      >
        {nameOf(user)} <Badge tone={toneOfStatus(user.account_status)}>{user.account_status}</Badge>
      </Heading>
      <Facts detail={detail} />
      <div class="cards two">
        <div class="stack">
          <EditForm user={user} />
          <Keys detail={detail} />
        </div>
        <div class="stack">
          <Groups detail={detail} />
          <Content detail={detail} />
          <UserAudit guid={user.guid} />
        </div>
      </div>
      {showsCode && (
        <CodeDialog
          title={`${user.username} as test code`}
          code={userAsCode(detail)}
          onClose={() => {
            setShowsCode(false);
          }}
        />
      )}
    </>
  );
}

function Facts({ detail: { user, inactive_from } }: { detail: UserDetail }): VNode {
  return (
    <dl class="facts wide">
      <div>
        <dt>Guid</dt>
        <dd class="mono">{user.guid}</dd>
      </div>
      {user.external_id !== undefined && (
        <div>
          <dt>External id</dt>
          <dd class="mono">{user.external_id}</dd>
        </div>
      )}
      <div>
        <dt>Created</dt>
        <dd>
          <Time value={user.created_time} />
        </dd>
      </div>
      <div>
        <dt>Last active</dt>
        <dd>
          <Time value={user.active_time} />
        </dd>
      </div>
      {inactive_from !== null && (
        <div>
          <dt>Inactive from</dt>
          <dd>
            <Time value={inactive_from} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Returns a function that changes a user and says so. */
function useChange(
  guid: string,
): (changes: Readonly<Record<string, unknown>>, done: string) => Promise<string | undefined> {
  const { control } = useLive();
  const announce = useAnnounce();
  return async (changes, done) => {
    try {
      await control("PATCH /users/{}", { id: guid, body: changes });
      announce(done);
      return undefined;
    } catch (error) {
      announce(messageOf(error));
      return messageOf(error);
    }
  };
}

function LockButton({ user }: { user: InspectedUser }): VNode {
  const change = useChange(user.guid);
  const { locked } = user;
  return (
    <button
      type="button"
      onClick={() => void change({ locked: !locked }, `${user.username} is ${locked ? "unlocked" : "locked"}.`)}
    >
      {locked ? "Unlock" : "Lock"}
    </button>
  );
}

const TEXT_FIELDS = [
  ["first_name", "First name"],
  ["last_name", "Last name"],
  ["username", "Username"],
  ["email", "Email"],
] as const;

const ROLE_OPTIONS = [
  ["viewer", "Viewer"],
  ["publisher", "Publisher"],
  ["administrator", "Administrator"],
] as const;

function EditForm({ user }: { user: InspectedUser }): VNode {
  const change = useChange(user.guid);
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string>();
  const changes = Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => Reflect.get(user, field) !== value),
  );
  const changed = Object.keys(changes).length > 0;
  const save = async (): Promise<void> => {
    const failure = await change(changes, `${user.username} is changed.`);
    setError(failure);
    if (failure === undefined) setDraft({});
  };
  return (
    <section class="card" aria-labelledby="edit-heading">
      <h2 id="edit-heading">Details</h2>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) void save();
        }}
      >
        {TEXT_FIELDS.map(([field, label]) => (
          <Field key={field} label={label}>
            {(ids) => (
              <input
                {...ids}
                type="text"
                autocomplete="off"
                required={field === "username"}
                value={draft[field] ?? user[field]}
                onInput={(event) => {
                  setDraft({ ...draft, [field]: event.currentTarget.value });
                }}
              />
            )}
          </Field>
        ))}
        <Select
          label="Role"
          value={draft["user_role"] ?? user.user_role}
          options={ROLE_OPTIONS}
          onChange={(role) => {
            setDraft({ ...draft, user_role: role });
          }}
        />
        {error !== undefined && <Notice>{error}</Notice>}
        <div class="actions">
          <button type="submit" class="primary" disabled={!changed}>
            Save
          </button>
          <button
            type="button"
            disabled={!changed}
            onClick={() => {
              setDraft({});
              setError(undefined);
            }}
          >
            Discard
          </button>
        </div>
      </form>
    </section>
  );
}

function Groups({ detail: { groups } }: { detail: UserDetail }): VNode {
  return (
    <section class="card" aria-labelledby="groups-heading">
      <h2 id="groups-heading">
        Groups <span class="count">{groups.length}</span>
      </h2>
      {groups.length === 0 ? (
        <Empty>Not a member of any group.</Empty>
      ) : (
        <ul class="list">
          {groups.map(({ guid, name }) => (
            <li key={guid}>
              <Link to={`groups/${guid}`}>{name}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Content({ detail: { content } }: { detail: UserDetail }): VNode {
  return (
    <section class="card" aria-labelledby="content-heading">
      <h2 id="content-heading">
        Content <span class="count">{content.length}</span>
      </h2>
      {content.length === 0 ? (
        <Empty>Owns no content and was given access to none.</Empty>
      ) : (
        <ul class="list">
          {content.map(({ guid, name, title, access, through }) => (
            <li key={`${guid} ${through ?? ""}`}>
              <span>
                <Link to={`content/${guid}`}>{title ?? name}</Link>
                {through !== null && <span class="sub">through {through}</span>}
              </span>
              <Badge tone={access === "owner" ? "info" : "neutral"}>{access}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Keys({ detail: { user, keys } }: { detail: UserDetail }): VNode {
  const { control } = useLive();
  const announce = useAnnounce();
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const toggle = async (id: string): Promise<void> => {
    if (secrets[id] !== undefined) {
      setSecrets(Object.fromEntries(Object.entries(secrets).filter(([shown]) => shown !== id)));
      return;
    }
    try {
      const { api_key } = await control("GET /keys/{}", { id });
      setSecrets({ ...secrets, [id]: api_key });
    } catch (error) {
      announce(messageOf(error));
    }
  };
  const create = async (): Promise<void> => {
    try {
      await control("POST /keys", { body: { user: user.guid } });
      announce(`${user.username} has an API key.`);
    } catch (error) {
      announce(messageOf(error));
    }
  };
  return (
    <section class="card" aria-labelledby="keys-heading">
      <h2 id="keys-heading">
        API keys <span class="count">{keys.length}</span>
      </h2>
      {keys.length === 0 ? (
        <>
          <Empty>No API key.</Empty>
          <div class="actions">
            <button type="button" onClick={() => void create()}>
              Create an API key
            </button>
          </div>
        </>
      ) : (
        <ul class="list">
          {keys.map(({ id, name, key, user_role, expires_at }) => (
            <li key={id} class="key">
              <span>
                {name}
                <span class="sub">
                  {user_role}
                  {typeof expires_at === "string" && `, expires ${expires_at}`}
                </span>
                <code class="secret">{secrets[id] ?? key}</code>
              </span>
              <span class="actions">
                <button type="button" aria-pressed={secrets[id] !== undefined} onClick={() => void toggle(id)}>
                  {secrets[id] === undefined ? "Show" : "Hide"}
                  <span class="visually-hidden"> the key {name}</span>
                </button>
                {secrets[id] !== undefined && <CopyButton text={secrets[id]} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
