import type { AccountStatus, UserRole } from "@connect-sdk/api";

/** A user, as far as Connect's rules are about them. */
export interface ModelUser {
  readonly guid: string;
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  user_role: UserRole;
  locked: boolean;
  /** The day on which they were last active; null if never. */
  activeDay: number | null;
}

/** An API key. */
export interface ModelKey {
  readonly secret: string;
  /** Unknown for the keys that the sequence begins with. */
  readonly id: string | undefined;
  readonly owner: ModelUser;
  readonly user_role: UserRole;
  deleted: boolean;
}

export interface ModelGroup {
  readonly guid: string;
  readonly name: string;
  readonly owner: ModelUser;
  readonly members: Set<ModelUser>;
}

export interface ModelContent {
  readonly guid: string;
  readonly owner: ModelUser;
}

/** How the server is configured. */
export interface ModelSettings {
  readonly viewersSeeOnlyThemselves: boolean;
  readonly hideEmails: boolean;
  readonly publishersCanOwnGroups: boolean;
  /** How many active users the licence covers; undefined for no limit. */
  readonly licence: number | undefined;
}

/** Days without activity after which a user no longer counts for the licence. */
const ACTIVITY_DAYS = 365;

const RANK: Readonly<Record<UserRole, number>> = { viewer: 0, publisher: 1, administrator: 2 };

/**
 * What a server that is used by a few people looks like after each of their calls. Written from the description of Connect's
 * rules, and on purpose in another way than the fake: plain lists that are searched from end to end.
 */
export class ModelServer {
  readonly settings: ModelSettings;
  readonly users: ModelUser[] = [];
  readonly keys: ModelKey[] = [];
  readonly groups: ModelGroup[] = [];
  readonly content: ModelContent[] = [];
  day = 0;

  constructor(settings: ModelSettings) {
    this.settings = settings;
  }

  /** The role that a key gives: it may be weaker than its user, and it is capped if the user is demoted. */
  roleOf({ user_role, owner }: ModelKey): UserRole {
    return RANK[user_role] < RANK[owner.user_role] ? user_role : owner.user_role;
  }

  /** Whether a key may do what a role may. */
  allows(key: ModelKey, role: UserRole): boolean {
    return RANK[this.roleOf(key)] >= RANK[role];
  }

  statusOf(user: ModelUser): AccountStatus {
    if (user.locked) return "locked";
    return this.isActive(user) ? "licensed" : "inactive";
  }

  isActive({ activeDay }: ModelUser): boolean {
    return activeDay !== null && this.day - activeDay < ACTIVITY_DAYS;
  }

  /** Whom a caller can know of. */
  visibleTo(caller: ModelKey): readonly ModelUser[] {
    const alone = this.settings.viewersSeeOnlyThemselves && this.roleOf(caller) === "viewer";
    return alone ? [caller.owner] : this.users;
  }

  /** The address that a caller gets to see. */
  emailFor(caller: ModelKey, user: ModelUser): string {
    const hidden = this.settings.hideEmails && !this.allows(caller, "administrator") && user !== caller.owner;
    return hidden ? "" : user.email;
  }

  /** Every request with a valid key counts as activity of its user. */
  noteActivity({ owner, deleted }: ModelKey): void {
    if (!deleted && !owner.locked) owner.activeDay = this.day;
  }
}

/** Whether one role may more than another. */
export function isHigher(role: UserRole, than: UserRole): boolean {
  return RANK[role] > RANK[than];
}
