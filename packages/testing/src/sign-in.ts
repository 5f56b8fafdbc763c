/** The people and machines that sign in to a fake, and what their sign-in provider does. */
import type { UserRecord, UserRole } from "@connect-sdk/api";
import { requireContent, requireUser } from "./builders.ts";
import type { ContentReference, UserReference } from "./details.ts";
import { createIdentityToken } from "./operations/identity-tokens.ts";
import { decide, redirectOf } from "./operations/oauth-clients.ts";
import { describeLock, viewUser } from "./operations/users.ts";
import { describeUser, systemActor, type Actor } from "./state/audit-log.ts";
import type { StoredSignIn } from "./state/authorization-store.ts";
import { formatTime } from "./state/clock.ts";
import type { FakeState } from "./state/fake-state.ts";
import { rank, ROLES, type UserEntry } from "./state/user-search/user-entry.ts";
import { InvalidInput, validate, withoutUndefined } from "./validate.ts";

/** Options of a sign-in. */
export interface SignInOptions {
  /** Names of the groups that the provider says the user is in; by default, the user's groups on the server. */
  groups?: readonly string[];
}

/** A change that the sign-in provider makes to a user, as with SCIM. */
export interface ProviderChange {
  /** `false` locks the user, `true` unlocks. */
  active?: boolean;
  /** Names of all groups that the user is in. With `groups: "provisioned"`, missing groups are created. */
  groups?: readonly string[];
  username?: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role?: UserRole;
}

/**
 * Signs a user in: records `user_login`, sets `active_time`, and applies what the provider says about groups and roles.
 *
 * @throws InvalidInput if the user does not exist, is locked, or is one more than the license covers.
 */
export function signIn(state: FakeState, who: UserReference, options: SignInOptions = {}): UserRecord {
  validate("SignInOptions", options);
  const user = requireUser(state, who);
  const { username, locked } = user.record;
  if (locked) throw new InvalidInput(`${username} is locked and cannot sign in`);
  if (!state.users.isActive(user)) requireSeat(state, user);
  const provider = systemActor("Sign-in provider");
  if (state.options.groups === "provider" && options.groups !== undefined) {
    setMemberships(state, user, options.groups, provider);
  }
  if (state.options.roleMapping !== undefined) applyRoleMapping(state, user, options.groups, provider);
  state.users.change(user, { active_time: state.clock.timestamp });
  state.audit.recordSignIn(user);
  return viewUser(state, user, undefined);
}

/**
 * Changes a user as the sign-in provider does, even if the provider does not own the fields on the server.
 *
 * @throws InvalidInput if the user does not exist, the username is taken, or the license does not cover an unlock.
 */
export function changeByProvider(state: FakeState, who: UserReference, change: ProviderChange): UserRecord {
  validate("ProviderChange", withoutUndefined(change));
  const user = requireUser(state, who);
  const actor = systemActor("SCIM");
  const { active, groups, ...details } = change;
  if (details.username !== undefined) checkUsername(state, user, details.username);
  if (active === true && user.record.locked && state.users.isActive(user)) requireSeat(state, user);
  if (groups !== undefined) {
    if (state.options.groups === "provisioned") addMissingGroups(state, groups, actor);
    setMemberships(state, user, groups, actor);
  }
  if (Object.keys(details).length > 0) changeDetails(state, user, details, actor);
  if (active !== undefined && active === user.record.locked) {
    state.setLocked(user, !active);
    state.audit.record(actor, "update_lock_user", describeLock(state, user));
  }
  return viewUser(state, user, undefined);
}

/** A sign-in of a program that waits until a user approves it. */
export interface PendingSignIn {
  readonly id: string;
  /** `"browser"` ends with a redirect; `"device"` is a program that polls. */
  readonly kind: "browser" | "device";
  readonly client_id: string;
  readonly client_name: string | null;
  /** The code that the program shows to its user; null in a browser. */
  readonly user_code: string | null;
  /** Where the browser is sent afterwards; null for a device. */
  readonly redirect_uri: string | null;
  readonly created_time: string;
  readonly expires_at: string;
}

/** Returns the sign-ins that wait for approval, oldest first. */
export function pendingSignIns({ authorizations }: FakeState): readonly PendingSignIn[] {
  return Object.freeze(
    authorizations.pending().map((signIn) =>
      Object.freeze<PendingSignIn>({
        id: String(signIn.id),
        kind: signIn.kind,
        client_id: signIn.client_id,
        client_name: authorizations.client(signIn.client_id)?.client_name ?? null,
        user_code: signIn.kind === "device" ? signIn.user_code : null,
        redirect_uri: signIn.kind === "browser" ? signIn.redirect_uri : null,
        created_time: signIn.created_time,
        expires_at: formatTime(signIn.expires),
      }),
    ),
  );
}

/**
 * Approves a sign-in as a user, who signs in for it.
 *
 * @returns the address that the browser is sent to; null for a device.
 * @throws InvalidInput if no such sign-in waits, or the user does not exist or cannot sign in.
 */
export function approveSignIn(state: FakeState, id: string, who: UserReference): string | null {
  const waiting = requirePending(state, id);
  const { guid } = signIn(state, who);
  decide(state, waiting, guid);
  return waiting.kind === "browser" ? redirectOf(state, waiting) : null;
}

/**
 * Refuses a sign-in.
 *
 * @returns the address that the browser is sent to; null for a device.
 * @throws InvalidInput if no such sign-in waits.
 */
export function denySignIn(state: FakeState, id: string): string | null {
  const waiting = requirePending(state, id);
  decide(state, waiting, null);
  return waiting.kind === "browser" ? redirectOf(state, waiting) : null;
}

/** The tokens of a user who has signed in to a program. */
export interface UserTokens {
  readonly client_id: string;
  readonly access_token: string;
  readonly refresh_token: string;
  /** When the access token expires. */
  readonly expires_at: string;
}

/** The program that tests sign in to. Its id is no hash, so that it never is that of a program that registers. */
const TEST_CLIENT = { client_id: "fake-connect", client_name: "fake", redirect_uris: ["http://127.0.0.1/callback"] };

/**
 * Signs a user in to a program of the fake's own.
 *
 * @throws InvalidInput if the user does not exist or cannot sign in.
 */
export function tokensFor(state: FakeState, who: UserReference): UserTokens {
  const { guid } = signIn(state, who);
  const { authorizations, clock, ids, options } = state;
  const { client_id } = TEST_CLIENT;
  if (authorizations.client(client_id) === undefined) {
    const id = ids.next("oauthClient");
    authorizations.putClient({ id, ...TEST_CLIENT, created_at: clock.timestamp, last_used_at: clock.timestamp });
  }
  const { access_token, refresh_token } = authorizations.issue(client_id, guid);
  const expires_at = clock.timestampAfter(options.oauth.tokenLifetime * 1000);
  return { client_id, access_token, refresh_token, expires_at };
}

function requirePending({ authorizations }: FakeState, id: string): StoredSignIn {
  validate("SignInRefusal", { id });
  const waiting = authorizations.pending().find((each) => String(each.id) === id);
  if (waiting !== undefined) return waiting;
  throw new InvalidInput(`no sign-in ${JSON.stringify(id)} waits for approval`);
}

/** A machine that may act on one content item. */
export interface PrincipalDetails {
  content: ContentReference;
  name?: string;
  /** The issuer of its identity tokens; by default that of GitHub Actions. */
  issuer?: string;
  /** Who the tokens are for; `"connect"` by default. */
  audience?: string;
  /** Claims that a token must have, such as `{ repository: "acme/report" }`; none by default. */
  claims?: Readonly<Record<string, string>>;
  /** What it may do with the content; `"editor"`, which includes deploying, by default. */
  app_role?: "viewer" | "editor";
}

/** Fields of an identity token. */
export interface IdentityTokenDetails {
  /** The issuer; by default that of GitHub Actions. */
  issuer?: string;
  /** Who the token is for; `"connect"` by default. */
  audience?: string;
  claims?: Readonly<Record<string, string>>;
  /** When the token expires; five minutes from now by default. */
  expires_at?: string;
  /** Gives the token a wrong signature. Off by default. */
  forged?: boolean;
}

const ISSUER = "https://token.actions.githubusercontent.com";
const AUDIENCE = "connect";

/**
 * Adds a service principal. Returns its guid.
 *
 * @throws InvalidInput if a field is invalid, or the content does not exist.
 */
export function addPrincipal(state: FakeState, details: PrincipalDetails): string {
  validate("PrincipalDetails", details);
  const number = state.ids.next("principal");
  const {
    name = `principal-${number}`,
    issuer = ISSUER,
    audience = AUDIENCE,
    claims = {},
    app_role = "editor",
  } = details;
  const content_guid = requireContent(state, details.content).guid;
  const guid = state.ids.guid("principal", number);
  state.authorizations.putPrincipal({ guid, name, issuer, audience, claims: { ...claims }, content_guid, app_role });
  return guid;
}

/** Minutes for which identity tokens are valid, as those of GitHub. */
const IDENTITY_TOKEN_MINUTES = 5;

/**
 * Creates an identity token.
 *
 * @throws InvalidInput if a field is invalid.
 */
export async function identityToken(state: FakeState, details: IdentityTokenDetails): Promise<string> {
  validate("IdentityTokenDetails", details);
  const { issuer = ISSUER, audience = AUDIENCE, claims = {}, expires_at, forged = false } = details;
  const now = state.clock.milliseconds;
  const expires = expires_at === undefined ? now + IDENTITY_TOKEN_MINUTES * 60_000 : Date.parse(expires_at);
  const [iat, exp] = [now, expires].map((time) => Math.floor(time / 1000));
  return createIdentityToken(state, { ...claims, iss: issuer, aud: audience, iat, exp }, forged);
}

function requireSeat({ options, users }: FakeState, { record }: UserEntry): void {
  const { licensedUsers } = options;
  if (licensedUsers === undefined || users.count(undefined, ["licensed"]) < licensedUsers) return;
  throw new InvalidInput(`the license covers ${licensedUsers} users, and ${record.username} would be one more`);
}

function checkUsername({ users }: FakeState, user: UserEntry, username: string): void {
  const existing = users.byUsername(username);
  if (existing === undefined || existing === user) return;
  throw new InvalidInput(`a user with the username ${JSON.stringify(username)} already exists`);
}

function changeDetails(state: FakeState, user: UserEntry, details: Partial<UserRecord>, actor: Actor): void {
  state.users.change(user, { ...details, updated_time: state.clock.timestamp });
  state.audit.record(actor, "edit_user", `Updated user ${describeUser(user)}`);
}

/** Gives a user the highest role that one of the groups is mapped to, or else the default role. */
function applyRoleMapping(state: FakeState, user: UserEntry, names: readonly string[] | undefined, actor: Actor): void {
  const groups = names ?? Array.from(state.groups.ofUser(user.record.guid), ({ name }) => name);
  const { roleMapping = {}, settings } = state.options;
  const mapped = ROLES.filter((role) => roleMapping[role]?.some((name) => groups.includes(name)));
  const user_role = mapped.sort((a, b) => rank(b) - rank(a))[0] ?? settings.defaultUserRole;
  // Real server: unknown whether it would demote the last administrator, assumed yes.
  if (user_role !== user.record.user_role) changeDetails(state, user, { user_role }, actor);
}

function addMissingGroups(state: FakeState, names: readonly string[], actor: Actor): void {
  for (const name of names) {
    if (state.groups.byName(name) !== undefined) continue;
    const { guid } = state.nextGuid("group");
    state.groups.add({ guid, name, ownerGuid: null, gid: null, uniqueId: null, members: [] });
    state.audit.record(actor, "add_group", `Added group ${name}`);
  }
}

/** Makes a user a member of exactly these groups. Groups that the server does not have are ignored. */
function setMemberships(state: FakeState, user: UserEntry, names: readonly string[], actor: Actor): void {
  const { guid } = user.record;
  for (const group of [...state.groups.ofUser(guid)]) {
    if (names.includes(group.name)) continue;
    state.groups.leave(group, guid);
    state.audit.record(actor, "remove_group_member", `Removed from group ${group.name}: ${describeUser(user)}`);
  }
  for (const group of names.flatMap((name) => state.groups.byName(name) ?? [])) {
    if (group.members.has(guid)) continue;
    state.groups.join(group, guid);
    state.audit.record(actor, "add_group_member", `Added to group ${group.name}: ${describeUser(user)}`);
  }
}
