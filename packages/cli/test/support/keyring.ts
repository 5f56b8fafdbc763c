import type { Keyring } from "../../src/main.ts";

/** A keyring in memory that a test can inspect. While `fails` is set, every call rejects with it; `failsToWrite`: every write. */
export interface MemoryKeyring extends Keyring {
  readonly entries: Map<string, string>;
  fails: string | undefined;
  failsToWrite: string | undefined;
}

export function memoryKeyring({ fails }: { fails?: string } = {}): MemoryKeyring {
  const entries = new Map<string, string>();
  const check = async (failure = state.fails): Promise<void> => {
    if (failure !== undefined) return await Promise.reject(new Error(failure));
  };
  const state: MemoryKeyring = {
    entries,
    fails,
    failsToWrite: undefined,
    async read(name) {
      await check();
      return entries.get(name);
    },
    async write(name, secret) {
      await check(state.fails ?? state.failsToWrite);
      entries.set(name, secret);
    },
    async remove(name) {
      await check();
      entries.delete(name);
    },
  };
  return state;
}
