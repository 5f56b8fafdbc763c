import { isApiError } from "@connect-sdk/api";
import { defineCommand } from "../command.ts";
import { usageError } from "../errors/cli-error.ts";
import { globalFlags, type GlobalFlags } from "../flags/global-flags.ts";
import { userFieldFlags, userFields, type UserFieldFlags } from "../flags/user-fields.ts";
import { readPassword } from "../input/read-password.ts";
import { displayName } from "./display-name.ts";
import { USER_COLUMNS } from "./user-columns.ts";

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
      username: { kind: "parsed", parse: String, placeholder: "NAME", brief: "Username, required" },
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
