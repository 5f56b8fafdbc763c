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
