import type { FaultList } from "../faults/fault-list.ts";
import type { Journal } from "../journal.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { WireReply } from "./wire-reply.ts";

/** Gives an answer to whoever asked with this method. */
export type Respond = (reply: WireReply, method: string) => Response;

/** What the application needs of the fake that it works for. One application serves every fake. */
export interface Engine {
  readonly state: FakeState;
  readonly journal: Journal;
  readonly faults: FaultList;
  /** Makes a `Response` of an answer, or sends it in another way. */
  readonly respond: Respond;
}
