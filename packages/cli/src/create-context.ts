import type { Connection } from "@connect-sdk/users";
import { openConnection } from "./connection/open-connection.ts";
import { readSettings, type Settings } from "./connection/settings.ts";
import type { Context } from "./context.ts";
import type { GlobalFlags } from "./flags/global-flags.ts";
import { createFiles } from "./input/files.ts";
import { createQuestions } from "./input/questions.ts";
import type { Io } from "./io.ts";
import { createProfileKeyring } from "./keyring/profile-keyring.ts";
import { systemKeyring } from "./keyring/system-keyring.ts";
import { createProgress } from "./output/progress.ts";
import { safeText } from "./output/safe-text.ts";
import { styleFor } from "./output/style.ts";

/** What the command may use, made of what the program has. */
export function createContext(flags: GlobalFlags, io: Io, signal: AbortSignal): Context {
  const style = styleFor(io.stderr, io.env);
  const note = (text: string): void => {
    io.stderr.write(`${safeText(text)}\n`);
  };
  const warn = (text: string): void => {
    io.stderr.write(`${style("yellow", "warning:")} ${safeText(text)}\n`);
  };
  const files = createFiles(io);
  const keyring = createProfileKeyring(io.keyring ?? systemKeyring);
  let settings: Promise<Settings> | undefined;
  let connection: Promise<Connection> | undefined;
  const context: Context = {
    settings: () => (settings ??= readSettings({ flags, env: io.env, files, keyring })),
    connect: () => (connection ??= context.settings().then((found) => context.connectWith(found))),
    connectWith: (chosen) => openConnection(chosen, { flags, io, warn, note }),
    note,
    warn,
    progress: (label, total) => createProgress(label, total, io),
    ask: createQuestions(io),
    files,
    keyring,
    env: io.env,
    flags,
    signal,
    now: io.now ?? Date.now,
  };
  return context;
}
