import type { PickedMutant } from "./picked.ts";

/** Mistakes in the object model: a guarantee that it would no longer keep. */
export const usersMutants: readonly PickedMutant[] = [
  // User
  { in: "User.lock", rule: "drop", at: ["force"], why: "force does not lock the own account" },
  { in: "User.lock", rule: "remove", at: ["SelfLockError"], why: "the own account is locked without force" },
  { in: "User.update", rule: "remove", at: ["EmptyUpdateError"], why: "an update without changes is sent" },
  { in: "User.#setLocked", rule: "remove", at: ["#assign"], why: "the object does not know that it is locked" },
  { in: "User.#setLocked", rule: "value", at: ["body"], to: "{ locked: true }", why: "unlock() locks" },
  { in: "User.refresh", rule: "remove", at: ["deleteProperty"], why: "a removed field remains after refresh()" },
  { in: "User.toJSON", rule: "omit", at: ["#collisions"], why: "JSON loses a field" },
  { in: "hasUsualFields", rule: "never", at: ["USUAL_FIELDS"], why: "fields that this version does not know are lost" },

  // Users
  { in: "Users.findOne", rule: "omit", at: ["limit"], why: "findOne() reads all users" },
  { in: "Users.count", rule: "value", at: ["page_size"], to: "500", why: "count() requests rows" },
  { in: "Users.create", rule: "never", at: ["isApiError"], why: "the refusal of a directory server is not explained" },
  { in: "Users.create", rule: "remove", at: ["leaveOut"], why: "a loop that creates users never ends" },
  { in: "findByUsername", rule: "always", at: ["username"], why: "lookup() takes a user that starts with the name" },
  { in: "findByEmail", rule: "rename", at: ["user", "toLowerCase"], to: "toString", why: "lookup() compares case" },
  { in: "Users.lookup", rule: "remove", at: ["AmbiguousUserError"], why: "of several users the first is taken" },

  // Conditions and search
  { in: "toQuery", rule: "value", at: ["prefix"], to: "prefix", why: "an empty prefix is sent" },
  { in: "anyOf", rule: "rename", at: ["every", "isKnown"], to: "some", why: "one known role hides a misspelled one" },
  { in: "searchByPrefix", rule: "always", at: ["size", "limit"], why: "a search ends at 500 matches" },
  { in: "searchByPrefix", rule: "always", at: ["distance", "user", "Infinity"], why: "a search finds all users" },
  { in: "searchByPrefix", rule: "swap", at: ["distance", "a", "b"], why: "the least similar users come first" },

  // State shared by the objects of a connection
  { in: "Session.ownGuid", rule: "operator", at: ["#ownGuid"], why: "the own guid is requested each time" },
  { in: "Session", rule: "omit", at: ["code"], why: "a caller that may not read its own account may lock itself" },
  { in: "SharedCall.join", rule: "always", at: ["waiting"], why: "one caller cancels the call of all others" },
  { in: "SharedCall.join", rule: "remove", at: ["throwIfAborted"], why: "a cancelled call starts" },
  { in: "withFallback", rule: "always", at: ["isApiError"], why: "a refusal looks like an empty result" },

  // Content, groups, keys and directory users
  { in: "UserContent.find", rule: "always", at: ["owner_guid", "#owner"], why: "content of other users is returned" },
  { in: "UserContent.get", rule: "always", at: ["owner_guid"], why: "get() returns content of other users" },
  { in: "findGroup", rule: "always", at: ["name", "group"], why: "the first group that starts with the name is taken" },
  { in: "readGroupIndex", rule: "remove", at: ["known", "push"], why: "every user is in one group only" },
  { in: "GroupReader", rule: "remove", at: ["#next", "undefined"], why: "groups are read only once" },
  { in: "RemoteUser.toJSON", rule: "omit", at: ["#collisions"], why: "JSON loses a field" },
  { in: "RemoteUser.constructor", rule: "remove", at: ["hideWhenInspected"], why: "the console shows a ticket" },
  { in: "UserKeys.create", rule: "number", at: ["slice"], why: "the console shows more than the end of a key" },

  // Lists that change while they are read
  { in: "stableListing", rule: "remove", at: ["missing", "length"], why: "a limit does not hold over several pages" },
  { in: "stableListing", rule: "swap", at: ["seen", "longest"], why: "missed rows are not searched for" },
  { in: "stableListing", rule: "remove", at: ["unstableListError"], why: "a list that never adds up looks shorter" },
  { in: "takeUnseen", rule: "never", at: ["seen", "has"], why: "a row is returned twice" },
  { in: "isLast", rule: "swap", at: ["endOf", "total"], why: "the first page looks like the last" },

  // Connecting
  { in: "connect", rule: "drop", at: ["options", "url"], why: "the url option is ignored" },
  { in: "environmentVariable", rule: "drop", at: ["value", ""], why: "an empty variable counts" },
];
