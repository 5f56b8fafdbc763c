import {
  type ContentAssignment,
  type ContentRole,
  type LockOrder,
  planOffboard,
  planTransfer,
} from "@connect-sdk/lifecycle";
import type { FlagParametersForType } from "@stricli/core";
import { commandLine, readInput } from "../bulk/flags.ts";
import { readReport, startedMoves } from "../bulk/journal.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import { userArgument } from "../command-line/users.ts";

interface TransferFlags extends LifecycleFlags {
  readonly to: string;
  readonly keepAccess?: ContentRole | undefined;
  readonly renameClashes?: string | undefined;
  readonly variables?: boolean | undefined;
}

interface OffboardFlags extends Omit<TransferFlags, "to"> {
  readonly to?: string | undefined;
  readonly lock?: LockOrder | undefined;
  readonly keepGroups?: boolean | undefined;
  readonly permissions?: boolean | undefined;
  readonly sessions?: boolean | undefined;
  readonly map?: string | undefined;
}

/** Returns the flag for when an account is locked. */
export function lockFlag(byDefault: LockOrder): FlagParametersForType<{ lock?: LockOrder | undefined }> {
  return {
    lock: {
      kind: "enum",
      values: ["first", "last", "never"],
      optional: true,
      placeholder: "WHEN",
      brief: `When to lock the account, compared with the other steps; default: ${byDefault}`,
    },
  };
}

export const renameFlag: FlagParametersForType<{ renameClashes?: string | undefined }> = {
  renameClashes: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "SUFFIX",
    brief: "Rename content whose name the new owner has already, instead of refusing it",
  },
};

const keepAccessFlag: FlagParametersForType<{ keepAccess?: ContentRole | undefined }> = {
  keepAccess: {
    kind: "enum",
    values: ["viewer", "collaborator"],
    optional: true,
    placeholder: "ROLE",
    brief: "Let the old owner keep this access to the content",
  },
};

const variablesFlag: FlagParametersForType<{ variables?: boolean | undefined }> = {
  variables: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Name the environment variables of moved content, whose secrets to rotate (one request per item)",
  },
};

async function readMap(flags: OffboardFlags, context: Context): Promise<ContentAssignment[] | undefined> {
  if (flags.map === undefined) return undefined;
  const { readTable } = await import("../import-file/import-file.ts");
  return readTable(await readInput(flags.map, flags, context), { name: flags.map }, ["item", "to"]);
}

/** Reads which content an earlier run had started to move. Only its report tells which old owner still needs access. */
async function readStarted(
  flags: Pick<TransferFlags, "keepAccess" | "report" | "dryRun" | "json">,
  context: Context,
): Promise<string[]> {
  if (flags.keepAccess === undefined) return [];
  if (flags.report === undefined && flags.dryRun !== true && flags.json !== true) {
    context.note(
      "note: Add --report FILE: after a crash, only the report tells which moved content still needs the access of --keep-access.",
    );
  }
  return startedMoves(await readReport(flags, context));
}

const to = { kind: "parsed", parse: String, placeholder: "USER", brief: "Gets the content and the groups" } as const;

export default defineCommand<OffboardFlags, [string]>({
  description:
    "Offboards a user who leaves: locks the account, gives content and groups to a successor, and leaves groups. Shows the plan " +
    "first. Finishes what an earlier run left.",
  examples: [
    ["offboard jdoe --to ann --dry-run", "See what would happen"],
    ["offboard jdoe --to ann", "Do it after a confirmation"],
    ["offboard jdoe --to ann --permissions --sessions --yes --report jdoe.csv", "Leave nothing behind, from a script"],
    ["offboard jdoe --to ann --map map.csv", "Give some items, or tags, to others: item,to with tag:NAME for a tag"],
    ["offboard jdoe --to ann --lock last --keep-access viewer", "Hand over while the person is still there"],
  ],
  usage: "USER --to USER",
  parameters: {
    flags: {
      ...globalFlags,
      ...lifecycleFlags,
      to: { ...to, optional: true },
      ...lockFlag("first"),
      keepGroups: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Stay a member of groups, for somebody who will return",
      },
      permissions: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Take away access to the content of others (one request per content item of the server)",
      },
      sessions: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "End the sessions with services behind OAuth integrations",
      },
      map: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Read who gets which content instead from a file with the columns item (name, guid or tag:NAME) and to",
      },
      ...keepAccessFlag,
      ...renameFlag,
      ...variablesFlag,
    },
    positional: userArgument,
  },
  async run(flags, [user], context) {
    const { lock, keepGroups, permissions, sessions, keepAccess, renameClashes, variables, force } = flags;
    const map = await readMap(flags, context);
    const options = {
      user,
      to: flags.to,
      map,
      lock,
      keepGroups,
      permissions,
      sessions,
      keepAccess,
      renameClashes,
      variables,
      force,
    };
    const started = await readStarted(flags, context);
    return runLifecyclePlan((connection, signal) => planOffboard(connection, { ...options, started, signal }), {
      flags,
      context,
      resume: commandLine("offboard", [user], flags),
    });
  },
});

/** The command `transfer`. */
export const transferCommand = defineCommand<TransferFlags, [string]>({
  description: "Gives all content and groups of a user to another one. Both keep their accounts. Shows the plan first.",
  examples: [
    ["transfer jdoe --to ann --dry-run", "See what would be handed over"],
    ["transfer jdoe --to ann --keep-access collaborator", "Let jdoe go on working on it"],
  ],
  usage: "USER --to USER",
  parameters: {
    flags: { ...globalFlags, ...lifecycleFlags, to, ...keepAccessFlag, ...renameFlag, ...variablesFlag },
    positional: userArgument,
  },
  async run(flags, [user], context) {
    const { keepAccess, renameClashes, variables } = flags;
    const started = await readStarted(flags, context);
    return runLifecyclePlan(
      (connection, signal) =>
        planTransfer(connection, { user, to: flags.to, keepAccess, renameClashes, variables, started, signal }),
      { flags, context, resume: commandLine("transfer", [user], flags) },
    );
  },
});
