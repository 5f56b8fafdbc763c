import type { Commands } from "./command-line/command.ts";

/** Every command by its name, in the order of the help. */
export const commands: Commands = {
  whoami: { summary: "Show whose key this is", load: () => import("./commands/whoami.ts") },
  list: { summary: "List users, all or filtered", load: () => import("./commands/list.ts") },
  show: { summary: "Show one user", load: () => import("./commands/show.ts") },
  count: { summary: "Count users, all or filtered", load: () => import("./commands/count.ts") },
  create: { summary: "Create a user", load: () => import("./commands/create.ts") },
  update: { summary: "Change a user's name, e-mail or role", load: () => import("./commands/update.ts") },
  lock: { summary: "Lock a user out and free the seat", load: () => import("./commands/lock.ts") },
  unlock: { summary: "Let a locked user in again", load: () => import("./commands/unlock.ts") },
  import: { summary: "Create and change users from a CSV file", load: () => import("./commands/import.ts") },
  export: { summary: "Write users as CSV that `import` reads", load: () => import("./commands/export.ts") },
  licenses: { summary: "Show who takes the seats of the licence", load: () => import("./commands/licenses.ts") },
  stale: { summary: "List or lock users who have not been active", load: () => import("./commands/stale.ts") },
  groups: { summary: "List the groups of a user", load: () => import("./commands/groups.ts") },
  content: { summary: "List the content that a user owns", load: () => import("./commands/content.ts") },
  api: { summary: "Call any endpoint of the server", load: () => import("./commands/api.ts") },
  doctor: { summary: "Check the connection and say what to fix", load: () => import("./commands/doctor.ts") },
  login: { summary: "Store a server and key as a profile", load: () => import("./commands/login.ts") },
  logout: { summary: "Remove a profile and its key", load: () => import("./commands/logout.ts") },
  profiles: { summary: "List the stored profiles", load: () => import("./commands/profiles.ts") },
  completion: {
    summary: "Print completions for bash, zsh or fish",
    load: async () => ({ default: (await import("./commands/completion.ts")).completionCommand(commands) }),
  },
};
