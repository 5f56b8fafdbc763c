import type { AccountStatus, UserRole } from "@connect-sdk/api";
import type { FakeConnect } from "@connect-sdk/testing";
import { expectEqual } from "../expect-equal.ts";

/** The fields of a user that Connect's rules depend on. */
export interface ModelUser {
  /** Empty until the states are compared, if a plan created the account. */
  guid: string;
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  user_role: UserRole;
  locked: boolean;
  /** The day of the last activity. Null if the user was never active. */
  activeDay: number | null;
}

/** An API key. */
export interface ModelKey {
  readonly secret: string;
  /** Undefined for the keys at the start of a sequence. */
  readonly id: string | undefined;
  readonly owner: ModelUser;
  readonly user_role: UserRole;
  deleted: boolean;
}

export interface ModelGroup {
  readonly guid: string;
  readonly name: string;
  owner: ModelUser;
  readonly members: Set<ModelUser>;
}

export interface ModelContent {
  readonly guid: string;
  name: string;
  owner: ModelUser;
  /** The access of others. The owner has none here. */
  readonly access: Map<ModelUser, Access>;
}

/** The access of a user to content. On the wire, a collaborator is called `owner`. */
export type Access = "viewer" | "collaborator";

/** A change of an account that a plan made, as its report has it. */
export interface ModelChange {
  readonly action: "create" | "update" | "lock" | "unlock";
  readonly user: ModelUser;
  readonly fields: Readonly<
    Partial<Record<"first_name" | "user_role", { readonly from: string; readonly to: string }>>
  >;
}

/** The configuration of the server. */
export interface ModelSettings {
  readonly viewersSeeOnlyThemselves: boolean;
  readonly hideEmails: boolean;
  readonly publishersCanOwnGroups: boolean;
  /** The number of active users that the license allows. Undefined for no limit. */
  readonly license: number | undefined;
}

/** Days without activity after which a user no longer counts toward the license. */
const ACTIVITY_DAYS = 365;

const RANK: Readonly<Record<UserRole, number>> = { viewer: 0, publisher: 1, administrator: 2 };

/**
 * The state of a server after each call. Written from the description of Connect's rules, and deliberately in another way than
 * the fake: plain lists that are searched from start to end.
 */
export class ModelServer {
  readonly settings: ModelSettings;
  readonly users: ModelUser[] = [];
  readonly keys: ModelKey[] = [];
  readonly groups: ModelGroup[] = [];
  readonly content: ModelContent[] = [];
  /** What the last import or lock changed. */
  made: readonly ModelChange[] = [];
  day = 0;

  constructor(settings: ModelSettings) {
    this.settings = settings;
  }

  /** Returns the role of a key, which is never higher than the role of its user. */
  roleOf({ user_role, owner }: ModelKey): UserRole {
    return RANK[user_role] < RANK[owner.user_role] ? user_role : owner.user_role;
  }

  /** Returns whether a key has a role or a higher one. */
  allows(key: ModelKey, role: UserRole): boolean {
    return RANK[this.roleOf(key)] >= RANK[role];
  }

  statusOf(user: ModelUser): AccountStatus {
    if (user.locked) return "locked";
    return this.isActive(user) ? "licensed" : "inactive";
  }

  /** Returns whether the license has no seat left for a locked user. */
  isFull(user: ModelUser): boolean {
    const { license = Infinity } = this.settings;
    return this.isActive(user) && this.users.filter((each) => this.statusOf(each) === "licensed").length >= license;
  }

  isActive({ activeDay }: ModelUser): boolean {
    return activeDay !== null && this.day - activeDay < ACTIVITY_DAYS;
  }

  /** Returns the users that a caller can see. */
  visibleTo(caller: ModelKey): readonly ModelUser[] {
    const onlySelf = this.settings.viewersSeeOnlyThemselves && this.roleOf(caller) === "viewer";
    return onlySelf ? [caller.owner] : this.users;
  }

  /** Returns the e-mail address as a caller sees it. */
  emailFor(caller: ModelKey, user: ModelUser): string {
    const hidden = this.settings.hideEmails && !this.allows(caller, "administrator") && user !== caller.owner;
    return hidden ? "" : user.email;
  }

  /** Every request with a valid key counts as activity of its user. */
  noteActivity({ owner, deleted }: ModelKey): void {
    if (!deleted && !owner.locked) owner.activeDay = this.day;
  }
}

/** Returns whether one role is higher than another. */
export function isHigher(role: UserRole, than: UserRole): boolean {
  return RANK[role] > RANK[than];
}

/** @throws WrongResult unless the state of the fake equals that of the model. */
export function compareStates(model: ModelServer, fake: FakeConnect): void {
  for (const user of model.users) {
    if (user.guid === "") user.guid = fake.users.find(({ username }) => username === user.username)?.guid ?? "";
  }
  expectEqual(
    fake.users.map(({ guid, username, email, first_name, last_name, user_role, locked }) => {
      return { guid, username, email, first_name, last_name, user_role, locked };
    }),
    model.users.map(({ guid, username, email, first_name, last_name, user_role, locked }) => {
      return { guid, username, email, first_name, last_name, user_role, locked };
    }),
    "the list of users",
  );
  if (fake.groups.length > 0 || model.groups.length > 0) compareGroups(model, fake);
  expectEqual(
    fake.content.map(({ guid, name, owner_guid }) => [guid, name, owner_guid]),
    model.content.map(({ guid, name, owner }) => [guid, name, owner.guid]),
    "the list of content",
  );
  if (model.content.length > 0) compareAccess(model, fake);
}

function compareGroups(model: ModelServer, fake: FakeConnect): void {
  const members = new Map(fake.snapshot().groups.map((group) => [group.guid, group.members]));
  expectEqual(
    fake.groups.map(({ guid, name, owner_guid }) => [guid, name, owner_guid, (members.get(guid) ?? []).toSorted()]),
    model.groups.map(({ guid, name, owner, members: all }) => [
      guid,
      name,
      owner.guid,
      [...all].map((user) => user.guid).toSorted(),
    ]),
    "the list of groups",
  );
}

function compareAccess(model: ModelServer, fake: FakeConnect): void {
  expectEqual(
    fake
      .snapshot()
      .permissions.map(({ content_guid, principal_guid, role }) => `${content_guid} ${principal_guid} ${role}`)
      .toSorted(),
    model.content
      .flatMap(({ guid, access }) =>
        [...access].map(([user, role]) => `${guid} ${user.guid} ${role === "viewer" ? "viewer" : "owner"}`),
      )
      .toSorted(),
    "the access to content",
  );
}
