import type { PickedMutant } from "./picked.ts";
import type { MutatedPackage } from "./sources.ts";

/** Mistakes in the object model: a guarantee that it would no longer keep. */
const usersMutants: readonly PickedMutant[] = [
  // User
  { in: "lock", rule: "never", at: ["force"], why: "force does not lock the own account" },
  { in: "lock", rule: "remove", at: ["selfLockError"], why: "the own account is locked without force" },
  { in: "readChanges", rule: "remove", at: ["EmptyUpdateError"], why: "an update without changes is sent" },
  { in: "setLocked", rule: "remove", at: ["assignRecord"], why: "the object does not know that it is locked" },
  { in: "setLocked", rule: "value", at: ["body"], to: "{ locked: true }", why: "unlock() locks" },
  { in: "replaceRecord", rule: "remove", at: ["deleteProperty"], why: "a removed field remains after refresh()" },
  { in: "assign", rule: "remove", at: ["memory", "collisions", "fromEntries"], why: "JSON loses a field" },
  { in: "hasUsualFields", rule: "never", at: ["USUAL_FIELDS"], why: "fields that this version does not know are lost" },

  // Users
  { in: "findOne", rule: "omit", at: ["limit"], why: "findOne() reads all users" },
  { in: "count", rule: "value", at: ["page_size"], to: "500", why: "count() requests rows" },
  { in: "create", rule: "never", at: ["isApiError"], why: "the refusal of a directory server is not explained" },
  { in: "create", rule: "remove", at: ["leaveOut"], why: "a loop that creates users never ends" },
  { in: "findByUsername", rule: "always", at: ["username"], why: "lookup() takes a user that starts with the name" },
  { in: "isSameText", rule: "rename", at: ["received", "toLowerCase"], to: "toString", why: "lookup() compares case" },
  { in: "lookup", rule: "remove", at: ["ambiguousUserError"], why: "of several users the first is taken" },

  // Conditions and search
  { in: "toQuery", rule: "drop", at: ["prefix", ""], why: "an empty prefix is sent" },
  { in: "anyOf", rule: "rename", at: ["every", "isKnown"], to: "some", why: "one known role hides a misspelled one" },
  { in: "searchByPrefix", rule: "always", at: ["size", "limit"], why: "a search ends at 500 matches" },
  { in: "searchByPrefix", rule: "always", at: ["distance", "user", "Infinity"], why: "a search finds all users" },
  { in: "searchByPrefix", rule: "swap", at: ["distance", "a", "b"], why: "the least similar users come first" },

  // State shared by the objects of a connection
  {
    in: "fetchCaller",
    rule: "remove",
    at: ["callerOf", "data", "guid"],
    why: "the own guid is requested each time",
  },
  { in: "fetchOwnGuid", rule: "omit", at: ["code"], why: "a caller that may not read its own account may lock itself" },
  { in: "SharedCall.join", rule: "always", at: ["waiting"], why: "one caller cancels the call of all others" },
  { in: "SharedCall.join", rule: "remove", at: ["throwIfAborted"], why: "a cancelled call starts" },
  { in: "withFallback", rule: "always", at: ["isApiError"], why: "a refusal looks like an empty result" },

  // Content, groups, keys and directory users
  {
    in: "findContent",
    rule: "always",
    at: ["isSameGuid", "owner_guid", "guid"],
    why: "content of other users is returned",
  },
  { in: "getContent", rule: "always", at: ["owner_guid"], why: "get() returns content of other users" },
  {
    in: "findGroup",
    rule: "always",
    at: ["name", "reference"],
    why: "the first group that starts with the name is taken",
  },
  { in: "readGroups", rule: "remove", at: ["known", "push"], why: "every user is in one group only" },
  { in: "GroupReader", rule: "remove", at: ["#next", "undefined"], why: "groups are read only once" },
  { in: "RemoteUser.constructor", rule: "remove", at: ["hideWhenInspected"], why: "the console shows a ticket" },
  { in: "createKey", rule: "number", at: ["slice"], why: "the console shows more than the end of a key" },

  // Lists that change while they are read
  { in: "stableListing", rule: "remove", at: ["missing", "length"], why: "a limit does not hold over several pages" },
  { in: "stableListing", rule: "swap", at: ["seen", "longest"], why: "missed rows are not searched for" },
  { in: "stableListing", rule: "remove", at: ["unstableListError"], why: "a list that never adds up looks shorter" },
  { in: "takeUnseen", rule: "never", at: ["seen", "has"], why: "a row is returned twice" },
  { in: "isLast", rule: "swap", at: ["endOf", "total"], why: "the first page looks like the last" },

  // Connecting
  { in: "connect", rule: "drop", at: ["checked", "url"], why: "the url option is ignored" },
  { in: "environmentVariable", rule: "drop", at: ["value", ""], why: "an empty variable counts" },
];

/** Mistakes in plans and reports: a guard that lets something through, or a report that leaves something out. */
const lifecycleMutants: readonly PickedMutant[] = [
  // Applying a plan
  { in: "Plan.apply", rule: "remove", at: ["PlanRefusedError"], why: "a refused plan is applied" },
  { in: "PlanStep.execute", rule: "drop", at: ["#done"], why: "applying twice writes twice" },
  { in: "Run", rule: "remove", at: ["#stoppedActions", "add"], why: "an action that cannot succeed is tried again" },

  // The audit log and the use of seats
  { in: "auditEvents", rule: "never", at: ["time", "start"], why: "the log is read beyond `since`" },
  { in: "auditEvents", rule: "drop", at: ["time", "end"], why: "events after `until` are listed" },
  { in: "isAbout", rule: "drop", at: ["about", "username"], why: "what was done to a user is not listed" },
  { in: "fetchPart", rule: "value", at: ["ascOrder"], to: "true", why: "the oldest events come first" },
  { in: "checkActions", rule: "never", at: ["unknown", "undefined"], why: "every known action is refused" },
  { in: "monthOf", rule: "number", at: ["slice"], why: "months are days" },

  // Duplicates and orphans
  { in: "findDuplicates", rule: "always", at: ["email", ""], why: "users without an address are one person" },
  { in: "foldPerson", rule: "drop", at: ["LOOK_ALIKES", "letter"], why: "look-alikes are not found" },
  { in: "findOrphans", rule: "always", at: ["owner", "undefined"], why: "all content is an orphan" },

  // Access reviews
  { in: "refuseSecondDecisions", rule: "never", at: ["has"], why: "of two decisions both are carried out" },
  { in: "toStep", rule: "never", at: ["me", "isSameGuid"], why: "reviewers lock the account that applies" },
  { in: "toStep", rule: "never", at: ["isDecidedRole", "isSameLock"], why: "users that changed since are changed" },
];

/** Mistakes in the fake: a rule of Connect that it would no longer follow. */
const testingMutants: readonly PickedMutant[] = [
  // Locking
  { in: "lockUser", rule: "remove", at: ["setLocked"], why: "locking does not lock" },
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
  { in: "KeyStore.#keep", rule: "always", at: ["hasReached", "expiresAt"], why: "an expired key works" },
  { in: "authenticateService", rule: "remove", at: ["PermissionDenied"], why: "a service token may call everything" },

  // Audit log
  { in: "recordAudit", rule: "remove", at: ["record", "event"], why: "no write is recorded" },
  { in: "signIn", rule: "remove", at: ["user_login"], why: "no sign-in is recorded" },

  // Groups and fields of the sign-in provider, and visitors' credentials
  { in: "requireOwnMembers", rule: "remove", at: ["ProhibitedAuthType"], why: "members of the provider change" },
  { in: "applyRoleMapping", rule: "remove", at: ["changeDetails"], why: "role mapping has no effect" },
  { in: "findOwnContent", rule: "remove", at: ["PermissionDenied"], why: "others exchange tokens of content" },
  { in: "findVisitor", rule: "remove", at: ["NoViewPermission"], why: "visitors without access have credentials" },
  {
    in: "authenticate",
    rule: "value",
    at: ["weaker", "role"],
    to: "user.record.user_role",
    why: "a weak key acts like its user",
  },
  { in: "recordActivity", rule: "remove", at: ["change", "active_time"], why: "no user is ever active" },
  { in: "checkRole", rule: "remove", at: ["deniedCode"], why: "no operation requires a role" },

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
  { in: "redact", rule: "never", at: ["isSecret", "boolean"], why: "passwords are in the journal" },

  // State
  { in: "UserStore.change", rule: "remove", at: ["#prefixes", "add"], why: "a renamed user is not found" },
  { in: "isActive", rule: "always", at: ["active_time", "cutoff"], why: "no user becomes inactive" },
];

/** The picked mutants of each package. */
export const pickedMutants: Readonly<Record<MutatedPackage, readonly PickedMutant[]>> = {
  users: usersMutants,
  lifecycle: lifecycleMutants,
  testing: testingMutants,
};
