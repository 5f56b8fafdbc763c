import { type ConnectClient, isApiError } from "@connect-sdk/api";
import { isObject } from "@connect-sdk/api/internal";
import {
  createAccount,
  type ImportRow,
  type Plan,
  planImport,
  type PlanStep,
  readAccounts,
} from "@connect-sdk/lifecycle";
import type { Connection, User } from "@connect-sdk/users";
import { asFlags, type DuplicateFlags, duplicateFlags } from "../bulk/flags.ts";
import { defineCommand } from "../command-line/command.ts";
import { CliError, refusal, sentence, usageError } from "../errors.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import {
  readIdentifier,
  displayName,
  USER_COLUMNS,
  userFieldFlags,
  type UserFieldFlags,
  userFields,
} from "../command-line/users.ts";
import type { Context } from "../context.ts";

interface Flags extends GlobalFlags, UserFieldFlags, DuplicateFlags {
  readonly username?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly mustSetPassword?: boolean | undefined;
  readonly externalId?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Creates a user. Without --role the server uses its default role, normally viewer. On a server with a directory, such as LDAP, " +
    "the person is added from there. A user that looks like another one, or has the e-mail address of one, is refused.",
  examples: [
    ["create jdoe --email jo@example.com --must-set-password", "Let the user choose a password by e-mail"],
    ["create jdoe --email jo@example.com --password-file -", "Read the password from standard input"],
    [
      "create jdoe --email jo@example.com --first-name Jo --last-name Doe --role publisher",
      "Ask for the password at the terminal",
    ],
  ],
  usage: "USERNAME",
  parameters: {
    flags: {
      ...globalFlags,
      ...userFieldFlags,
      ...duplicateFlags,
      username: {
        kind: "parsed",
        parse: readIdentifier,
        optional: true,
        placeholder: "NAME",
        brief: "Username, instead of the argument",
      },
      passwordFile: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Read the password from a file or standard input",
      },
      externalId: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "ID",
        brief: "Id at the authentication provider (required for SAML and OAuth2)",
      },
      mustSetPassword: { kind: "boolean", optional: true, withNegated: false, brief: "Let the user choose a password" },
    },
    positional: {
      kind: "array",
      parameter: { brief: "Username of the new user", placeholder: "USERNAME", parse: readIdentifier },
    },
  },
  async run({ username: named, passwordFile, mustSetPassword, externalId, allowDuplicates, ...flags }, names, context) {
    const { ask, connect, files, signal } = context;
    const username = oneUsername(names, named);
    if (mustSetPassword === true && passwordFile !== undefined) {
      throw usageError("--must-set-password and --password-file cannot be combined.", "Remove one of them.");
    }
    const fields = { ...userFields(flags), username, ...(externalId !== undefined && { external_id: externalId }) };
    const given = passwordFile === undefined ? undefined : firstLine(await files.secret(passwordFile), passwordFile);
    const connection = await connect();
    const row = { ...fields, ...(given !== undefined && { password: given }) };
    const plan = await planCreation(row, connection, context, allowDuplicates === true);
    const { hasDirectory, keepsPasswords } = await readAuthentication(connection.api, signal);
    if (hasDirectory) {
      const { user, remark } = await addFromDirectory(plan, connection, signal);
      return { kind: "record", record: user, columns: USER_COLUMNS, note: noteOf(user, remark) };
    }
    const isAsked = given === undefined && mustSetPassword !== true && keepsPasswords !== false;
    const password = isAsked ? await askPassword(ask, keepsPasswords === true) : given;
    const choice = mustSetPassword === true ? { user_must_set_password: true } : { password };
    // A lost response does not mean that there is no account.
    const creating = createAccount(connection, { ...fields, ...choice }, { acceptExisting: false, signal });
    const { user, note: remark } = await creating.catch((error: unknown) => {
      throw mustSetPassword !== true && password === undefined && isPasswordMissing(error) ? passwordRequired() : error;
    });
    return { kind: "record", record: user, columns: USER_COLUMNS, note: noteOf(user, remark) };
  },
});

function noteOf(user: User, remark: string | undefined): string {
  return `Created ${displayName(user)}${remark === undefined ? "" : ` (${remark})`}.`;
}

/**
 * Plans the new user as `import` does, because an account cannot be deleted again.
 *
 * @throws CliError if the username is taken, looks like another one, or if the server would refuse the values.
 */
async function planCreation(
  row: ImportRow & { readonly username: string },
  connection: Connection,
  context: Context,
  allowDuplicates: boolean,
): Promise<Plan> {
  const { username } = row;
  const accounts = await readAccounts(connection.users, [row], context);
  if (accounts.withUsername(username) !== undefined) {
    throw new CliError(
      "conflict",
      `There is already a user \`${username}\`.`,
      `Choose another username, or change the user with \`connect-users update ${username}\`.`,
    );
  }
  const { signal } = context;
  const plan = await planImport(connection, [row], { accounts, allowDuplicates, signal });
  const [refused] = plan.refusals;
  if (refused !== undefined) throw new CliError("permission", sentence(refused.reason), asFlags(refused.fix));
  const problem = plan.steps.find(({ state }) => state === "refused");
  if (problem !== undefined) throw impossible(username, problem);
  return plan;
}

/** Returns the error for a user that cannot be created, in the words of a command line. */
function impossible(username: string, { reason, fix = "", problem }: PlanStep): CliError {
  if (problem === undefined) {
    return refusal(`\`${username}\` ${sentence(reason)}`, asFlags(fix).replace("Correct the row", "Correct it"));
  }
  const { field = "username", kind = "usage" } = problem;
  const ofFile = /\b(row|column|cell|file)\b/.test(fix);
  const search = `\`connect-users api GET v1/users/remote --field prefix=${username}\` searches the directory.`;
  const cure = kind === "not_found" ? `${fix} ${search}` : ofFile ? (FIXES[field] ?? fix) : fix;
  return new CliError(kind, `${username}: ${field === "username" ? "" : `${field}: `}${sentence(reason)}`, cure);
}

const FIXES: Readonly<Record<string, string>> = {
  external_id: "Add --external-id ID, or let the person sign in: this creates the account.",
  user_role: "Omit --role, and change the role at the provider.",
  password: "Omit the password.",
  email: "Correct it, or omit --email to take the value of the directory.",
  first_name: "Correct it, or omit --first-name to take the value of the directory.",
  last_name: "Correct it, or omit --last-name to take the value of the directory.",
};

interface Authentication {
  /** Whether the server takes its users from a directory, which knows their passwords. */
  readonly hasDirectory: boolean;
  /** Whether the server keeps passwords; `undefined` if it does not say how users sign in. */
  readonly keepsPasswords: boolean | undefined;
}

async function readAuthentication(api: ConnectClient, signal: AbortSignal): Promise<Authentication> {
  try {
    const { authentication } = (await api.GET("/server_settings", { signal })).data;
    const fields: Readonly<Record<string, unknown>> = isObject(authentication) ? authentication : {};
    const { name, external_user_search } = fields;
    return {
      hasDirectory: external_user_search === true,
      keepsPasswords: typeof name === "string" ? name.endsWith(" Connect") : undefined,
    };
  } catch (error) {
    if (isApiError(error, { status: 404 }) || isApiError(error, { status: 403 }))
      return { hasDirectory: false, keepsPasswords: undefined };
    throw error;
  }
}

async function addFromDirectory(
  plan: Plan,
  { users }: Connection,
  signal: AbortSignal,
): Promise<{ readonly user: User; readonly remark: string | undefined }> {
  const { outcomes, stopped } = await plan.apply({ signal });
  const [outcome] = outcomes;
  if (outcome?.guid === undefined) {
    signal.throwIfAborted();
    const cause = outcome?.error ?? stopped;
    throw cause instanceof Error ? cause : new CliError("failed", "The user was not created.", "Run it again.");
  }
  return { user: await users.get(outcome.guid, { signal }), remark: outcome.note };
}

function oneUsername(names: readonly string[], named: string | undefined): string {
  const [username, ...others] = named === undefined ? names : [...names, named];
  if (username === undefined)
    throw usageError(
      "USERNAME is missing.",
      "For example: connect-users create jdoe --email jo@example.com --must-set-password",
    );
  if (others.length === 0) return username;
  throw usageError("Only one user can be created at a time.", "Put several users into a file and use `import`.");
}

function passwordRequired(): Error {
  return usageError(
    "This server requires a password for a new user.",
    "Add --must-set-password to let the user choose one, or --password-file FILE (- for standard input).",
  );
}

/** Only the server knows whether it stores passwords. Code 12 is a missing parameter, code 41 a first user without one. */
function isPasswordMissing(error: unknown): boolean {
  return isApiError(error, { code: 12 }) || isApiError(error, { code: 41 });
}

/** Asks for a password at the terminal. `undefined` when there is none: other providers than passwords want none. */
async function askPassword(ask: Context["ask"], isRequired: boolean): Promise<string | undefined> {
  if (!ask.possible) return undefined;
  const password = await ask.secret(isRequired ? "Password" : "Password (empty if the server keeps none)");
  if (password === "") return undefined;
  if ((await ask.secret("Password again")) === password) return password;
  throw usageError("The two passwords differ.", "Run the command again.");
}

function firstLine(text: string, file: string): string {
  const password = text.replace(/\r?\n$/, "");
  if (password !== "" && !/[\r\n]/.test(password)) return password;
  throw usageError(
    `${file === "-" ? "Standard input" : file} ${password === "" ? "is empty" : "has more than one line"}.`,
    "Put the password on one line, alone.",
  );
}
