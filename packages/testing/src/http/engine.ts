import type { FaultList } from "../faults/fault-list.ts";
import type { Journal } from "../journal.ts";
import type { FakeState } from "../state/fake-state.ts";

/** What the application needs of the fake that it works for. One application serves every fake. */
export interface Engine {
  readonly state: FakeState;
  readonly journal: Journal;
  readonly faults: FaultList;
}
