import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { suggest } from "@connect-sdk/api/internal";
import { type Cap, type Membership, planRoles } from "@connect-sdk/lifecycle";
import { commandLine, readInput } from "../bulk/flags.ts";
import { madeChanges, readReport } from "../bulk/journal.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";

interface Flags extends LifecycleFlags {
  readonly map?: readonly string[] | undefined;
  readonly otherwise?: "leave" | UserRole | undefined;
  readonly membersFile?: string | undefined;
  readonly allowAdministrator?: boolean | undefined;
  readonly maxDemotions?: Cap | undefined;
}

export default defineCommand<Flags, [string]>({
  description:
    "Gives users the roles of their groups. Members of several groups get the highest one. Shows the plan first. A group that " +
    "does not exist is an error. Locked users and administrators stay as they are.",
  examples: [
    ["roles sync --map analysts=publisher --map everybody=viewer --dry-run", "See which roles would change"],
    ["roles sync --map analysts=publisher --map everybody=viewer --yes", "Change them from a cron job"],
    ["roles sync --map analysts=publisher --check", "Exit with 10 if a role differs"],
    ["roles sync --map staff=publisher --members-file idp.csv", "Take members from the provider's export: user,group"],
  ],
  usage: "sync --map GROUP=ROLE",
  choices: ["sync"],
  parameters: {
    flags: {
      ...globalFlags,
      ...lifecycleFlags,
      map: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "GROUP=ROLE",
        brief: `Members of this group get this role (${USER_ROLES.join(", ")}); repeat for more groups`,
      },
      otherwise: {
        kind: "enum",
        values: ["leave", ...USER_ROLES],
        optional: true,
        placeholder: "ROLE",
        brief: "Role of users in none of the groups; default: leave",
      },
      membersFile: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Read members from a CSV file with the columns user and group, instead of from the server",
      },
      allowAdministrator: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Allow promoting users to administrator and demoting administrators",
      },
      maxDemotions: {
        kind: "parsed",
        parse: readCap,
        optional: true,
        placeholder: "N|N%",
        brief: "The most demotions; default: 10% of the users in the groups",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "what to do", placeholder: "ACTION", parse: readAction }],
    },
  },
  async run(flags, [action], context) {
    const { otherwise, allowAdministrator, maxDemotions, force } = flags;
    const members = await readMembers(flags, context);
    const options = { map: readMap(flags.map ?? []), otherwise, members, allowAdministrator, maxDemotions, force };
    const earlier = madeChanges(await readReport(flags, context));
    return runLifecyclePlan((connection, signal) => planRoles(connection, { ...options, earlier, signal }), {
      flags,
      context,
      resume: commandLine("roles", [action], flags),
    });
  },
});

function readAction(text: string): string {
  if (text === "sync") return text;
  throw new Error(`\`${text}\` is not a command of roles. Use \`roles sync\`.`);
}

/** Reads `N` or `N%`. */
export function readCap(text: string): Cap {
  if (/^\d+$/.test(text)) return Number(text);
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return `${Number(percent)}%`;
  throw new Error(`\`${text}\` is neither a number such as 25 nor a percentage such as 10%.`);
}

function readMap(pairs: readonly string[]): Record<string, UserRole> {
  const map = new Map<string, UserRole>();
  for (const pair of pairs) {
    // A group's name may contain an equals sign, a role does not.
    const at = pair.lastIndexOf("=");
    const [group, word] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
    const role = USER_ROLES.find((known) => known === word.toLowerCase());
    if (group === "" || role === undefined) {
      const similar = suggest(word, USER_ROLES);
      const fix = similar === undefined ? `Use one of ${USER_ROLES.join(", ")}.` : `Did you mean \`${similar}\`?`;
      throw usageError(`--map \`${pair}\` is not GROUP=ROLE.`, fix);
    }
    const other = map.get(group);
    if (other !== undefined && other !== role) {
      throw usageError(`--map gives ${group} two roles, ${other} and ${role}.`, "Keep one of them.");
    }
    map.set(group, role);
  }
  if (map.size > 0) return Object.fromEntries(map);
  throw usageError("--map is missing.", "For example: `connect-users roles sync --map analysts=publisher`.");
}

async function readMembers(flags: Flags, context: Context): Promise<Membership[] | undefined> {
  if (flags.membersFile === undefined) return undefined;
  const { readTable } = await import("../import-file/import-file.ts");
  const bytes = await readInput(flags.membersFile, flags, context);
  return readTable(bytes, { name: flags.membersFile }, ["user", "group"]);
}
