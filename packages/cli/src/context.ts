import type { Connection } from "@connect-sdk/users";
import type { Io } from "./terminal/io.ts";
import { createProfileKeyring, type ProfileKeyring, systemKeyring } from "./connection/profiles.ts";
import { type ConnectionFlags, readSettings, type Settings } from "./connection/settings.ts";
import { createProgress, type Progress } from "./terminal/progress.ts";
import { openConnection } from "./connection/network.ts";
import { createFiles, type Files } from "./terminal/files.ts";
import { createQuestions, type Questions } from "./terminal/questions.ts";
import { safeText, styleFor } from "./terminal/text.ts";

/** What a command may use of the world. */
export interface Context {
  /** The connection that the flags, the environment or a profile name. Made on first use. */
  readonly connect: () => Promise<Connection>;
  /** Where that connection goes, without opening it. */
  readonly settings: () => Promise<Settings>;
  /** Connects with other settings than those. */
  readonly connectWith: (settings: Settings) => Promise<Connection>;
  /** Says something to the reader, on standard error. */
  readonly note: (text: string) => void;
  /** Warns the reader, on standard error. */
  readonly warn: (text: string) => void;
  /** Shows how far long work has come, on a terminal only. */
  readonly progress: (label: string, total?: number) => Progress;
  readonly ask: Questions;
  readonly files: Files;
  readonly keyring: ProfileKeyring;
  readonly env: Io["env"];
  readonly flags: ConnectionFlags;
  readonly signal: AbortSignal;
  /** The current time in milliseconds since 1970. */
  readonly now: () => number;
}

/** What the command may use, made of what the program has. */
export function createContext(flags: ConnectionFlags, io: Io, signal: AbortSignal): Context {
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
