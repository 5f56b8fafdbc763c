/** Everything that the program touches of the world outside. {@link main} gets it from the process, a test makes its own. */
export interface Io {
  /** Gets data and nothing else. */
  readonly stdout: Output;
  /** Gets notes, warnings, progress, prompts and errors. */
  readonly stderr: Output;
  readonly stdin: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative file names start. Default: the process's working directory. */
  readonly cwd?: string | undefined;
  /** Sends the requests. Default: the runtime's `fetch`, through a proxy or with a CA where the environment says so. */
  readonly fetch?: typeof fetch | undefined;
  /** Ends the command early; what is in flight is cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** The current time in milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
  /** Keeps the keys of profiles that want it. Default: the system's keyring, which is loaded on first use. */
  readonly keyring?: Keyring | undefined;
}

/** Keeps secrets under a name, as the keyring of a desktop does. Whatever goes wrong is a rejection, and never silence. */
export interface Keyring {
  /** The secret of this name; `undefined` when there is none. */
  read(name: string): Promise<string | undefined>;
  /** Stores a secret in place of one of the same name. */
  write(name: string, secret: string): Promise<void>;
  /** Forgets a secret, if there is one. */
  remove(name: string): Promise<void>;
}

/** A stream to write to. */
export interface Output {
  /** Takes text. A promise that comes back is awaited before more is written; a rejection with `EPIPE` ends the command quietly. */
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal in columns. */
  readonly columns?: number | undefined;
}

/** A stream to read from. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
