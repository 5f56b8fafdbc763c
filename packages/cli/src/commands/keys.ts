import type { ApiKeyRecord, UserRole } from "@connect-sdk/api";
import { USER_ROLES } from "@connect-sdk/api";
import type { UserKeys } from "@connect-sdk/users";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { CliError, usageError } from "../errors.ts";
import type { Result, RowFlags } from "../terminal/result.ts";

const ACTIONS = ["list", "create", "revoke"] as const;

interface Flags extends GlobalFlags, RowFlags {
  readonly name?: string | undefined;
  readonly expires?: string | undefined;
  readonly role?: UserRole | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Lists, creates and revokes your API keys. Connect lets nobody manage the keys of others. A new key is printed once, on " +
    "standard output. KEY is the id or the exact name of a key.",
  examples: [
    ["keys list", "List your keys and when they expire"],
    ["keys create --name ci --expires 30d --role viewer > key.txt", "Create a key that expires, and store it"],
    ["keys revoke ci", "Revoke a key"],
  ],
  usage: "list|create|revoke [KEY]",
  choices: ACTIONS,
  parameters: {
    flags: {
      ...globalFlags,
      ...rowFlags,
      name: { kind: "parsed", parse: String, optional: true, placeholder: "NAME", brief: "Name of the new key" },
      expires: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "30d|DATE",
        brief: "When the new key expires (Connect 2026.06): 12h, 30d, 8w, or a date",
      },
      role: {
        kind: "enum",
        values: USER_ROLES,
        optional: true,
        placeholder: "ROLE",
        brief: "The most powerful role of the new key (default: yours)",
      },
    },
    positional: {
      kind: "array",
      parameter: {
        brief: "list, create or revoke, and the id or exact name of a key",
        placeholder: "ACTION",
        parse: String,
      },
    },
  },
  async run(flags, [word, key, extra], { connect, signal, now }) {
    const action = readAction(word);
    checkUse(flags, action, key, extra);
    const expires_at = flags.expires === undefined ? undefined : parseExpiry(flags.expires, now());
    const { keys } = await (await connect()).me({ signal });
    switch (action) {
      case "list":
        return {
          kind: "rows",
          rows: (await keys.find({ signal })).map(describeKey),
          columns: ["id", "name", "user_role", "expires_at", "created_time", "active_time"],
        };
      case "create":
        return await create(keys, { name: flags.name ?? "", user_role: flags.role, expires_at }, signal);
      case "revoke":
        return await revoke(keys, key ?? "", signal);
    }
  },
});

type Action = (typeof ACTIONS)[number];

function readAction(word: string | undefined): Action {
  const action = ACTIONS.find((each) => each === word);
  if (action !== undefined) return action;
  const problem = word === undefined ? "Say what to do with your keys." : `\`keys ${word}\` does not exist.`;
  throw usageError(problem, "Use `keys list`, `keys create` or `keys revoke KEY`.");
}

function checkUse(
  { name, expires, role }: Flags,
  action: Action,
  key: string | undefined,
  extra: string | undefined,
): void {
  const unexpected = action === "revoke" ? extra : key;
  if (unexpected !== undefined) throw usageError(`Unexpected argument: \`${unexpected}\`.`, "Leave it out.");
  if (action === "create" && (name ?? "").trim() === "")
    throw usageError("A new key needs a name.", "Add --name NAME.");
  if (action !== "create" && [name, expires, role].some((flag) => flag !== undefined)) {
    throw usageError("--name, --expires and --role belong to `keys create`.", "Leave them out.");
  }
  if (action === "revoke" && key === undefined) throw usageError("KEY is missing.", "`keys list` shows your keys.");
}

const UNITS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Returns the time that a duration or a date means. @throws CliError of kind `usage` unless it is in the future. */
function parseExpiry(text: string, now: number): string {
  const [, count, unit] = /^([1-9]\d{0,5})([hdw])$/.exec(text) ?? [];
  const isUnit = (name: string | undefined): name is keyof typeof UNITS => name !== undefined && name in UNITS;
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const time = isUnit(unit) ? now + Number(count) * UNITS[unit] : isDate ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw usageError(
      `--expires cannot be \`${text}\`.`,
      "Use a duration such as 12h, 30d or 8w, or a date such as 2027-01-31 (midnight UTC) or 2027-01-31T18:00:00Z.",
    );
  }
  if (time <= now) throw usageError(`--expires ${text} is in the past.`, "Use a time in the future.");
  return new Date(time).toISOString();
}

interface NewKey {
  readonly name: string;
  readonly user_role: UserRole | undefined;
  readonly expires_at: string | undefined;
}

async function create(keys: UserKeys, wanted: NewKey, signal: AbortSignal): Promise<Result> {
  const created = await keys.create(wanted, { signal });
  // An older server ignores the field, and would leave a key that never expires.
  if (wanted.expires_at !== undefined && typeof created.expires_at !== "string") {
    await keys.delete(created, { signal });
    throw new CliError(
      "failed",
      "This server does not support keys that expire, so the new key was revoked again.",
      "Leave out --expires, or update the server to Connect 2026.06.",
    );
  }
  return {
    kind: "record",
    record: { ...describeKey(created), key: created.key },
    text: created.key,
    note: `Created the key \`${created.name}\` (id ${created.id})${typeof created.expires_at === "string" ? `, which expires ${created.expires_at}` : ""}. It cannot be shown again.`,
  };
}

async function revoke(keys: UserKeys, reference: string, signal: AbortSignal): Promise<Result> {
  const all = await keys.find({ signal });
  const named = all.filter(({ name }) => name === reference);
  const found = all.find(({ id }) => id === reference) ?? named[0];
  if (found === undefined) {
    throw new CliError("not_found", `No key has the id or name \`${reference}\`.`, "`keys list` shows your keys.");
  }
  if (found.id !== reference && named.length > 1) {
    const ids = named.map(({ id }) => id).join(", ");
    throw new CliError(
      "ambiguous",
      `${named.length} keys are named \`${reference}\`: ${ids}.`,
      "Use the id of one of them.",
    );
  }
  await keys.delete(found, { signal });
  return { kind: "record", record: describeKey(found), note: `Revoked the key \`${found.name}\` (id ${found.id}).` };
}

/** Returns a key without its secret. */
function describeKey(key: ApiKeyRecord): object {
  const { id, name, user_role, expires_at = null, created_time, active_time = null } = key;
  return { id, name, user_role, expires_at, created_time, active_time };
}
