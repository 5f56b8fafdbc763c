import type { AccountStatus, ApiKeyRecord, GroupRecord, UserRecord } from "@connect-sdk/api";
import { viewGroup } from "../operations/groups.ts";
import { viewKey } from "../operations/keys.ts";
import { viewUser } from "../operations/users.ts";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import { smallest } from "../state/user-search/sorted-list.ts";
import { userOrders, type UserEntry, type UserSelection } from "../state/user-search/user-entry.ts";
import { InvalidInput, validate } from "../validate.ts";
import { DEFAULT_PAGE_SIZE, NotFound, readQuery, type Inspection, type Page } from "./inspection.ts";

/** A user as the inspector lists it. */
export type InspectedUser = UserRecord & { readonly account_status: AccountStatus };

/** A content item that a user owns or was given access to. */
export interface AccessibleContent {
  readonly guid: string;
  readonly name: string;
  readonly title: string | null;
  readonly access: "owner" | "collaborator" | "viewer";
  /** The name of the group through which the user has access; null for access of their own. */
  readonly through: string | null;
}

/** A user with everything that belongs to it. */
export interface UserDetail {
  readonly user: InspectedUser;
  /** Whether a new fake with the same options has this user. */
  readonly seeded: boolean;
  /** When the user stops counting against the license; null if the user does not count. */
  readonly inactive_from: string | null;
  readonly groups: readonly GroupRecord[];
  readonly content: readonly AccessibleContent[];
  /** With masked secrets. */
  readonly keys: readonly ApiKeyRecord[];
}

/** Returns a page of users. All words of `search` must occur in names, username, e-mail address or guid. */
export function listUsers({ state: current }: Inspection, text: string): Page<InspectedUser> {
  const state = current();
  const query = readQuery("UserListQuery", text);
  const { page = 1, page_size: size = DEFAULT_PAGE_SIZE } = query;
  const { users, total } = select(state, query, (page - 1) * size, size);
  return { total, page, results: users.map((user) => inspectUser(state, user)) };
}

type UserListQuery = ReturnType<typeof validate<"UserListQuery">>;

function select(state: FakeState, query: UserListQuery, offset: number, limit: number): UserSelection {
  const { search = "", role, status, sort = "first_name", ascending = true } = query;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const roles = role === undefined ? undefined : [role];
  const statuses = status === undefined ? undefined : [status];
  if (words.length === 0) return state.users.find({ roles, statuses, sort, ascending, offset, limit });
  const statusOf = state.users.statusesAt(state.clock.milliseconds);
  const matches = [...state.users.all()].filter(
    (user) =>
      (role === undefined || user.record.user_role === role) &&
      (status === undefined || statusOf(user) === status) &&
      words.every((word) => contains(user, word)),
  );
  const { compare } = userOrders[sort];
  const direction = ascending ? 1 : -1;
  const total = matches.length;
  return { users: smallest(matches, offset + limit, (a, b) => direction * compare(a, b)).slice(offset), total };
}

function contains({ username, firstName, lastName, record: { email, guid } }: UserEntry, word: string): boolean {
  return (
    username.includes(word) ||
    firstName.includes(word) ||
    lastName.includes(word) ||
    email.toLowerCase().includes(word) ||
    guid.startsWith(word)
  );
}

function inspectUser(state: FakeState, user: UserEntry): InspectedUser {
  return { ...viewUser(state, user, undefined), account_status: state.users.statusOf(user) };
}

/** Returns a user with their groups, content and keys. */
export function showUser({ state: current }: Inspection, guid: string): UserDetail {
  const state = current();
  const user = findUser(state, guid);
  const { userActivityDays } = state.options.settings;
  const { active_time: active } = user.record;
  const counts = state.users.statusOf(user) === "licensed" && typeof active === "string";
  return {
    user: inspectUser(state, user),
    seeded: user.serial < state.options.users,
    inactive_from: counts ? formatTime(Date.parse(active) + userActivityDays * DAY) : null,
    groups: Array.from(state.groups.ofUser(user.record.guid), (group) => viewGroup(state, group)),
    content: contentOf(state, user.record.guid),
    keys: state.keys.ofUser(user.record.guid).map((key) => viewKey(state, key)),
  };
}

const DAY = 86_400_000;

function findUser(state: FakeState, guid: string): UserEntry {
  const user = state.users.get(guid) ?? state.users.byUsername(guid);
  if (user === undefined) throw new NotFound(`There is no user ${JSON.stringify(guid)}.`);
  return user;
}

function contentOf(state: FakeState, userGuid: string): AccessibleContent[] {
  const owned = Array.from(state.content.ofOwner(userGuid), ({ guid, name, title }): AccessibleContent => {
    return { guid, name, title, access: "owner", through: null };
  });
  const groups = [...state.groups.ofUser(userGuid)];
  const principals = [{ guid: userGuid, name: null }, ...groups];
  const shared = principals.flatMap((principal) =>
    Array.from(state.permissions.contentOf(principal.guid)).flatMap((contentGuid): AccessibleContent[] => {
      const item = state.content.get(contentGuid);
      const permission = state.permissions.forPrincipal(contentGuid, principal.guid);
      if (item === undefined || permission === undefined || item.owner_guid === userGuid) return [];
      const access = permission.role === "owner" ? "collaborator" : "viewer";
      return [{ guid: item.guid, name: item.name, title: item.title, access, through: principal.name }];
    }),
  );
  return [...owned, ...shared];
}

/** Changes fields of a user without permission checks. */
export function changeUser(inspection: Inspection, guid: string, body: unknown): UserDetail {
  const state = inspection.state();
  const user = findUser(state, guid);
  const { active_time: active, ...changes } = validate("UserChanges", body ?? {});
  const { username } = changes;
  const namesake = username === undefined ? undefined : state.users.byUsername(username);
  if (namesake !== undefined && namesake !== user) {
    throw new InvalidInput(`a user with the username ${JSON.stringify(username)} already exists`);
  }
  state.users.change(user, {
    ...changes,
    ...(active !== undefined && { active_time: active === null ? null : formatTime(Date.parse(active)) }),
    updated_time: state.clock.timestamp,
  });
  if (changes.locked !== undefined) state.setLocked(user, changes.locked);
  return showUser(inspection, guid);
}

/** Returns the secret of an API key. */
export function revealKey({ state: current }: Inspection, id: string): { api_key: string } {
  const state = current();
  for (const key of state.keys.all()) if (String(key.id) === id) return { api_key: state.keys.secretOf(key) };
  throw new NotFound(`There is no API key ${JSON.stringify(id)}.`);
}
