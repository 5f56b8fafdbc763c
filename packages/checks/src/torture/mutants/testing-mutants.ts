import type { PickedMutant } from "./picked.ts";

/** Mistakes in the fake: a rule of Connect that it would no longer follow. */
export const testingMutants: readonly PickedMutant[] = [
  // Locking
  { in: "lockUser", rule: "remove", at: ["change", "locked"], why: "locking does not lock" },
  { in: "lockUser", rule: "remove", at: ["UserLicenseExceeded"], why: "the license does not limit unlocking" },
  { in: "lockUser", rule: "operator", at: ["count", "licensedUsers"], why: "the license allows one user too many" },

  // Updating users
  { in: "updateUser", rule: "remove", at: ["PermissionDenied"], why: "every user can change all users" },
  {
    in: "updateUser",
    rule: "value",
    at: ["clock", "updated_time"],
    to: "user.record.updated_time",
    why: "a change has no time",
  },
  { rule: "remove", at: ["UserBlankEmail"], why: "an e-mail address can become empty" },
  { in: "checkRoleChange", rule: "swap", at: ["rank", "role", "current"], why: "users raise their own role" },
  { rule: "remove", at: ["SoleAdminDemotion"], why: "the last administrator can be demoted" },

  // Creating users
  { in: "createPushUser", rule: "remove", at: ["PushOnPullAuth"], why: "a directory server accepts new users" },
  { in: "createPushUser", rule: "never", at: ["first"], why: "the first user is not an administrator" },
  { in: "addUser", rule: "value", at: ["active_time"], from: "null", to: "now", why: "a new user counts as active" },
  { rule: "remove", at: ["InitialUserGeneratePassword"], why: "the first user needs no password" },
  { in: "checkPasswordChoice", rule: "remove", at: ["InvalidParameter"], why: "a password and a link to set one" },
  {
    in: "checkPasswordChoice",
    rule: "operator",
    at: ["length", "MINIMUM_PASSWORD_LENGTH"],
    why: "six characters are too few",
  },
  { in: "checkUsername", rule: "remove", at: ["DuplicateUserName"], why: "two users share a username" },
  { in: "checkUsername", rule: "remove", at: ["ProhibitedUsername"], why: "reserved usernames are allowed" },

  // Listing users
  { in: "getUsers", rule: "operator", at: ["page"], why: "the first page is the third" },
  { in: "select", rule: "always", at: ["offset"], why: "a search repeats its first page" },
  { in: "select", rule: "never", at: ["seesOnlySelf"], why: "viewers see all users" },
  { in: "viewUser", rule: "never", at: ["hideEmails"], why: "hidden addresses are shown" },

  // Groups
  { in: "addGroupMember", rule: "remove", at: ["DuplicateGroupEntry"], why: "a member is added twice" },
  { in: "removeGroupMember", rule: "remove", at: ["requireManager"], why: "every user can remove members" },
  { in: "removeGroupMember", rule: "remove", at: ["RemoveNothing"], why: "a user that is not a member can be removed" },
  { in: "requireManager", rule: "drop", at: ["owns"], why: "owners do not manage their groups" },
  { in: "checkGroupDetails", rule: "drop", at: ["existing", "own"], why: "a group cannot keep its own name" },

  // API keys
  { in: "requireSelf", rule: "remove", at: ["PermissionDenied"], why: "users manage the keys of others" },
  { rule: "remove", at: ["InvalidKeyRole"], why: "a key has a higher role than its user" },
  { in: "viewKey", rule: "number", at: ["slice"], why: "a list shows more than the end of a key" },

  // Authentication
  { in: "authenticate", rule: "remove", at: ["UserLocked"], why: "keys of locked users still work" },
  { in: "authenticate", rule: "never", at: ["expiresAt", "milliseconds"], why: "an expired key works" },
  {
    in: "authenticate",
    rule: "value",
    at: ["weaker", "role"],
    to: "user.record.user_role",
    why: "a weak key acts like its user",
  },
  { in: "recordActivity", rule: "remove", at: ["change", "active_time"], why: "no user is ever active" },
  { in: "checkCaller", rule: "remove", at: ["deniedCode"], why: "no operation requires a role" },

  // Responses
  { in: "addResponseHeaders", rule: "remove", at: ["x-deprecated-endpoint"], why: "deprecation is not announced" },
  { in: "RecordBytes.forget", rule: "remove", at: ["#locations", "serial"], why: "a list shows old records" },
  { in: "RecordBytes.#rangesOf", rule: "drop", at: ["start", "previous", "end"], why: "a list has records of others" },
  { in: "RecordBytes.list", rule: "operator", at: ["at", "commas"], why: "a list is not valid JSON" },

  // Faults
  { in: "inject", rule: "never", at: ["reset", "true"], why: "a reset before the server acts lets it act" },
  { in: "inject", rule: "operator", at: ["bytes", "length"], why: "nothing is truncated" },
  { in: "FaultList.#hits", rule: "operator", at: ["hits", "times"], why: "a fault hits once too often" },
  { in: "FaultList.#hits", rule: "operator", at: ["turn", "after"], why: "a fault starts one request late" },

  // Journal
  { in: "Journal.record", rule: "never", at: ["#entries", "length", "#limit"], why: "the journal grows without limit" },
  { in: "redact", rule: "never", at: ["SECRET_FIELDS"], why: "passwords are in the journal" },

  // State
  { in: "UserStore.change", rule: "remove", at: ["#prefixes", "add"], why: "a renamed user is not found" },
  { in: "isActive", rule: "always", at: ["active_time", "cutoff"], why: "no user becomes inactive" },
];
