import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";

/** Usernames that would be mistaken for a part of the dashboard's addresses. */
export const PROHIBITED_USERNAMES: readonly string[] = [
  "connect",
  "apps",
  "users",
  "groups",
  "setpassword",
  "user-completion",
  "confirm",
  "recent",
  "reports",
  "plots",
  "unpublished",
  "settings",
  "metrics",
  "tokens",
  "help",
  "login",
  "welcome",
  "register",
  "resetpassword",
  "content",
];

const SHORTEST_PASSWORD = 6;
const LONGEST_FIELD = 255;

/** Throws a `Problem` for a username that cannot be given to anyone. */
export function checkUsername(state: FakeState, username: string): void {
  // Real server: the rule is unknown. Assumed letters of any script, digits and a few marks, and at most 255 of them.
  if (!/^[\p{L}\p{M}\p{N}._@+-]+$/u.test(username) || username.length > LONGEST_FIELD)
    throw new Problem("InvalidUserName");
  if (PROHIBITED_USERNAMES.includes(username.toLowerCase())) throw new Problem("ProhibitedUsername");
  if (state.users.byUsername(username) !== undefined) throw new Problem("DuplicateUserName");
}

/** Throws a `Problem` for a password that is too weak. */
export function checkPassword(password: string): void {
  // Real server: also rates the password (`Password.MinimumScore`); the fake only counts.
  if (password.length < SHORTEST_PASSWORD) throw new Problem("InadequatePassword");
}

interface PersonalDetails {
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
}

/** Throws a `Problem` for an e-mail address or name that a server of this version does not accept. */
export function checkDetails(state: FakeState, { email = "", first_name = "", last_name = "" }: PersonalDetails): void {
  if (!state.version.has("userFieldFormats")) return;
  // Real server: the rules behind these codes are unknown, assumed what hardly anyone would want to send.
  if (email !== "" && (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > LONGEST_FIELD))
    throw new Problem("InvalidEmailFormat");
  if (!isName(first_name)) throw new Problem("InvalidFirstName");
  if (!isName(last_name)) throw new Problem("InvalidLastName");
}

function isName(name: string): boolean {
  return name.length <= LONGEST_FIELD && !/\p{Cc}/u.test(name);
}
