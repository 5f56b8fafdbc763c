import type { OperationId } from "@connect-sdk/api/operations";
import type { FakeState } from "../state/fake-state.ts";
import type { Call } from "./call.ts";
import { checkInput, type UncheckedInput } from "./check-input.ts";
import type { InputOf, ReadyJson } from "./handler-types.ts";
import { handlers } from "./handlers.ts";

/** Any handler's answer. */
export interface AnyReply {
  readonly status: number;
  readonly body?: unknown;
  /** The JSON of `body`, if it is at hand. */
  readonly json?: ReadyJson;
  readonly csv?: string;
}

const byOperation: { [Id in OperationId]: (state: FakeState, input: InputOf<Id>, call: Call) => AnyReply } = handlers;

/** Checks an input and gives it to the operation's handler. */
export function runHandler<Id extends OperationId>(
  id: Id,
  state: FakeState,
  input: UncheckedInput | InputOf<Id>,
  call: Call,
): AnyReply {
  const handler = byOperation[id];
  checkInput(id, input);
  return handler(state, input, call);
}
