/* Terminal: streams, files and questions, and how results are written to them. Knows nothing of Connect. */

/** The outside world of the program. `bin.ts` creates it from the process, a test creates its own. */
export interface Io {
  /** Receives data only. */
  readonly stdout: Output;
  /** Receives notes, warnings, progress, prompts and errors. */
  readonly stderr: Output;
  readonly stdin: Input;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of relative file names. Default: the process's working directory. */
  readonly cwd?: string | undefined;
  /** Sends requests. Default: the runtime's `fetch`, with the proxy and certificates that the environment names. */
  readonly fetch?: typeof fetch | undefined;
  /** Ends the command early and cancels pending requests. */
  readonly signal?: AbortSignal | undefined;
  /** Returns the current time in milliseconds since 1970. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
  /** Opens the terminal of the person who runs the program, for prompts while standard input is a pipe. */
  readonly openTerminal?: (() => Terminal | undefined) | undefined;
  /** Waits, or rejects with the signal's reason as soon as the signal fires. Default: with the system's clock. */
  readonly sleep?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
  /** Opens a web page. Default: the system's browser. */
  readonly openBrowser?: ((url: string) => void | Promise<void>) | undefined;
  /** Stores the keys of profiles. Default: the system's keyring, loaded on first use. */
  readonly keyring?: Keyring | undefined;
}

/** Stores named secrets, like the keyring of a desktop. Every failure is a rejection. */
export interface Keyring {
  /** Returns the secret of this name; `undefined` when there is none. */
  read(name: string): Promise<string | undefined>;
  /** Stores a secret and replaces one of the same name. */
  write(name: string, secret: string): Promise<void>;
  /** Removes a secret if it exists. */
  remove(name: string): Promise<void>;
}

/** A stream to write to. */
export interface Output {
  /** Writes text. A returned promise is awaited before the next write; a rejection with `EPIPE` ends the command quietly. */
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal in columns. */
  readonly columns?: number | undefined;
}

/** A terminal that is open apart from the standard streams. */
export interface Terminal {
  readonly input: Input;
  readonly output: Output;
  /** Releases the terminal. */
  close(): void;
}

/** A stream to read from. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
