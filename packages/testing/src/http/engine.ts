import type { FaultList } from "../faults/fault-list.ts";
import type { Journal } from "../journal.ts";
import type { FakeState } from "../state/fake-state.ts";

/** What is needed of the fake that a request is for. The routes are the same for every fake. */
export interface Engine {
  readonly state: FakeState;
  readonly journal: Journal;
  readonly faults: FaultList;
}
