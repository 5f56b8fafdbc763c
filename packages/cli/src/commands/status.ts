/* The credential in use: whose it is (`whoami`), where it comes from (`status`), what it is (`token`), and those that are stored (`profiles`). */
import { isApiError } from "@connect-sdk/api";
import type { Session } from "@connect-sdk/api/oauth";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import { type Place, readCredential, readProfiles } from "../connection/profiles.ts";
import { readEnvironment, type Settings } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import type { RowFlags } from "../terminal/result.ts";

export const whoami = defineCommand<GlobalFlags>({
  description: "Shows the user of the API key or session. This is the quickest check of server and credential.",
  examples: [
    ["whoami", "Show the user and role of the credential"],
    ["whoami --json --fields username", "Print the username for a script"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, { connect, signal }) {
    const me = await (await connect()).me({ signal });
    return { kind: "record", record: me };
  },
});

export const status = defineCommand<GlobalFlags>({
  description:
    "Shows which server and credential commands use, and why: flags take precedence over the environment, and the environment " +
    "over the profiles of `login`. Never shows a secret. Exits with 3 when the server rejects the credential.",
  examples: [
    ["status", "Show server, user, role, and where the credential comes from"],
    ["status --profile staging", "Show another profile"],
    ["status --json --fields user_role", "Print the role for a script"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, context) {
    const settings = await context.settings();
    const note = await describeUnused(settings, context);
    const identity = await identify(context);
    // After the request: it may have refreshed the session.
    const { kind, place, session } = await describeCredential(settings, context);
    return {
      kind: "record",
      record: {
        server: settings.server,
        username: identity.username,
        user_role: identity.role,
        credential: kind,
        origin: settings.origin,
        profile: settings.profile?.name ?? null,
        stored_in: place,
        expires_at: describeExpiry(session?.expiresAt),
      },
      note: [identity.note, note].filter((line) => line !== undefined).join("\n") || undefined,
      ...(identity.error !== undefined && { error: identity.error }),
    };
  },
});

interface Identity {
  readonly username: string | null;
  readonly role: string | null;
  readonly note?: string;
  /** The server rejects the credential. */
  readonly error?: Error;
}

async function identify({ connect, signal }: Context): Promise<Identity> {
  try {
    const { username, user_role } = await (await connect()).me({ signal });
    return { username, role: user_role };
  } catch (error) {
    if (isApiError(error, { status: 403, code: 22 })) {
      const note =
        "The credential is valid and belongs to a machine identity, without a user: it can publish its content, and cannot manage users.";
      return { username: null, role: "machine identity", note };
    }
    const isRejected = error instanceof Error && ["AuthenticationError", "SignInError"].includes(error.name);
    if (!isRejected) throw error;
    return { username: null, role: null, error };
  }
}

/** Describes the credential as it is stored now. */
async function describeCredential(
  { credential, profile }: Settings,
  { env, keyring }: Context,
): Promise<{ kind: string; place: Place | null; session?: Session | undefined }> {
  if (credential.session === undefined) return { kind: "API key", place: profile?.place ?? null };
  const stored = (await readProfiles(env)).find(({ name }) => name === profile?.name);
  if (stored?.place === undefined) return { kind: "ended session", place: null };
  return { kind: "session", place: stored.place, session: (await readCredential(stored, keyring)).session };
}

function describeExpiry(expiresAt: number | undefined): string | null {
  return expiresAt === undefined ? null : new Date(expiresAt).toISOString();
}

/** Says which credentials are not used, because something takes precedence. */
async function describeUnused({ profile, origin }: Settings, { env, flags }: Context): Promise<string | undefined> {
  if (profile !== undefined) {
    const { namesServer, hasKey } = readEnvironment(env, profile.server);
    const set = [namesServer !== undefined && "CONNECT_SERVER", hasKey && "CONNECT_API_KEY"].filter(Boolean);
    if (flags.profile !== undefined && set.length > 0) {
      return `${set.join(" and ")} ${set.length > 1 ? "are" : "is"} not used, because --profile takes precedence.`;
    }
    return hasKey ? "CONNECT_API_KEY is not used, because CONNECT_SERVER does not name its server." : undefined;
  }
  const stored = (await readProfiles(env)).map(({ name }) => `\`${name}\``);
  if (stored.length === 0) return undefined;
  return `The profiles (${stored.join(", ")}) are not used, because ${origin} takes precedence. Choose one with --profile.`;
}

export const token = defineCommand<GlobalFlags>({
  description:
    'Prints the access token of the session, after refreshing it if needed: for `curl -H "Authorization: Bearer $(connect-users ' +
    'token)"`. Anyone who has it acts as you until it expires.',
  examples: [
    ["token", "Print the access token"],
    ["token --json", "Print it with the time at which it expires"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, context) {
    const current = await context.openToken(await context.settings());
    const access_token = await current();
    const { expiresAt } = current.session();
    return {
      kind: "record",
      record: { access_token, token_type: "Bearer", expires_at: describeExpiry(expiresAt) },
      text: access_token,
    };
  },
});

export const profiles = defineCommand<GlobalFlags & RowFlags>({
  description:
    "Lists the profiles that `login` stored: name, server, what the credential is and where. Never shows a secret.",
  examples: [
    ["profiles", "List the values of --profile"],
    ["profiles --json", "Print them for a script"],
  ],
  parameters: { flags: { ...globalFlags, ...rowFlags } },
  async run(_flags, _args, { env }) {
    const profiles = await readProfiles(env);
    return {
      kind: "rows",
      rows: profiles.map(({ name, server, kind, place }) => ({
        profile: name,
        server,
        credential: place === undefined ? "ended session" : kind,
        stored_in: place ?? null,
      })),
      columns: ["profile", "server", "credential", "stored_in"],
      empty: "No profiles are stored. Run `connect-users login` to store one.",
    };
  },
});
