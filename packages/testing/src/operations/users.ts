import type { UserRecord, UserRole } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import {
  type BodyOf,
  type Caller,
  type HandlerMap,
  type InputOf,
  type ReadyJson,
  callerOf,
  isAdministrator,
} from "./operation.ts";
import type { FakeState } from "../state/fake-state.ts";
import { type UserEntry, jsonOf, rank } from "../state/user-search/user-entry.ts";
import type { UserSelection } from "../state/user-search/user-store.ts";

/** Users: find, create, change, lock. */
export const userHandlers = {
  getUsers(state, { query }, call) {
    const caller = callerOf(call);
    if (
      query.account_status !== undefined &&
      !isAdministrator(caller) &&
      !state.version.has("statusFilterForEveryone")
    ) {
      throw new ApiProblem("PermissionDenied", "Only administrators can filter by account status.");
    }
    if (call.wantsCsv && state.version.has("userCsv")) return { status: 200, csv: listAsCsv(state, query, caller) };
    const { page_number: page, page_size: size } = query;
    const { users, total } = select(state, query, caller, (page - 1) * size, size);
    return showUsers(state, users, caller, { page, total });
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
    return { status: 200, body: viewUser(state, user, caller) };
  },

  updateUser(state, { path, body }, call) {
    const caller = callerOf(call);
    const user = findUser(state, path.guid, caller);
    if (!isAdministrator(caller) && user !== caller.user) throw new ApiProblem("PermissionDenied");
    // Clients may send what they do not mean to change: only what differs has to be permitted.
    const changes: Changes = Object.fromEntries(
      EDITABLE.flatMap((field) =>
        body[field] === undefined || body[field] === user.record[field] ? [] : [[field, body[field]]],
      ),
    );
    checkRole(state, user, changes, caller);
    checkFields(state, changes, caller);
    if (body.email === "" && state.options.provider === "password") throw new ApiProblem("UserBlankEmail");
    if (Object.keys(changes).length > 0) state.users.change(user, { ...changes, updated_time: state.clock.timestamp });
    const { email, username, first_name, last_name, user_role, updated_time } = user.record;
    return { status: 200, body: { email, username, first_name, last_name, user_role, updated_time } };
  },

  getCurrentUser(state, _input, call) {
    const caller = callerOf(call);
    return showUser(state, caller.user, caller);
  },

  getUser(state, { path }, call) {
    const caller = callerOf(call);
    return showUser(state, findUser(state, path.guid, caller), caller);
  },

  /** Everyone with the role may lock anyone, themselves included; a state that is there already is no error. */
  lockUser(state, { path, body }, call) {
    const user = findUser(state, path.guid, callerOf(call));
    const { licensedUsers } = state.options;
    // Real server: the code is unknown, assumed from its text. Someone who is not active does not count.
    if (user.record.locked && !body.locked && licensedUsers !== undefined && state.users.isActive(user)) {
      if (state.users.count(undefined, ["licensed"]) >= licensedUsers) throw new ApiProblem("UserLicenseExceeded");
    }
    if (user.record.locked !== body.locked) state.users.change(user, { locked: body.locked });
    return { status: 200 };
  },
} satisfies HandlerMap<"getCurrentUser" | "getUsers" | "createPushUser" | "getUser" | "updateUser" | "lockUser">;

type Query = InputOf<"getUsers">["query"];

function listAsCsv(state: FakeState, query: Query, caller: Caller): string {
  // Real server: unknown what others are told, assumed that they may not do this.
  if (!isAdministrator(caller)) throw new ApiProblem("PermissionDenied", "Only administrators can get users as CSV.");
  const { users } = select(state, query, caller, 0, Infinity);
  return writeCsv(CSV_COLUMNS, viewUsers(state, users, caller));
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

function select(state: FakeState, query: Query, caller: Caller, offset: number, limit: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses, asc_order: ascending, sort } = query;
  const selection = { roles, statuses, sort, ascending, offset, limit };
  if (seesOnlySelf(state, caller)) return selectSelf(state, query, caller, offset);
  if (prefix === undefined) return state.users.find(selection);
  const found = state.users.search({
    ...selection,
    prefix,
    providerKeyPrefix: state.version.has("providerKeyPrefix"),
    offset: 0,
  });
  // A search has no second page: whatever did not fit is not reached.
  return offset === 0 ? found : { users: [], total: found.total };
}

function selectSelf(state: FakeState, query: Query, { user }: Caller, offset: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses } = query;
  const start = prefix?.toLowerCase() ?? "";
  const matches =
    [user.username, user.firstName, user.lastName].some((field) => field.startsWith(start)) &&
    (roles?.includes(user.record.user_role) ?? true) &&
    (statuses?.includes(state.users.statusOf(user)) ?? true);
  return { users: matches && offset === 0 ? [user] : [], total: matches ? 1 : 0 };
}

type Details = BodyOf<"createPushUser">;

interface NewUser {
  username: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role: UserRole;
}

/** Puts a user into the state who has just been created and was never active. */
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
    // Only password authentication has people confirm their address.
    confirmed: confirmed || state.options.provider !== "password",
    locked: false,
    guid: state.ids.guid("user", state.ids.next("user")),
  };
  return state.users.add(record, externalId);
}

function checkPasswordChoice({ password = "", user_must_set_password: later = false }: Details, first: boolean): void {
  if (first && password === "") throw new ApiProblem("InitialUserGeneratePassword");
  // Real server: the codes for both and for neither are unknown.
  if (later && password !== "") {
    throw new ApiProblem("InvalidParameter", "Send either password or user_must_set_password, not both.");
  }
  if (!later && password === "") {
    throw new ApiProblem("ParameterMissing", "password is required unless user_must_set_password is true.");
  }
  if (password !== "") checkPassword(password);
}

/** The id at the sign-in provider, where there is one. Older servers call it `unique_id`. */
function readExternalId(state: FakeState, body: Details): string | undefined {
  const { provider, settings } = state.options;
  if (provider === "password" || provider === "pam") return undefined;
  const id = body.external_id ?? formerExternalId(body) ?? "";
  const required = provider === "saml" || provider === "oauth2" || settings.proxyUniqueId;
  if (id === "") {
    if (required) throw new ApiProblem("UserBlankProviderKey");
    return undefined;
  }
  if (state.users.byExternalId(id) !== undefined) throw new ApiProblem("DuplicateUserKey");
  return id;
}

function formerExternalId(body: object): string | undefined {
  return "unique_id" in body && typeof body.unique_id === "string" ? body.unique_id : undefined;
}

type Changes = Partial<Pick<UserRecord, (typeof EDITABLE)[number]>>;

const EDITABLE = ["email", "username", "first_name", "last_name", "user_role"] as const;

function checkRole(state: FakeState, user: UserEntry, { user_role: role }: Changes, caller: Caller): void {
  if (role === undefined) return;
  const { user_role: current } = user.record;
  // Real server: the code is unknown, assumed from its text. Nobody can raise themselves, not even with a weaker key.
  if (user === caller.user && rank(role) > rank(current)) throw new ApiProblem("InvalidRoleAssignment");
  // Real server: unknown whether a locked administrator counts as remaining, assumed yes.
  if (current === "administrator" && state.users.count(["administrator"]) === 1)
    throw new ApiProblem("SoleAdminDemotion");
}

function checkFields(state: FakeState, changes: Changes, caller: Caller): void {
  const { provider, settings } = state.options;
  const details = [changes.email, changes.first_name, changes.last_name].some((value) => value !== undefined);
  // Real server: unknown which provider lets which field be changed; assumed that directories keep what they supply.
  if (changes.username !== undefined && DIRECTORIES.has(provider)) throw new ApiProblem("NoUsernameChange");
  if (details && DIRECTORIES.has(provider)) throw new ApiProblem("ImmutableUserField");
  if (
    (details || changes.username !== undefined) &&
    settings.userInfoEditableBy === "admin" &&
    !isAdministrator(caller)
  ) {
    throw new ApiProblem("PermissionDenied");
  }
  checkDetails(state, changes);
  if (changes.username !== undefined) checkUsername(state, changes.username);
}

const DIRECTORIES: ReadonlySet<string> = new Set(["ldap", "oauth2-google"]);

/** Usernames that would be mistaken for a part of the dashboard's addresses. */
export const PROHIBITED_USERNAMES: readonly string[] = [
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

const SHORTEST_PASSWORD = 6;
const LONGEST_FIELD = 255;

/** Throws an `ApiProblem` for a username that cannot be given to anyone. */
export function checkUsername(state: FakeState, username: string): void {
  // Real server: the rule is unknown. Assumed letters of any script, digits and a few marks, and at most 255 of them.
  if (!/^[\p{L}\p{M}\p{N}._@+-]+$/u.test(username) || username.length > LONGEST_FIELD)
    throw new ApiProblem("InvalidUserName");
  if (PROHIBITED_USERNAMES.includes(username.toLowerCase())) throw new ApiProblem("ProhibitedUsername");
  if (state.users.byUsername(username) !== undefined) throw new ApiProblem("DuplicateUserName");
}

/** Throws an `ApiProblem` for a password that is too weak. */
export function checkPassword(password: string): void {
  // Real server: also rates the password (`Password.MinimumScore`); the fake only counts.
  if (password.length < SHORTEST_PASSWORD) throw new ApiProblem("InadequatePassword");
}

interface PersonalDetails {
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
}

/** Throws an `ApiProblem` for an e-mail address or name that a server of this version does not accept. */
export function checkDetails(state: FakeState, { email = "", first_name = "", last_name = "" }: PersonalDetails): void {
  if (!state.version.has("userFieldFormats")) return;
  // Real server: the rules behind these codes are unknown, assumed what hardly anyone would want to send.
  if (email !== "" && (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > LONGEST_FIELD))
    throw new ApiProblem("InvalidEmailFormat");
  if (!isName(first_name)) throw new ApiProblem("InvalidFirstName");
  if (!isName(last_name)) throw new ApiProblem("InvalidLastName");
}

function isName(name: string): boolean {
  return name.length <= LONGEST_FIELD && !/\p{Cc}/u.test(name);
}

/** The user with a guid, as far as the caller can know of them; otherwise the `ApiProblem` that there is none. */
export function findUser(state: FakeState, guid: string, caller: Caller): UserEntry {
  const user = state.users.get(guid);
  if (user === undefined || (seesOnlySelf(state, caller) && user !== caller.user)) {
    throw new ApiProblem("ObjectDoesNotExist", "There is no such user.");
  }
  return user;
}

/** Whether all other users are hidden from the caller. */
export function seesOnlySelf(state: FakeState, caller: Caller): boolean {
  return state.options.settings.viewersSeeOnlyThemselves && caller.role === "viewer";
}

/** A user's record as the caller may see it. */
export function viewUser(state: FakeState, user: UserEntry, caller: Caller | undefined): UserRecord {
  const { record, externalId } = user;
  const insider = caller === undefined || isAdministrator(caller) || caller.user === user;
  if (insider && externalId !== undefined && state.version.has("externalId")) {
    return { ...record, external_id: externalId };
  }
  // Real server: unknown whether a hidden address is empty or absent, assumed empty.
  return !insider && state.options.settings.hideEmails ? { ...record, email: "" } : record;
}

/** Many of them. */
export function viewUsers(state: FakeState, users: readonly UserEntry[], caller: Caller): UserRecord[] {
  return users.map((user) => viewUser(state, user, caller));
}

/** What is answered with a user. */
export function showUser(
  state: FakeState,
  user: UserEntry,
  caller: Caller,
): { status: 200; body: UserRecord; json: string } {
  const body = viewUser(state, user, caller);
  return { status: 200, body, json: jsonOf(user, body) };
}

/** Which part of a list is shown. */
interface Part {
  readonly page: number;
  readonly total: number;
}

/** What is answered with a page of users. */
export function showUsers(
  state: FakeState,
  users: readonly UserEntry[],
  caller: Caller,
  { page, total }: Part,
): { status: 200; body: { results: UserRecord[]; current_page: number; total: number }; json?: ReadyJson } {
  const results = viewUsers(state, users, caller);
  const reply = { status: 200, body: { results, current_page: page, total } } as const;
  // Whoever sees less than there is, or more, gets JSON of their own.
  if (users.some((user, index) => results[index] !== user.record)) return reply;
  const after = `],"current_page":${page},"total":${total}}`;
  return { ...reply, json: state.users.listBytes('{"results":[', users, after) };
}

type Cell = string | number | boolean | null | undefined;

/** Writes rows as CSV by RFC 4180: a header line, CRLF, quotes where they are needed. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => writeCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function writeCell(value: Cell): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
