import type { FakeConnect } from "../fake-connect.ts";
import type { Fault, FaultHandle } from "../faults/fault.ts";

/** Remembers the faults that were set up from outside, where nobody can hold their handles. */
export class FaultRegister {
  readonly #fake: FakeConnect;
  #entries: { fault: Fault; handle: FaultHandle }[] = [];

  constructor(fake: FakeConnect) {
    this.#fake = fake;
  }

  add(fault: Fault): { hits: number } {
    const handle = this.#fake.fault(fault);
    this.#entries.push({ fault, handle });
    return { hits: handle.hits };
  }

  list(): { fault: Fault; hits: number }[] {
    return this.#entries.map(({ fault, handle }) => ({ fault, hits: handle.hits }));
  }

  /** Removes every fault, also those that were set up in the fake's own process. */
  clear(): void {
    this.#fake.clearFaults();
    this.#entries = [];
  }
}
