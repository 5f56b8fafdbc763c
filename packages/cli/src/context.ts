import type { Connection } from "@connect-sdk/users";
import type { ConnectionFlags } from "./flags/global-flags.ts";
import type { Io } from "./io.ts";
import type { ProfileKeyring } from "./keyring/profile-keyring.ts";
import type { Settings } from "./connection/settings.ts";
import type { Progress } from "./output/progress.ts";

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

/** Questions to the person at the terminal. Without a terminal they fail and say which flag to use instead. */
export interface Questions {
  /** Whether anybody is there to answer. */
  readonly possible: boolean;
  readonly text: (question: string) => Promise<string>;
  /** Reads without showing what is typed. */
  readonly secret: (question: string) => Promise<string>;
  /** Yes or no; no is the default. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** Files by the names that the user gave. */
export interface Files {
  /** The text of a file, or of standard input for `-`. */
  readonly read: (name: string) => Promise<string>;
  /** The text in chunks, for what may be large. */
  readonly stream: (name: string) => AsyncIterable<string>;
  /** What a file or standard input holds, not yet taken for text. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /** Writes a file in one step: nobody ever sees half of it, also when the program is ended in the middle. */
  readonly write: (name: string, text: string) => Promise<void>;
}
