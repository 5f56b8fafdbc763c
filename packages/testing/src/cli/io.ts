/** The environment of the program. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard input is a terminal, which sends its signals to child processes, too. */
  readonly interactive: boolean;
  /** Calls back when the process is asked to end, instead of ending it. Returns a function that undoes that. */
  onSignal(listener: (signal: Signal) => void): () => void;
}

type Signal = (typeof SIGNALS)[number];

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Returns the environment of this process. */
export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    interactive: process.stdin.isTTY,
    onSignal(listener) {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
  };
}
