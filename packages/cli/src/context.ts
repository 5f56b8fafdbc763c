import type { Connection } from "@connect-sdk/users";
import type { FetchFunction } from "@connect-sdk/api";
import type { OAuthToken } from "@connect-sdk/api/oauth";
import { openNetwork, readNetwork } from "./connection/network.ts";
import { openConnection, type OpenOptions, openToken } from "./connection/open.ts";
import { createProfileKeyring, type ProfileKeyring } from "./connection/profiles.ts";
import type { GlobalFlags } from "./command-line/flags.ts";
import { type ConnectionFlags, readSettings, type Settings } from "./connection/settings.ts";
import { createFiles, type Files } from "./terminal/files.ts";
import type { Io } from "./terminal/io.ts";
import { createStatusLine, type Progress } from "./terminal/progress.ts";
import { createQuestions, type Questions } from "./terminal/questions.ts";
import { messageLine, shorten, styleFor } from "./terminal/text.ts";

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
  /** Returns the `fetch` of this computer's network. */
  readonly openNetwork: () => Promise<FetchFunction>;
  /** Whether a server without https, or with a certificate that nobody checks, is accepted. */
  readonly insecure: () => boolean;
  /** Writes a line to standard error. With `--quiet` it waits for a question, and is not shown without one. */
  readonly note: (text: string) => void;
  /** Writes a warning to standard error. */
  readonly warn: (text: string) => void;
  /** Shows the progress of long work, on a terminal only. */
  readonly progress: (label: string, total?: number) => Progress;
  readonly ask: Questions;
  readonly files: Files;
  readonly keyring: ProfileKeyring;
  readonly env: Io["env"];
  /** Whether requests leave through the network of this computer. False for a caller with a `fetch` of its own. */
  readonly usesNetwork: boolean;
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
  const quiet = flags.quiet === true;
  const heldBack: string[] = [];
  const showHeldBack = (): void => {
    for (const text of heldBack.splice(0)) io.stderr.write(messageLine(shorten(text), io.stderr));
  };
  const note = (text: string): void => {
    heldBack.push(text);
    if (!quiet) showHeldBack();
  };
  const warn = (text: string): void => {
    const label = "warning:";
    io.stderr.write(style("yellow", label) + messageLine(`${label} ${shorten(text)}`, io.stderr).slice(label.length));
  };
  const status = createStatusLine(io, { quiet });
  const files = createFiles(io, flags);
  let opened: ProfileKeyring | undefined;
  // A function, because most commands need no profile.
  const openKeyring = (): ProfileKeyring => (opened ??= createProfileKeyring(io.keyring));
  const options: OpenOptions = { flags, io, openKeyring, warn, note, onWait: status.wait };
  let settings: Promise<Settings> | undefined;
  let connection: Promise<Connection> | undefined;
  const context: Context = {
    settings: () => (settings ??= readSettings({ flags, env: io.env, files, openKeyring })),
    connect: () => (connection ??= context.settings().then(context.connectWith)),
    connectWith: (chosen) => openConnection(chosen, options),
    openToken: (chosen) => openToken(chosen, options),
    openNetwork: () => openNetwork(readNetwork(io.env, flags), options),
    insecure: () => readNetwork(io.env, flags).insecure,
    note,
    warn,
    progress: status.start,
    ask: afterNotes(createQuestions(io), showHeldBack),
    files,
    get keyring() {
      return openKeyring();
    },
    env: io.env,
    usesNetwork: io.fetch === undefined,
    flags,
    signal,
    now: io.now ?? Date.now,
    sleep: io.sleep,
    openBrowser: io.openBrowser,
  };
  return context;
}

/** Shows the notes before a question: they say what it is about. */
function afterNotes(questions: Questions, showNotes: () => void): Questions {
  return {
    get possible() {
      return questions.possible;
    },
    get isDirect() {
      return questions.isDirect;
    },
    text: async (question) => {
      showNotes();
      return await questions.text(question);
    },
    secret: async (question) => {
      showNotes();
      return await questions.secret(question);
    },
    confirm: async (question) => {
      showNotes();
      return await questions.confirm(question);
    },
  };
}
