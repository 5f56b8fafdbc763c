import type { Keyring } from "../../src/main.ts";

/** A keyring in memory that a test can inspect. While `fails` is set, every call rejects with it. */
export interface MemoryKeyring extends Keyring {
  readonly entries: Map<string, string>;
  fails: string | undefined;
}

export function memoryKeyring({ fails }: { fails?: string } = {}): MemoryKeyring {
  const entries = new Map<string, string>();
  const check = async (): Promise<void> => {
    if (state.fails !== undefined) return await Promise.reject(new Error(state.fails));
  };
  const state: MemoryKeyring = {
    entries,
    fails,
    async read(name) {
      await check();
      return entries.get(name);
    },
    async write(name, secret) {
      await check();
      entries.set(name, secret);
    },
    async remove(name) {
      await check();
      entries.delete(name);
    },
  };
  return state;
}
