import { isApiError } from "@connect-sdk/api";
import { createAccount } from "@connect-sdk/lifecycle";
import { defineCommand } from "../command-line/command.ts";
import { usageError } from "../errors.ts";
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

interface Flags extends GlobalFlags, UserFieldFlags {
  readonly username?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly mustSetPassword?: boolean | undefined;
  readonly externalId?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description: "Creates a user. Without --role the server uses its default role, normally viewer.",
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
  async run(
    { username: named, passwordFile, mustSetPassword, externalId, ...flags },
    names,
    { ask, connect, files, signal },
  ) {
    const username = oneUsername(names, named);
    if (mustSetPassword === true && passwordFile !== undefined) {
      throw usageError("--must-set-password and --password-file cannot be combined.", "Remove one of them.");
    }
    const fields = { ...userFields(flags), username, ...(externalId !== undefined && { external_id: externalId }) };
    const password = mustSetPassword === true ? undefined : await readPassword(passwordFile, { ask, files });
    const { users } = await connect();
    const choice = mustSetPassword === true ? { user_must_set_password: true } : { password };
    // A lost response does not mean that there is no account.
    const creating = createAccount({ users }, { ...fields, ...choice }, { acceptExisting: false, signal });
    const { user, note } = await creating.catch((error: unknown) => {
      throw mustSetPassword !== true && password === undefined && isPasswordMissing(error) ? passwordRequired() : error;
    });
    const remark = note === undefined ? "" : ` (${note})`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note: `Created ${displayName(user)}${remark}.` };
  },
});

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

/**
 * Reads a password from a file or standard input, or asks for it at a terminal. `undefined` when there is none to be had:
 * servers with another provider than passwords want none.
 */
export async function readPassword(
  file: string | undefined,
  { ask, files }: Pick<Context, "ask" | "files">,
): Promise<string | undefined> {
  if (file !== undefined) return firstLine(await files.secret(file), file);
  if (!ask.possible) return undefined;
  const password = await ask.secret("Password (empty if the server keeps none)");
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
