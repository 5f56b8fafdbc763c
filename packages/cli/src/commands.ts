import type { Commands } from "./command-line/command.ts";
import { type CliError, usageError } from "./errors.ts";

/** All commands, in the order of the help. A command's file is loaded when the command runs. */
export const commands: Commands = {
  whoami: {
    summary: "Show the user of the API key or session",
    load: async () => ({ default: (await import("./commands/status.ts")).whoami }),
  },
  list: { summary: "List users", load: async () => ({ default: (await import("./commands/list.ts")).list }) },
  show: { summary: "Show one user", load: async () => ({ default: (await import("./commands/show.ts")).show }) },
  count: { summary: "Count users", load: async () => ({ default: (await import("./commands/list.ts")).count }) },
  create: { summary: "Create a user", load: () => import("./commands/create.ts") },
  update: { summary: "Change a user's name, e-mail address or role", load: () => import("./commands/update.ts") },
  lock: {
    summary: "Lock users and free their licenses",
    load: async () => ({ default: (await import("./commands/lock.ts")).lockCommand }),
  },
  unlock: {
    summary: "Unlock users",
    load: async () => ({ default: (await import("./commands/lock.ts")).unlockCommand }),
  },
  import: { summary: "Create and update users from a file", load: () => import("./commands/import.ts") },
  export: {
    summary: "Export users as CSV for `import`",
    load: async () => ({ default: (await import("./commands/list.ts")).exportCommand }),
  },
  apply: {
    summary: "Apply a plan that was saved with --plan-out",
    load: async () => ({ default: (await import("./commands/undo.ts")).applyCommand }),
  },
  undo: { summary: "Undo the changes in a report", load: () => import("./commands/undo.ts") },
  sync: { summary: "Bring the accounts in line with a file", load: () => import("./commands/sync.ts") },
  offboard: {
    summary: "Lock a user who leaves, and hand over what the user owns",
    load: () => import("./commands/offboard.ts"),
  },
  transfer: {
    summary: "Give the content and groups of a user to another one",
    load: async () => ({ default: (await import("./commands/offboard.ts")).transferCommand }),
  },
  merge: { summary: "Merge two accounts of one person", load: () => import("./commands/merge.ts") },
  duplicates: {
    summary: "List accounts that may belong to one person",
    load: async () => ({ default: (await import("./commands/audit.ts")).duplicatesCommand }),
  },
  roles: { summary: "Give users the roles of their groups", load: () => import("./commands/roles.ts") },
  licenses: { summary: "Show licensed users by role", load: () => import("./commands/licenses.ts") },
  stale: { summary: "List or lock users without recent activity", load: () => import("./commands/stale.ts") },
  orphans: {
    summary: "List content whose owner is locked or unknown",
    load: async () => ({ default: (await import("./commands/audit.ts")).orphansCommand }),
  },
  audit: {
    summary: "List who changed what",
    load: async () => ({ default: (await import("./commands/audit.ts")).audit }),
  },
  "access-review": {
    summary: "List who has access, and carry out the reviewers' decisions",
    load: () => import("./commands/access-review.ts"),
  },
  groups: {
    summary: "List the groups of a user",
    load: async () => ({ default: (await import("./commands/show.ts")).groups }),
  },
  content: {
    summary: "List the content of a user",
    load: async () => ({ default: (await import("./commands/show.ts")).content }),
  },
  api: { summary: "Call any endpoint of the server", load: () => import("./commands/api.ts") },
  doctor: { summary: "Check the connection and suggest fixes", load: () => import("./commands/doctor.ts") },
  keys: { summary: "List, create and revoke your API keys", load: () => import("./commands/keys.ts") },
  login: {
    summary: "Sign in to a server, or store a key for it",
    load: async () => ({ default: (await import("./commands/login.ts")).login }),
  },
  logout: {
    summary: "Sign out and remove a profile",
    load: async () => ({ default: (await import("./commands/login.ts")).logout }),
  },
  status: {
    summary: "Show the server and credential in use",
    load: async () => ({ default: (await import("./commands/status.ts")).status }),
  },
  token: {
    summary: "Print the access token of the session",
    load: async () => ({ default: (await import("./commands/status.ts")).token }),
  },
  profiles: {
    summary: "List the stored profiles",
    load: async () => ({ default: (await import("./commands/status.ts")).profiles }),
  },
  completion: {
    summary: "Print shell completions for bash, zsh or fish",
    load: async () => ({ default: (await import("./commands/completion.ts")).completionCommand(commands) }),
  },
};

/** Other names of commands that change nothing. */
const SYNONYMS: Readonly<Record<string, keyof typeof commands>> = {
  ls: "list",
  get: "show",
  view: "show",
  info: "show",
  me: "whoami",
  license: "licenses",
  licence: "licenses",
  licences: "licenses",
  seats: "licenses",
};

/** Returns the name of the command that a word stands for; `undefined` for any other word. */
export function commandNamed(word: string): string | undefined {
  if (Object.hasOwn(commands, word)) return word;
  return Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
}

/** Words that other programs use for a command, and the command line that does it here. */
const ELSEWHERE: readonly (readonly [words: string, commandLine: string])[] = [
  ["add new invite adduser useradd register provision", "create USER"],
  ["edit set modify change patch usermod", "update USER --email EMAIL"],
  ["rename", "update USER --username NAME"],
  ["role roles promote demote set-role grant", "update USER --role ROLE"],
  ["disable deactivate suspend block ban", "lock USER"],
  ["enable activate reactivate restore unblock", "unlock USER"],
  ["search find", "list --prefix TEXT"],
  ["inactive idle unused", "stale --older-than 180d"],
  ["log logs events history activity changes", "audit --since 30d"],
  ["version", "--version"],
  ["leave offboarding handover hand-over", "offboard USER --to USER"],
  ["upload load", "import FILE"],
  ["download dump backup", "export > users.csv"],
  ["auth signin sign-in configure config setup", "login"],
  ["signout sign-out", "logout"],
  ["check ping test diagnose health", "doctor"],
  ["owns items", "content USER"],
  ["teams memberships", "groups USER"],
];

/** Returns the error for a word that is no command, if other programs use this word. */
export function hintFor(word: string, [first, second]: readonly string[]): CliError | undefined {
  if (/^(delete|del|rm|remove|destroy|drop|purge|userdel|deluser)$/.test(word)) {
    return usageError(
      "Connect's API cannot delete users.",
      `Use \`connect-users lock ${plainWord(first) ?? "USER"}\`: the account can no longer sign in and uses no license. ` +
        "To delete an account, run `usermanager delete` on the server itself.",
    );
  }
  if (/^(passwd|password|reset-password)$/.test(word)) {
    return usageError("Connect's API cannot change passwords.", "Users change their own password in Connect.");
  }
  const commandLine = ELSEWHERE.find(([words]) => words.split(" ").includes(word))?.[1];
  if (commandLine === undefined) return undefined;
  const complete = commandLine.replace("USER", plainWord(first) ?? "USER").replace("ROLE", plainWord(second) ?? "ROLE");
  return usageError(`Unknown command \`${word}\`.`, `Use \`connect-users ${complete}\`.`);
}

function plainWord(word: string | undefined): string | undefined {
  return word !== undefined && /^\w[\w.@-]*$/.test(word) ? word : undefined;
}
