/** What a command has of the world around it: all that it reads and writes passes through here. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether someone sits at a terminal, which then sends its signals to child processes, too. */
  readonly interactive: boolean;
  /** Calls back when the process is asked to end, instead of ending it. Returns what undoes that. */
  onSignal(listener: (signal: Signal) => void): () => void;
}

/** A way to ask a process to end. */
type Signal = (typeof SIGNALS)[number];

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The world as this process sees it. */
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
