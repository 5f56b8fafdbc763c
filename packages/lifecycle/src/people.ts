/** Finds the users that a plan is about, and refuses those that a plan must not change. */
import { NotFoundError, USER_ROLES, type UserRecord, type UserRole } from "@connect-sdk/api";
import { forEachParallel, isGuid, isObject, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, InvalidArgumentError, type User } from "@connect-sdk/users";
import type { Refusal } from "./errors.ts";

/** A guid, a username (case matters), an e-mail address that only one user has, or a `User`. */
export type Person = string | User;

/** The rule of a person for `checkInput`. */
export const PERSON = "string|object";

/**
 * Finds the current user for a guid, username, e-mail address or `User`.
 *
 * @throws NotFoundError if there is no such user; it names a username that differs only in case.
 * @throws AmbiguousUserError if several users have the e-mail address.
 */
export async function findPerson({ users }: Connection, person: Person, options: CallOptions): Promise<User> {
  if (typeof person !== "string") return users.get(guidOf(person), options);
  try {
    return await users.lookup(person, options);
  } catch (error) {
    if (!(error instanceof NotFoundError) || isGuid(person) || person.includes("@")) throw error;
    for await (const { username } of users.find({ prefix: person }, options)) {
      if (isSameName(username, person)) throw withSimilar(error, person, username);
    }
    throw error;
  }
}

/** Users by the reference that names them. */
export interface FoundPeople {
  readonly userOf: (person: Person) => User;
  /** Number of users of the server, if they were listed. */
  readonly total: number | undefined;
}

/** Finds many people: one by one, or with one list of all users, whichever takes fewer requests. */
export async function findPeople(
  connection: Connection,
  people: readonly Person[],
  options: CallOptions,
): Promise<FoundPeople> {
  const { users } = connection;
  const references = new Set(people.map(referenceOf));
  const found = new Map<string, User>();
  let total: number | undefined;
  if (references.size > FEW) {
    total = 0;
    const index = new Map<string, User | "ambiguous">();
    const wanted = new Set([...references].flatMap((each) => [each, normalizeGuid(each), emailKey(each)]));
    for await (const user of users.find({}, options)) {
      total++;
      for (const key of [user.username, normalizeGuid(user.guid)]) if (wanted.has(key)) index.set(key, user);
      const email = emailKey(user.email);
      if (email !== "@" && wanted.has(email)) index.set(email, index.has(email) ? "ambiguous" : user);
    }
    for (const reference of references) {
      const user = index.get(reference) ?? index.get(normalizeGuid(reference)) ?? index.get(emailKey(reference));
      if (user !== undefined && user !== "ambiguous") found.set(reference, user);
    }
  }
  // The others are looked up, so that the error is the same for one and for many.
  const missing = [...references].filter((reference) => !found.has(reference));
  const unknown: { readonly reference: string; readonly error: NotFoundError }[] = [];
  await forEachParallel(missing, CONCURRENCY, async (reference) => {
    try {
      found.set(reference, await findPerson(connection, reference, options));
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      unknown.push({ reference, error });
    }
  });
  const [first] = unknown;
  if (first !== undefined) throw unknown.length === 1 ? first.error : allUnknown(first.error, unknown);
  const userOf = (person: Person): User => {
    const user = found.get(referenceOf(person));
    if (user === undefined) throw new TypeError("A person that was not looked up.");
    return user;
  };
  return { userOf, total };
}

/** Above this number, a list of all users is read instead. */
const FEW = 10;

/** Number of requests in progress at the same time while planning. */
export const CONCURRENCY = 6;

/** Addresses are compared without case, and never equal a username or guid of this index. */
function emailKey(email: string): string {
  return email.includes("@") ? email.toLowerCase() : "@";
}

/** Returns what a saved plan keeps of a person. */
export function referenceOf(person: Person): string {
  return typeof person === "string" ? person : guidOf(person);
}

function guidOf(person: unknown): string {
  const guid = isObject(person) ? person["guid"] : undefined;
  if (typeof guid === "string") return guid;
  throw new InvalidArgumentError("A person is an object without a guid. Nothing was sent.", {
    argument: "person",
    fix: "Pass a guid, a username, an e-mail address, or a user as it was found.",
  });
}

/** Returns whether two usernames are equal but for case. Connect treats them as different users. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Returns an error that names all users that are missing, so that a file has to be corrected once. */
function allUnknown(
  { status, method, url }: NotFoundError,
  unknown: readonly { readonly reference: string; readonly error: NotFoundError }[],
): NotFoundError {
  const names = unknown.map(({ reference }) => `"${printable(reference)}"`);
  const shown = [...names.slice(0, 20), ...(names.length > 20 ? ["…"] : [])].join(", ");
  const fix = "Check the spelling. Usernames are case-sensitive.";
  return new NotFoundError(`${names.length} users do not exist: ${shown}.`, { fix, status, method, url });
}

function withSimilar(error: NotFoundError, person: string, similar: string): NotFoundError {
  const { status, method, url } = error;
  return new NotFoundError(`There is no user "${printable(person)}", but there is "${printable(similar)}".`, {
    fix: "Usernames are case-sensitive: write it as the server does.",
    status,
    method,
    url,
  });
}

/** Returns whether a role has fewer permissions than another one. */
export function isLowerRole(role: UserRole, than: UserRole): boolean {
  // The list goes from the most to the least powerful.
  return USER_ROLES.indexOf(role) > USER_ROLES.indexOf(than);
}

/** Returns the role with more permissions. */
export function higherRole(a: UserRole, b: UserRole): UserRole {
  return isLowerRole(a, b) ? b : a;
}

/** Refuses to take something away from the caller. */
export function refuseOwnAccount(me: User | undefined, user: User, consequence: string): Refusal | undefined {
  if (me === undefined || !isSameGuid(me.guid, user.guid)) return undefined;
  return {
    guard: "own-account",
    reason: `${printable(user.username)} is your own account, and ${consequence}`,
    fix: "Ask another administrator to do it, or pass `force: true`.",
  };
}

/** Refuses to leave the server without an unlocked administrator. Reads the administrators only if one of the users is one. */
export async function refuseLastAdministrator(
  { users }: Connection,
  losers: readonly Pick<UserRecord, "guid" | "user_role" | "locked">[],
  options: CallOptions,
): Promise<Refusal | undefined> {
  const guids = new Set(losers.map(({ guid }) => normalizeGuid(guid)));
  if (!losers.some(({ user_role, locked }) => user_role === "administrator" && !locked)) return undefined;
  for await (const { guid, locked } of users.find({ user_role: "administrator" }, options)) {
    if (!locked && !guids.has(normalizeGuid(guid))) return undefined;
  }
  return {
    guard: "last-administrator",
    reason: "it would leave no unlocked administrator",
    // Promotions of the same plan do not count: they could fail.
    fix: "Promote another user to administrator first, in a separate run.",
  };
}

/** Refuses a successor that cannot own content. */
export function refuseSuccessor(from: User, to: User): Refusal | undefined {
  const name = printable(to.username);
  const refuse = (reason: string, fix: string): Refusal => ({ guard: "successor", reason, fix });
  if (isSameGuid(from.guid, to.guid)) {
    return refuse(`${name} cannot take over from the same account`, "Choose another successor.");
  }
  // Real server: unknown, assumed that a locked account can become the owner, which helps nobody.
  if (to.locked) return refuse(`the successor ${name} is locked`, `Unlock ${name} first, or choose another successor.`);
  if (to.user_role !== "viewer") return undefined;
  return refuse(
    `the successor ${name} is a viewer and cannot own content`,
    `Make ${name} a publisher first, or choose another successor.`,
  );
}
