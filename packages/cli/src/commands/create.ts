import { isApiError } from "@connect-sdk/api";
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
  readonly username: string;
  readonly passwordFile?: string | undefined;
  readonly mustSetPassword?: boolean | undefined;
  readonly externalId?: string | undefined;
}

export default defineCommand<Flags>({
  description: "Creates a user. Without --role the server uses its default role, normally viewer.",
  examples: [
    ["create --username jdoe --email jo@example.com --must-set-password", "Let the user choose a password by e-mail"],
    ["create --username jdoe --email jo@example.com --password-file -", "Read the password from standard input"],
    ["create --username jdoe --first-name Jo --last-name Doe --role publisher", "Ask for the password at the terminal"],
  ],
  usage: "--username NAME",
  parameters: {
    flags: {
      ...globalFlags,
      ...userFieldFlags,
      username: { kind: "parsed", parse: readIdentifier, placeholder: "NAME", brief: "Username, required" },
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
  },
  async run({ username, passwordFile, mustSetPassword, externalId, ...flags }, _args, { ask, connect, files, signal }) {
    if (mustSetPassword === true && passwordFile !== undefined) {
      throw usageError("--must-set-password and --password-file cannot be combined.", "Remove one of them.");
    }
    const fields = { ...userFields(flags), username, ...(externalId !== undefined && { external_id: externalId }) };
    const password = mustSetPassword === true ? undefined : await readPassword(passwordFile, { ask, files });
    const { users } = await connect();
    const choice = mustSetPassword === true ? { user_must_set_password: true } : { password };
    const user = await users.create({ ...fields, ...choice }, { signal }).catch((error: unknown) => {
      throw mustSetPassword !== true && password === undefined && isPasswordMissing(error) ? passwordRequired() : error;
    });
    return { kind: "record", record: user, columns: USER_COLUMNS, note: `Created ${displayName(user)}.` };
  },
});

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
  if (file !== undefined) return firstLine(await files.read(file), file);
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
