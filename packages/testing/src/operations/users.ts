import type { UserRecord, UserRole } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { FakeState } from "../state/fake-state.ts";
import { rank, type UserEntry, type UserSelection } from "../state/user-search/user-entry.ts";
import {
  isAdministrator,
  type BodyOf,
  type Caller,
  type HandlerMap,
  type InputOf,
  type ResultOf,
} from "./operation.ts";

/** Users: list, get, create, update, lock. Operations on the directory are in `remote-users.ts`. */
export const userHandlers = {
  getCurrentUser(state, _input, { caller }) {
    return viewOneUser(state, caller.user, caller);
  },

  getUsers(state, { query }, { caller, wantsCsv }) {
    const administrator = isAdministrator(caller);
    if (query.account_status !== undefined && !administrator && !state.version.has("statusFilterForEveryone")) {
      throw new ApiProblem("PermissionDenied", "Only administrators can filter by account status.");
    }
    if (wantsCsv && state.version.has("userCsv")) {
      return { status: 200, mediaType: "text/csv", content: listAsCsv(state, query, caller) };
    }
    const { page_number: page, page_size: size } = query;
    const { users, total } = select(state, query, caller, (page - 1) * size, size);
    return viewUserPage(state, users, caller, page, total);
  },

  createPushUser(state, { body }, { caller }) {
    if (state.hasDirectory) throw new ApiProblem("PushOnPullAuth");
    const first = caller === undefined;
    checkUsername(state, body.username);
    checkDetails(state, body);
    if (state.options.provider === "password") checkPasswordChoice(body, first);
    const externalId = readExternalId(state, body);
    const role = first ? "administrator" : (body.user_role ?? state.options.settings.defaultUserRole);
    const user = addUser(state, { ...body, user_role: role }, externalId, first);
    return {
      status: 200,
      body: viewUser(state, user, caller),
      audit: [{ action: "add_user", event: `Added user ${describeUser(user)}` }],
    };
  },

  getUser(state, { path }, { caller }) {
    return viewOneUser(state, findUser(state, path.guid, caller), caller);
  },

  updateUser(state, { path, body }, { caller }) {
    const user = findUser(state, path.guid, caller);
    if (!isAdministrator(caller) && user !== caller.user) throw new ApiProblem("PermissionDenied");
    // Clients may send fields that they do not mean to change. Only those that differ need permission.
    const changes: UserChanges = Object.fromEntries(
      EDITABLE_FIELDS.flatMap((field) =>
        body[field] === undefined || body[field] === user.record[field] ? [] : [[field, body[field]]],
      ),
    );
    checkRoleChange(state, user, changes, caller);
    checkFieldChanges(state, changes, caller);
    if (body.email === "" && state.options.provider === "password") throw new ApiProblem("UserBlankEmail");
    const changed = Object.keys(changes).length > 0;
    if (changed) state.users.change(user, { ...changes, updated_time: state.clock.timestamp });
    const { email, username, first_name, last_name, user_role, updated_time } = user.record;
    return {
      status: 200,
      body: { email, username, first_name, last_name, user_role, updated_time },
      audit: changed ? [{ action: "edit_user", event: `Updated user ${describeUser(user)}` }] : [],
    };
  },

  /** Administrators can lock every user, including themselves. Locking a locked user is no error. */
  lockUser(state, { path, body }, { caller }) {
    const user = findUser(state, path.guid, caller);
    const { licensedUsers } = state.options;
    // Real server: the code is unknown, assumed from its text. Inactive users do not count.
    if (user.record.locked && !body.locked && licensedUsers !== undefined && state.users.isActive(user)) {
      if (state.users.count(undefined, ["licensed"]) >= licensedUsers) throw new ApiProblem("UserLicenseExceeded");
    }
    if (user.record.locked === body.locked) return { status: 200, audit: [] };
    state.setLocked(user, body.locked);
    return { status: 200, audit: [{ action: "update_lock_user", event: describeLock(state, user) }] };
  },
} satisfies HandlerMap<"getCurrentUser" | "getUsers" | "createPushUser" | "getUser" | "updateUser" | "lockUser">;

/** Describes a change of a lock for the audit log. Clients tell locks from unlocks by the last word. */
export function describeLock(state: FakeState, user: UserEntry): string {
  const event = `Updated lock for user ${describeUser(user)}`;
  // Real server: unknown whether the text has the state.
  return state.options.assumptions.lockEvents === "told" ? `${event}: ${String(user.record.locked)}` : event;
}

/** Returns the user with a guid. Throws an `ApiProblem` if there is none, or if the caller must not see it. */
function findUser(state: FakeState, guid: string, caller: Caller): UserEntry {
  const user = state.users.get(guid);
  if (user === undefined || (seesOnlySelf(state, caller) && user !== caller.user)) {
    throw new ApiProblem("ObjectDoesNotExist", "There is no such user.");
  }
  return user;
}

/** Returns whether all other users are hidden from the caller. */
export function seesOnlySelf(state: FakeState, caller: Caller): boolean {
  return state.options.settings.viewersSeeOnlyThemselves && caller.role === "viewer";
}

/** Returns a user's record as the caller sees it. */
export function viewUser(state: FakeState, user: UserEntry, caller: Caller | undefined): UserRecord {
  const { record, externalId } = user;
  const seesAll = caller === undefined || isAdministrator(caller) || caller.user === user;
  if (seesAll && externalId !== undefined && state.version.has("externalId")) {
    return { ...record, external_id: externalId };
  }
  // Real server: unknown whether a hidden address is empty or absent, assumed empty.
  return !seesAll && state.options.settings.hideEmails ? { ...record, email: "" } : record;
}

function viewOneUser(state: FakeState, user: UserEntry, caller: Caller): ResultOf<"getUser"> {
  const body = viewUser(state, user, caller);
  // The serialized record can be used only if the caller sees it unchanged.
  return body === user.record ? { status: 200, body, json: state.users.bytes(user) } : { status: 200, body };
}

/** Returns a page of users as the caller sees them. */
export function viewUserPage(
  state: FakeState,
  users: readonly UserEntry[],
  caller: Caller,
  page: number,
  total: number,
): ResultOf<"getGroupMembers"> {
  const results = users.map((user) => viewUser(state, user, caller));
  const result = { status: 200, body: { results, current_page: page, total } } as const;
  // The serialized records can be used only if the caller sees every record unchanged.
  if (users.some((user, index) => results[index] !== user.record)) return result;
  const after = `],"current_page":${page},"total":${total}}`;
  return { ...result, json: state.users.listBytes('{"results":[', users, after) };
}

type ListQuery = InputOf<"getUsers">["query"];

function select(state: FakeState, query: ListQuery, caller: Caller, offset: number, limit: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses, asc_order: ascending, sort } = query;
  if (seesOnlySelf(state, caller)) return selectSelf(state, query, caller, offset);
  if (prefix === undefined) return state.users.find({ roles, statuses, sort, ascending, offset, limit });
  const providerKeyPrefix = state.version.has("providerKeyPrefix");
  const search = { roles, statuses, sort, ascending, offset: 0, limit, prefix, providerKeyPrefix };
  const found = state.users.search(search);
  // A search has only one page: matches that do not fit on it cannot be reached.
  return offset === 0 ? found : { users: [], total: found.total };
}

function selectSelf(state: FakeState, query: ListQuery, { user }: Caller, offset: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses } = query;
  const start = prefix?.toLowerCase() ?? "";
  const matches =
    [user.username, user.firstName, user.lastName].some((field) => field.startsWith(start)) &&
    (roles?.includes(user.record.user_role) ?? true) &&
    (statuses?.includes(state.users.statusOf(user)) ?? true);
  return { users: matches && offset === 0 ? [user] : [], total: matches ? 1 : 0 };
}

// Real server: the columns are unknown, assumed to be the fields of a user.
const CSV_COLUMNS = [
  "guid",
  "email",
  "username",
  "first_name",
  "last_name",
  "user_role",
  "created_time",
  "updated_time",
  "active_time",
  "confirmed",
  "locked",
] as const satisfies readonly (keyof UserRecord)[];

/** Returns all matching users as CSV (RFC 4180): a header line, CRLF, quotes where needed. */
function listAsCsv(state: FakeState, query: ListQuery, caller: Caller): string {
  // Real server: unknown what other callers get, assumed that they are refused.
  if (!isAdministrator(caller)) throw new ApiProblem("PermissionDenied", "Only administrators can list users as CSV.");
  const { users } = select(state, query, caller, 0, Infinity);
  const lines = users.map((user) => {
    const record = viewUser(state, user, caller);
    return CSV_COLUMNS.map((column) => csvCell(String(record[column] ?? ""))).join(",");
  });
  return [CSV_COLUMNS.join(","), ...lines, ""].join("\r\n");
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface NewUser {
  username: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role: UserRole;
}

/** Adds a user that was never active to the state. */
export function addUser(
  state: FakeState,
  details: NewUser,
  externalId: string | undefined,
  confirmed = false,
): UserEntry {
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: details.email ?? "",
    username: details.username,
    first_name: details.first_name ?? "",
    last_name: details.last_name ?? "",
    user_role: details.user_role,
    created_time: now,
    updated_time: now,
    active_time: null,
    // Only password authentication asks users to confirm their address.
    confirmed: confirmed || state.options.provider !== "password",
    locked: false,
    guid: state.nextGuid("user").guid,
  };
  return state.users.add(record, externalId);
}

type UserDetails = BodyOf<"createPushUser">;

function checkPasswordChoice(details: UserDetails, first: boolean): void {
  const { password = "", user_must_set_password: later = false } = details;
  if (first && password === "") throw new ApiProblem("InitialUserGeneratePassword");
  // Real server: the codes for both and for neither are unknown.
  if (later && password !== "") {
    throw new ApiProblem("InvalidParameter", "Send either password or user_must_set_password, not both.");
  }
  if (!later && password === "") {
    throw new ApiProblem("ParameterMissing", "password is required unless user_must_set_password is true.");
  }
  // Real server: also rates the password (`Password.MinimumScore`). The fake only checks its length.
  if (password !== "" && password.length < MINIMUM_PASSWORD_LENGTH) throw new ApiProblem("InadequatePassword");
}

const MINIMUM_PASSWORD_LENGTH = 6;

/** Returns the id at the sign-in provider, if it has ids. Older servers call the field `unique_id`. */
function readExternalId(state: FakeState, details: UserDetails): string | undefined {
  const { provider, settings } = state.options;
  if (provider === "password" || provider === "pam") return undefined;
  const id = details.external_id ?? formerExternalId(details) ?? "";
  const required = provider === "saml" || provider === "oauth2" || settings.proxyUniqueId;
  if (id === "") {
    if (required) throw new ApiProblem("UserBlankProviderKey");
    return undefined;
  }
  if (state.users.byExternalId(id) !== undefined) throw new ApiProblem("DuplicateUserKey");
  return id;
}

// Takes an object, because the name is deprecated.
function formerExternalId(details: object): string | undefined {
  return "unique_id" in details && typeof details.unique_id === "string" ? details.unique_id : undefined;
}

const EDITABLE_FIELDS = ["email", "username", "first_name", "last_name", "user_role"] as const;

type UserChanges = Partial<Pick<UserRecord, (typeof EDITABLE_FIELDS)[number]>>;

function checkRoleChange(state: FakeState, user: UserEntry, { user_role: role }: UserChanges, caller: Caller): void {
  if (role === undefined) return;
  const { user_role: current } = user.record;
  const { settings, assumptions } = state.options;
  // Real server: the code is unknown.
  if (settings.userRoleEditableBy === "provider") throw new ApiProblem(assumptions.providerRoleCode);
  // Real server: the code is unknown, assumed from its text. Users cannot promote themselves, not even with a weaker key.
  if (user === caller.user && rank(role) > rank(current)) throw new ApiProblem("InvalidRoleAssignment");
  // Real server: unknown whether a locked administrator counts as remaining, assumed yes.
  if (current === "administrator" && state.users.count(["administrator"]) === 1) {
    throw new ApiProblem("SoleAdminDemotion");
  }
}

function checkFieldChanges(state: FakeState, changes: UserChanges, caller: Caller): void {
  const { userInfoEditableBy } = state.options.settings;
  const details = [changes.email, changes.first_name, changes.last_name].some((value) => value !== undefined);
  // Real server: unknown which codes it has for fields of the provider, assumed from their texts.
  if (userInfoEditableBy === "provider") {
    if (changes.username !== undefined) throw new ApiProblem("NoUsernameChange");
    if (details) throw new ApiProblem("ImmutableUserField");
  }
  const restricted = userInfoEditableBy === "admin" && !isAdministrator(caller);
  if (restricted && (details || changes.username !== undefined)) throw new ApiProblem("PermissionDenied");
  checkDetails(state, changes);
  if (changes.username !== undefined) checkUsername(state, changes.username);
}

/** Names of pages of Connect itself, in lowercase: as usernames and as the first part of vanity URLs they would be ambiguous. */
export const RESERVED_NAMES: readonly string[] = [
  "connect",
  "apps",
  "users",
  "groups",
  "setpassword",
  "user-completion",
  "confirm",
  "recent",
  "reports",
  "plots",
  "unpublished",
  "settings",
  "metrics",
  "tokens",
  "help",
  "login",
  "welcome",
  "register",
  "resetpassword",
  "content",
];

const MAXIMUM_FIELD_LENGTH = 255;

function checkUsername(state: FakeState, username: string): void {
  // Real server: the rule is unknown. Assumed at most 255 letters of any script, digits and a few marks.
  if (!/^[\p{L}\p{M}\p{N}._@+-]+$/u.test(username) || username.length > MAXIMUM_FIELD_LENGTH) {
    throw new ApiProblem("InvalidUserName");
  }
  if (RESERVED_NAMES.includes(username.toLowerCase())) throw new ApiProblem("ProhibitedUsername");
  if (state.users.byUsername(username) !== undefined) throw new ApiProblem("DuplicateUserName");
}

function checkDetails(
  state: FakeState,
  { email = "", first_name = "", last_name = "" }: Omit<UserChanges, "user_role">,
): void {
  if (!state.version.has("userFieldFormats")) return;
  // Real server: the rules behind these codes are unknown, assumed to refuse only values that are clearly wrong.
  if (email !== "" && (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > MAXIMUM_FIELD_LENGTH)) {
    throw new ApiProblem("InvalidEmailFormat");
  }
  if (!isName(first_name)) throw new ApiProblem("InvalidFirstName");
  if (!isName(last_name)) throw new ApiProblem("InvalidLastName");
}

function isName(name: string): boolean {
  return name.length <= MAXIMUM_FIELD_LENGTH && !/\p{Cc}/u.test(name);
}
