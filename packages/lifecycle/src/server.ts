/** Reads the caller and the settings that decide whether a plan is possible, such as who owns which attribute. */
import { isApiError } from "@connect-sdk/api";
import { isObject, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import type { Refusal } from "./errors.ts";

/** The owner of an attribute: this server, or the sign-in provider, which overwrites other changes. */
export type AttributeOwner = "server" | "provider" | "unknown";

/** What is known about a server. */
export interface Server {
  /** The caller; `undefined` for a service, which has no account. */
  readonly me: User | undefined;
  /** How users sign in, as the server names it: `LDAP`, `SAML` … */
  readonly provider: string | undefined;
  /** Whether an identity provider may lock and unlock accounts, too. */
  readonly hasProvider: boolean;
  /** Whether accounts are created from the provider's directory, not from details. */
  readonly hasDirectory: boolean;
  readonly roles: AttributeOwner;
  readonly names: AttributeOwner;
  readonly emails: AttributeOwner;
  /** Who has the members of groups. */
  readonly members: AttributeOwner;
  /** Who has the owners of groups. */
  readonly groupOwners: AttributeOwner;
  readonly hasGroups: boolean;
  /** Usernames that nobody can have, in lower case. */
  readonly prohibitedUsernames: ReadonlySet<string>;
}

/** Reads the caller and the settings. Takes two requests. */
export async function readServer(connection: Connection, options: CallOptions): Promise<Server> {
  const [me, settings] = await Promise.all([readCaller(connection, options), readSettings(connection, options)]);
  const { authentication, groups_enabled, prohibited_usernames } = settings;
  const fields: Readonly<Record<string, unknown>> = isObject(authentication) ? authentication : {};
  const provider = typeof fields["name"] === "string" ? fields["name"] : undefined;
  return {
    me,
    provider,
    hasProvider: provider !== undefined && !OWN_ACCOUNTS.has(provider),
    hasDirectory: fields["external_user_search"] === true,
    roles: editableBy(fields["role_editable_by"]),
    names: editableBy(fields["name_editable_by"]),
    emails: editableBy(fields["email_editable_by"]),
    members: external(fields["external_group_members"]),
    groupOwners: external(fields["external_group_owner"]),
    hasGroups: groups_enabled !== false,
    prohibitedUsernames: new Set(prohibited_usernames?.map((name) => name.toLowerCase())),
  };
}

/** Names of the providers whose accounts this server keeps itself. */
const OWN_ACCOUNTS: ReadonlySet<string> = new Set(["Posit Connect", "RStudio Connect", "PAM"]);

/** Returns the caller; `undefined` for a service, which has no account. */
export async function readCaller(connection: Connection, options: CallOptions): Promise<User | undefined> {
  try {
    return await connection.me(options);
  } catch (error) {
    // A service has no account.
    if (isApiError(error, { status: 403, code: 22 })) return undefined;
    throw error;
  }
}

async function readSettings({ api }: Connection, { signal }: CallOptions) {
  try {
    return (await api.GET("/server_settings", { signal })).data;
  } catch (error) {
    // Not a documented endpoint. Without it, nothing is known about owners of attributes.
    if (isApiError(error, { status: 404 }) || isApiError(error, { status: 403 })) return {};
    throw error;
  }
}

// Real server: the set of values is unknown, assumed that all but these mean the provider.
const EDITABLE_HERE: ReadonlySet<unknown> = new Set(["adminandself", "admin"]);

function editableBy(value: unknown): AttributeOwner {
  if (typeof value !== "string" || value === "") return "unknown";
  return EDITABLE_HERE.has(value) ? "server" : "provider";
}

function external(value: unknown): AttributeOwner {
  if (typeof value !== "boolean") return "unknown";
  return value ? "provider" : "server";
}

/** Refuses a caller that could not make the changes. */
export function refuseCaller({ me }: Server): Refusal | undefined {
  if (me === undefined || me.user_role === "administrator") return undefined;
  return {
    guard: "not-administrator",
    reason: `${printable(me.username)} is a ${me.user_role}, and only administrators can make these changes`,
    fix: "Use an administrator's API key, with an administrator's role.",
  };
}

/** Notes that the provider may undo a lock. */
export function providerNotes({ hasProvider, provider }: Server, usernames: string): string[] {
  if (!hasProvider) return [];
  // Real server: unknown whether provisioning unlocks accounts that were locked here.
  return [
    `Deactivate ${usernames} at the sign-in provider (${printable(provider ?? "")}), too: a sign-in or its provisioning can revive the account.`,
  ];
}
