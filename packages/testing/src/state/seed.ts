import type { UserRecord, UserRole } from "@connect-sdk/api";
import { formatTime } from "./clock.ts";
import type { FakeState } from "./fake-state.ts";
import { fraction, hashText } from "./ids.ts";
import { generatePerson } from "./people.ts";
import { InvalidInput } from "../validate.ts";
import type { SavedUser } from "./user-search/user-store.ts";

/** Fills a new state with the administrator, their API key, and the other users. */
export function seedState(state: FakeState): void {
  const { users: count, data } = state.options;
  addDefaultIntegration(state);
  if (count === 0) return;
  // The administrator is one of the users that are added later.
  const isGiven = data?.administrator !== undefined;
  const administrators = isGiven ? [] : [generateAdministrator(state)];
  const others = Array.from({ length: count - 1 }, (_, index) => generateUser(state, index + 1));
  state.users.load([...administrators, ...others]);
  for (const { record } of administrators) createFirstKey(state, record.guid);
}

/**
 * Gives the administrator's key to an existing user.
 *
 * @throws InvalidInput unless it is an administrator that is not locked.
 */
export function giveFirstKey(state: FakeState, name: string): void {
  const user = state.users.get(name.toLowerCase()) ?? state.users.byUsername(name);
  if (user?.record.user_role === "administrator" && !user.record.locked) createFirstKey(state, user.record.guid);
  else throw new InvalidInput(`data.administrator is ${JSON.stringify(name)}; it must be an unlocked administrator`);
}

function createFirstKey(state: FakeState, userGuid: string): void {
  const createdTime = state.clock.timestamp;
  state.keys.create({ userGuid, name: "fake", role: "administrator", createdTime, expiresAt: null });
}

/** Adds the integration that real servers have from the beginning. Real server: its name is unknown. */
function addDefaultIntegration(state: FakeState): void {
  if (!state.version.has("visitorKeys")) return;
  const number = state.ids.next("integration");
  const now = state.clock.timestamp;
  state.oauth.putIntegration({
    id: String(number),
    guid: state.ids.guid("integration", number),
    created_time: now,
    updated_time: now,
    name: "Connect Visitor API Key",
    description: "Gives content an API key of its visitor.",
    template: "connect",
    auth_type: "Visitor API Key",
    config: { max_role: "Admin" },
    permissions: [],
  });
}

const DAY = 86_400_000;
const ROLE = hashText("role");
const LOCKED = hashText("locked");
const CREATED = hashText("created");
const UPDATED = hashText("updated");
const ACTIVE = hashText("active");
const ACTIVITY = hashText("activity");

/** Generates the administrator that a server starts with. Their key is `apiKey`. */
function generateAdministrator(state: FakeState): SavedUser {
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: "admin@example.com",
    username: "admin",
    first_name: "Robin",
    last_name: "Admin",
    user_role: "administrator",
    created_time: now,
    updated_time: now,
    active_time: now,
    confirmed: true,
    locked: false,
    guid: state.ids.guid("user", state.ids.next("user")),
  };
  return withExternalId(state, record);
}

/** Generates the user with this number: always the same for the same seed, clock and provider. */
function generateUser(state: FakeState, number: number): SavedUser {
  const { seed } = state.options;
  const { username, first_name, last_name } = generatePerson(seed, number);
  const now = state.clock.milliseconds;
  const created = now - Math.floor((1 + fraction(seed, CREATED, number) * 1500) * DAY);
  const updated = created + Math.floor(fraction(seed, UPDATED, number) ** 3 * (now - created));
  const record: UserRecord = {
    email: `${username}@example.com`,
    username,
    first_name,
    last_name,
    user_role: roleFor(fraction(seed, ROLE, number)),
    created_time: formatTime(created),
    updated_time: formatTime(updated),
    active_time: lastActivity(fraction(seed, ACTIVE, number), fraction(seed, ACTIVITY, number), created, now),
    confirmed: true,
    locked: fraction(seed, LOCKED, number) < 0.06,
    guid: state.ids.guid("user", state.ids.next("user")),
  };
  return withExternalId(state, record);
}

function roleFor(chance: number): UserRole {
  if (chance < 0.015) return "administrator";
  return chance < 0.2 ? "publisher" : "viewer";
}

/** One user in eight was never active. Most of the others were active recently, some not for a long time. */
function lastActivity(chance: number, howLong: number, created: number, now: number): string | null {
  if (chance < 0.125) return null;
  const longest = chance < 0.25 ? 1500 * DAY : 90 * DAY;
  return formatTime(Math.max(created, now - Math.floor(howLong * longest)));
}

/** Adds the id that the sign-in provider knows the user by, if the provider has ids. */
function withExternalId(state: FakeState, record: UserRecord): SavedUser {
  const { provider } = state.options;
  if (provider === "password" || provider === "pam") return { record };
  if (provider === "ldap") return { record, externalId: `uid=${record.username},ou=people,dc=example,dc=com` };
  return { record, externalId: `${provider}-${record.guid.slice(0, 8)}` };
}
