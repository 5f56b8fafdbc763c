/** Accounts that may belong to one person: `findDuplicates`. */
import { checkInput } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { checkConnection } from "./arguments.ts";
import { foldUsername } from "./look-alikes.ts";

/** Accounts that may belong to one person. */
export interface Duplicates {
  /** What they have in common. */
  readonly reasons: readonly DuplicateReason[];
  /** The account that looks like the one in use. */
  readonly into: User;
  /** The others, which look stale. */
  readonly from: readonly User[];
}

/**
 * - `email`: the same e-mail address, but for case. Addresses are not unique in Connect, so it is no proof.
 * - `username`: the same username but for case, a domain (`@example.com`, `EXAMPLE\`), the way it is encoded, or letters of another
 *   alphabet that look the same.
 */
export type DuplicateReason = "email" | "username";

/**
 * Finds accounts that may belong to one person, and suggests which one to keep. Changes nothing: look at them, then merge them with
 * `planMerge(connection, { from, into })`.
 *
 * Real server: which account is stale is a guess. The one in use is not locked, has an id of the sign-in provider, was active later,
 * and was created later, in this order.
 *
 * `GET /v1/users`
 *
 * @throws InvalidArgumentError for an unknown option.
 */
export async function findDuplicates(connection: Connection, options: CallOptions = {}): Promise<Duplicates[]> {
  const { signal } = checkInput("options", options, "signal:signal");
  checkConnection(connection);
  const groups = new Groups();
  for await (const user of connection.users.find({}, { signal })) {
    const email = user.email.trim().toLowerCase();
    if (email !== "") groups.add(user, "email", email);
    groups.add(user, "username", foldPerson(user.username));
  }
  return groups
    .list()
    .map(({ users, reasons }) => {
      const [into, ...from] = users.toSorted(compareUse);
      return into === undefined ? [] : [{ reasons, into, from }];
    })
    .flat();
}

/** Returns what the usernames of one person have in common, even without a domain. */
function foldPerson(username: string): string {
  return foldUsername(username)
    .replace(/^[^\\]+\\(?=.)/, "")
    .replace(/(?<=.)@.*$/, "");
}

/** Orders accounts, the one in use first. */
function compareUse(a: User, b: User): number {
  const uses = [a, b].map(({ locked, external_id, active_time, created_time }) => [
    locked ? 0 : 1,
    external_id === undefined || external_id === "" ? 0 : 1,
    active_time === null ? 0 : Date.parse(active_time),
    Date.parse(created_time),
  ]);
  const [left = [], right = []] = uses;
  for (const [index, use] of left.entries()) {
    const difference = (right[index] ?? 0) - use;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Accounts that share a key with each other, directly or through a third one. */
class Groups {
  readonly #groups = new Set<Group>();
  readonly #byKey = new Map<string, Group>();
  readonly #byUser = new Map<User, Group>();

  add(user: User, reason: DuplicateReason, key: string): void {
    const own = this.#byUser.get(user) ?? this.#create(user);
    const name = `${reason}:${key}`;
    const other = this.#byKey.get(name);
    if (other !== undefined) own.reasons.add(reason);
    const joined = other === undefined || other === own ? own : this.#join(own, other);
    this.#byKey.set(name, joined);
    joined.keys.push(name);
  }

  list(): { users: User[]; reasons: DuplicateReason[] }[] {
    return [...this.#groups]
      .filter(({ users }) => users.length > 1)
      .map(({ users, reasons }) => ({ users, reasons: [...reasons].sort() }));
  }

  #create(user: User): Group {
    const group: Group = { users: [user], keys: [], reasons: new Set() };
    this.#groups.add(group);
    this.#byUser.set(user, group);
    return group;
  }

  #join(one: Group, other: Group): Group {
    // The smaller group moves, so that one address for everybody does not take quadratic time.
    const [into, from] = one.users.length > other.users.length ? [one, other] : [other, one];
    for (const reason of from.reasons) into.reasons.add(reason);
    for (const user of from.users) {
      into.users.push(user);
      this.#byUser.set(user, into);
    }
    for (const key of from.keys) {
      into.keys.push(key);
      this.#byKey.set(key, into);
    }
    this.#groups.delete(from);
    return into;
  }
}

interface Group {
  readonly users: User[];
  readonly keys: string[];
  readonly reasons: Set<DuplicateReason>;
}
