import { mutantsOf } from "./sources.ts";

/** Mistakes in the fake: a rule of Connect that it would no longer keep. */
export const testingMutants = mutantsOf("testing", {
  "src/handlers/users.ts": [
    [
      "if (user.record.locked !== body.locked) state.users.change(user, { locked: body.locked });",
      "",
      "locking does not lock",
    ],
    [
      "!body.locked && licensedUsers !== undefined",
      "licensedUsers === undefined",
      "the licence does not limit unlocking",
    ],
    [">= licensedUsers) throw", "> licensedUsers) throw", "the licence is one user too generous"],
  ],
  "src/handlers/update-user.ts": [
    [
      'if (!isAdministrator(caller) && user !== caller.user) throw new Problem("PermissionDenied");',
      "",
      "anybody changes anybody",
    ],
    ["rank(role) > rank(current)", "rank(role) < rank(current)", "people raise their own role"],
    ['state.users.count(["administrator"]) === 1', "false", "the last administrator can be demoted"],
    [
      "updated_time: state.clock.timestamp",
      "updated_time: user.record.updated_time",
      "a change leaves no trace in time",
    ],
    ['body.email === "" && state.options.provider === "password"', "false", "an address can be made empty"],
  ],
  "src/handlers/create-user.ts": [
    ['if (state.hasDirectory) throw new Problem("PushOnPullAuth");', "", "a directory server takes made-up users"],
    [
      'if (first && password === "") throw new Problem("InitialUserGeneratePassword");',
      "",
      "the first user needs no password",
    ],
    ["active_time: null", "active_time: now", "someone new counts as active"],
    ['first ? "administrator"', 'first ? "viewer"', "the first user is no administrator"],
    ['if (later && password !== "")', "if (false)", "a password together with a link to set one"],
  ],
  "src/handlers/user-rules.ts": [
    ["state.users.byUsername(username) !== undefined", "false", "a username is given twice"],
    ["password.length < SHORTEST_PASSWORD", "password.length <= SHORTEST_PASSWORD", "six characters are too few"],
    ["PROHIBITED_USERNAMES.includes(username.toLowerCase())", "false", "reserved usernames are given away"],
  ],
  "src/handlers/list-users.ts": [
    ["(page - 1) * size, size", "page * size, size", "the first page is the second"],
    ["offset === 0 ? found :", "true ? found :", "a search repeats its first page for ever"],
    ["if (seesOnlySelf(state, caller)) return selectSelf", "if (false) return selectSelf", "viewers see everybody"],
  ],
  "src/handlers/user-view.ts": [
    ["!insider && state.options.settings.hideEmails", "false", "hidden addresses are shown"],
  ],
  "src/handlers/group-members.ts": [
    ["if (group.members.has(user.record.guid)) throw", "if (false) throw", "a member is added twice"],
    [
      "if (caller.user.record.guid !== path.user_guid) requireManager",
      "if (false) requireManager",
      "anybody removes anybody",
    ],
    ["if (!group.members.has(path.user_guid)) throw", "if (false) throw", "who is not there can be removed"],
  ],
  "src/handlers/group-rules.ts": [
    ["if (!owns && !isAdministrator(caller))", "if (!isAdministrator(caller))", "owners do not manage their groups"],
    ["namesake !== undefined && namesake !== own", "namesake !== undefined", "a group cannot keep its own name"],
  ],
  "src/handlers/keys.ts": [
    ["caller.user.record.guid !== guid", "false", "people manage other people's keys"],
    ["rank(keyRole) > rank(role)", "false", "a key can have a higher role than its user"],
    ["slice(-4)", "slice(0)", "a list shows whole keys"],
  ],
  "src/http/authenticate.ts": [
    ['if (user.record.locked) throw new Problem("UserLocked");', "", "locked users' keys go on working"],
    ["Date.parse(key.expiresAt) <= state.clock.milliseconds", "false", "an expired key works"],
    ["weaker(key.role, user.record.user_role)", "user.record.user_role", "a weak key acts like its user"],
    ["state.users.change(user, { active_time: now });", "", "nobody is ever active"],
  ],
  "src/http/access.ts": [
    ['lockUser: { role: "administrator"', 'lockUser: { role: "publisher"', "publishers lock people"],
    ['createPushUser: { role: "administrator"', 'createPushUser: { role: "viewer"', "viewers create people"],
  ],
  "src/http/response-headers.ts": [
    ['headers["x-deprecated-endpoint"] =', 'headers["x-other"] =', "deprecated endpoints do not say so"],
  ],
  "src/state/record-bytes.ts": [
    ["this.#places[3 * serial] = 0;", "", "a list shows how its users once were"],
    ["previous?.block === block && previous.end === start", "previous?.block === block", "a list is full of others"],
    ["at - commas", "at", "a list ends in a comma"],
  ],
  "src/faults/run-with-fault.ts": [
    ["if (fault.reset === true) throw", "if (false) throw", "a reset before the server acts lets it act"],
    ["where === true ? bytes.length / 2 : where", "bytes.length", "nothing is truncated"],
  ],
  "src/faults/fault-list.ts": [
    ["active.hits >= times", "active.hits > times", "a fault hits once too often"],
    ["turn < after", "turn <= after", "a fault begins one request late"],
  ],
  "src/journal.ts": [["this.#entries.length >= this.#limit * 2", "false", "the journal grows for ever"]],
  "src/redact.ts": [['"password", "key"', '"key"', "passwords are in the journal"]],
  "src/state/user-store.ts": [
    ["if (renamed) this.#prefixes.add(user);", "", "who was renamed is not found"],
    [
      'active_time !== null && active_time > this.#cutoffNow() ? "licensed"',
      'active_time !== null ? "licensed"',
      "nobody becomes inactive",
    ],
  ],
});
