import type { RemoteUserRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import type { DirectoryPerson } from "../options.ts";
import { describeUser } from "../state/audit-log.ts";
import type { FakeState } from "../state/fake-state.ts";
import { collationKey, compareKeys } from "../state/user-search/sorted-list.ts";
import type { UserEntry } from "../state/user-search/user-entry.ts";
import type { Caller, HandlerMap } from "./operation.ts";
import { addUser, viewUser } from "./users.ts";

/** People in the directory: search them, and create users from them. */
export const remoteUserHandlers = {
  searchRemoteUsers(state, { query }, { caller }) {
    if (!state.hasDirectory) throw new ApiProblem("InvalidAuthProvider");
    const matches = searchPeople(state.directory.people, query.prefix ?? "");
    const results = matches.slice(0, query.limit).map((person) => viewPerson(state, person, caller));
    return { status: 200, body: { results, current_page: 1, total: matches.length } };
  },

  createPullUser(state, { body }, { caller }) {
    if (!state.hasDirectory) throw new ApiProblem("PullOnPushAuth");
    const person = state.directory.personOf(body.temp_ticket);
    if (person === undefined) throw new ApiProblem("InvalidTempTicket");
    if (userOf(state, person) !== undefined) throw new ApiProblem("DuplicateUserName");
    state.directory.usePerson(person);
    const details = { ...person, user_role: state.options.settings.defaultUserRole };
    const user = addUser(state, details, person.external_id);
    return {
      status: 200,
      body: viewUser(state, user, caller),
      audit: [{ action: "add_user", event: `Added user ${describeUser(user)}` }],
    };
  },
} satisfies HandlerMap<"searchRemoteUsers" | "createPullUser">;

function userOf(state: FakeState, person: DirectoryPerson): UserEntry | undefined {
  return state.users.byExternalId(person.external_id) ?? state.users.byUsername(person.username);
}

/** Returns the people that match a prefix, the most similar first, as in a search for users. */
function searchPeople(people: readonly DirectoryPerson[], prefix: string): DirectoryPerson[] {
  const start = prefix.toLowerCase();
  return people
    .map((person) => {
      const { first_name, last_name, username, email, external_id } = person;
      const lengths = [username, first_name, last_name, external_id]
        .filter((field) => field.toLowerCase().startsWith(start))
        .map((field) => field.length);
      const order = [first_name, last_name, username, email].map(collationKey).join("\u0000");
      return { person, order, distance: Math.min(...lengths) };
    })
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || compareKeys(a.order, b.order))
    .map(({ person }) => person);
}

function viewPerson(state: FakeState, person: DirectoryPerson, caller: Caller): RemoteUserRecord {
  const temp_ticket = state.directory.ticketForPerson(person);
  const user = userOf(state, person);
  if (user !== undefined) return { ...viewUser(state, user, caller), temp_ticket };
  const { username, first_name, last_name, external_id } = person;
  return {
    email: state.options.settings.hideEmails && caller.role !== "administrator" ? "" : person.email,
    username,
    first_name,
    last_name,
    user_role: state.options.settings.defaultUserRole,
    created_time: NEVER,
    updated_time: NEVER,
    active_time: null,
    confirmed: true,
    locked: false,
    guid: null,
    temp_ticket,
    ...(state.version.has("externalId") && { external_id }),
  };
}

// Real server: unknown which times it returns for people that are not users, assumed the zero time of its language.
const NEVER = "0001-01-01T00:00:00Z";
