import type { Commands } from "./command-line/command.ts";

/** All commands, in the order of the help. A command's file is loaded when the command runs. */
export const commands: Commands = {
  whoami: {
    summary: "Show the user of the API key or session",
    load: async () => ({ default: (await import("./commands/status.ts")).whoami }),
  },
  list: { summary: "List users", load: () => import("./commands/list.ts") },
  show: { summary: "Show one user", load: () => import("./commands/show.ts") },
  count: { summary: "Count users", load: () => import("./commands/count.ts") },
  create: { summary: "Create a user", load: () => import("./commands/create.ts") },
  update: { summary: "Change a user's name, e-mail address or role", load: () => import("./commands/update.ts") },
  lock: { summary: "Lock users and free their licenses", load: () => import("./commands/lock.ts") },
  unlock: { summary: "Unlock users", load: () => import("./commands/unlock.ts") },
  import: { summary: "Create and update users from a file", load: () => import("./commands/import.ts") },
  export: { summary: "Export users as CSV for `import`", load: () => import("./commands/export.ts") },
  sync: { summary: "Make the accounts what a file says", load: () => import("./commands/sync.ts") },
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
    load: async () => ({ default: (await import("./commands/findings.ts")).duplicatesCommand }),
  },
  roles: { summary: "Give users the roles of their groups", load: () => import("./commands/roles.ts") },
  licenses: { summary: "Show licensed users by role", load: () => import("./commands/licenses.ts") },
  stale: { summary: "List or lock users without recent activity", load: () => import("./commands/stale.ts") },
  orphans: {
    summary: "List content whose owner is locked or unknown",
    load: async () => ({ default: (await import("./commands/findings.ts")).orphansCommand }),
  },
  audit: { summary: "List who changed what", load: () => import("./commands/audit.ts") },
  "access-review": {
    summary: "List who has access, and carry out the reviewers' decisions",
    load: () => import("./commands/access-review.ts"),
  },
  groups: { summary: "List the groups of a user", load: () => import("./commands/groups.ts") },
  content: { summary: "List the content of a user", load: () => import("./commands/content.ts") },
  api: { summary: "Call any endpoint of the server", load: () => import("./commands/api.ts") },
  doctor: { summary: "Check the connection and suggest fixes", load: () => import("./commands/doctor.ts") },
  keys: { summary: "List, create and revoke your API keys", load: () => import("./commands/keys.ts") },
  login: { summary: "Sign in to a server, or store a key for it", load: () => import("./commands/login.ts") },
  logout: { summary: "Sign out and remove a profile", load: () => import("./commands/logout.ts") },
  status: { summary: "Show the server and credential in use", load: () => import("./commands/status.ts") },
  token: {
    summary: "Print the access token of the session",
    load: async () => ({ default: (await import("./commands/status.ts")).token }),
  },
  profiles: { summary: "List the stored profiles", load: () => import("./commands/profiles.ts") },
  completion: {
    summary: "Print shell completions for bash, zsh or fish",
    load: async () => ({ default: (await import("./commands/completion.ts")).completionCommand(commands) }),
  },
};
