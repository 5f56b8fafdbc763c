import type { UserRecord, UserRole } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { UserEntry } from "../state/user-entry.ts";
import type { BodyOf, HandlerMap } from "./handler-types.ts";
import { checkDetails, checkPassword, checkUsername } from "./user-rules.ts";
import { viewUser } from "./user-view.ts";

type Details = BodyOf<"createPushUser">;

/** Creates users from details. */
export const createUser = {
  createPushUser(state, { body }, { caller }) {
    if (state.hasDirectory) throw new Problem("PushOnPullAuth");
    const first = caller === undefined;
    checkUsername(state, body.username);
    checkDetails(state, body);
    if (state.options.provider === "password") checkPasswordChoice(body, first);
    const externalId = readExternalId(state, body);
    const role = first ? "administrator" : (body.user_role ?? state.options.settings.defaultUserRole);
    const user = addUser(state, { ...body, user_role: role }, externalId, first);
    return { status: 200, body: viewUser(state, user, caller) };
  },
} satisfies HandlerMap<"createPushUser">;

interface NewUser {
  username: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role: UserRole;
}

/** Puts a user into the state who has just been created and was never active. */
export function addUser(
  state: FakeState,
  details: NewUser,
  externalId: string | undefined,
  confirmed = false,
): UserEntry {
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: details.email ?? "",
    username: details.username,
    first_name: details.first_name ?? "",
    last_name: details.last_name ?? "",
    user_role: details.user_role,
    created_time: now,
    updated_time: now,
    active_time: null,
    // Only password authentication has people confirm their address.
    confirmed: confirmed || state.options.provider !== "password",
    locked: false,
    guid: state.ids.guid("user", state.ids.next("user")),
  };
  return state.users.add(record, externalId);
}

function checkPasswordChoice({ password = "", user_must_set_password: later = false }: Details, first: boolean): void {
  if (first && password === "") throw new Problem("InitialUserGeneratePassword");
  // Real server: the codes for both and for neither are unknown.
  if (later && password !== "") {
    throw new Problem("InvalidParameter", "Send either password or user_must_set_password, not both.");
  }
  if (!later && password === "") {
    throw new Problem("ParameterMissing", "password is required unless user_must_set_password is true.");
  }
  if (password !== "") checkPassword(password);
}

/** The id at the sign-in provider, where there is one. Older servers call it `unique_id`. */
function readExternalId(state: FakeState, body: Details): string | undefined {
  const { provider, settings } = state.options;
  if (provider === "password" || provider === "pam") return undefined;
  const id = body.external_id ?? formerExternalId(body) ?? "";
  const required = provider === "saml" || provider === "oauth2" || settings.proxyUniqueId;
  if (id === "") {
    if (required) throw new Problem("UserBlankProviderKey");
    return undefined;
  }
  if (state.users.byExternalId(id) !== undefined) throw new Problem("DuplicateUserKey");
  return id;
}

function formerExternalId(body: object): string | undefined {
  return "unique_id" in body && typeof body.unique_id === "string" ? body.unique_id : undefined;
}
