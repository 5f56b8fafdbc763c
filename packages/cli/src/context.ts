import type { Connection } from "@connect-sdk/users";
import type { FetchFunction } from "@connect-sdk/api";
import type { OAuthToken } from "@connect-sdk/api/oauth";
import { openConnection, openNetwork, type OpenOptions, openToken, readNetwork } from "./connection/network.ts";
import { createProfileKeyring, type ProfileKeyring, systemKeyring } from "./connection/profiles.ts";
import type { GlobalFlags } from "./command-line/flags.ts";
import { type ConnectionFlags, readSettings, type Settings } from "./connection/settings.ts";
import { createFiles, type Files } from "./terminal/files.ts";
import type { Io } from "./terminal/io.ts";
import { createProgress, type Progress } from "./terminal/progress.ts";
import { createQuestions, type Questions } from "./terminal/questions.ts";
import { safeText, styleFor } from "./terminal/text.ts";

/** Everything that a command may use. */
export interface Context {
  /** Opens the connection that the flags, the environment or a profile name, once. */
  readonly connect: () => Promise<Connection>;
  /** Returns where that connection goes, without opening it. */
  readonly settings: () => Promise<Settings>;
  /** Opens a connection with other settings. */
  readonly connectWith: (settings: Settings) => Promise<Connection>;
  /** Returns the credential that keeps the session of these settings valid. */
  readonly openToken: (settings: Settings) => Promise<OAuthToken>;
  /** Returns the `fetch` of this computer's network; `undefined` when the runtime's own is enough. */
  readonly openNetwork: () => Promise<FetchFunction | undefined>;
  /** Whether a server without https, or with a certificate that nobody checks, is accepted. */
  readonly insecure: () => boolean;
  /** Writes a line to standard error. */
  readonly note: (text: string) => void;
  /** Writes a warning to standard error. */
  readonly warn: (text: string) => void;
  /** Shows the progress of long work, on a terminal only. */
  readonly progress: (label: string, total?: number) => Progress;
  readonly ask: Questions;
  readonly files: Files;
  readonly keyring: ProfileKeyring;
  readonly env: Io["env"];
  readonly flags: ConnectionFlags;
  readonly signal: AbortSignal;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; `undefined`: with the system's clock. */
  readonly sleep: Io["sleep"];
  /** Opens a web page; `undefined`: with the system's browser. */
  readonly openBrowser: Io["openBrowser"];
}

/** Creates the context of one command. Nothing is read or opened before the command needs it. */
export function createContext(flags: GlobalFlags, io: Io, signal: AbortSignal): Context {
  const style = styleFor(io.stderr, io.env);
  const note = (text: string): void => {
    io.stderr.write(`${safeText(text)}\n`);
  };
  const warn = (text: string): void => {
    io.stderr.write(`${style("yellow", "warning:")} ${safeText(text)}\n`);
  };
  const files = createFiles(io, flags);
  const keyring = createProfileKeyring(io.keyring ?? systemKeyring);
  const options: OpenOptions = { flags, io, keyring, warn, note };
  let settings: Promise<Settings> | undefined;
  let connection: Promise<Connection> | undefined;
  const context: Context = {
    settings: () => (settings ??= readSettings({ flags, env: io.env, files, keyring })),
    connect: () => (connection ??= context.settings().then(context.connectWith)),
    connectWith: (chosen) => openConnection(chosen, options),
    openToken: (chosen) => openToken(chosen, options),
    openNetwork: () => openNetwork(readNetwork(io.env, flags), io),
    insecure: () => readNetwork(io.env, flags).insecure,
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
    sleep: io.sleep,
    openBrowser: io.openBrowser,
  };
  return context;
}
