import type { OperationId } from "@connect-sdk/api/operations";
import { bootstrapHandlers } from "./bootstrap.ts";
import { contentHandlers } from "./content.ts";
import { groupHandlers, groupMemberHandlers, remoteGroupHandlers } from "./groups.ts";
import { type UncheckedInput, checkInput } from "./input.ts";
import { keyHandlers } from "./keys.ts";
import type { Call, HandlerMap, InputOf, ReadyJson } from "./operation.ts";
import { permissionHandlers } from "./permissions.ts";
import { remoteUserHandlers } from "./remote-users.ts";
import { serverSettingsHandlers } from "./server-information.ts";
import { userHandlers } from "./users.ts";
import type { FakeState } from "../state/fake-state.ts";

/** Any handler's answer. */
export interface AnyReply {
  readonly status: number;
  readonly body?: unknown;
  /** The JSON of `body`, if it is at hand. */
  readonly json?: ReadyJson;
  readonly csv?: string;
}

/** A handler for every operation of the document. One that is missing is a compile error that names the operation. */
export const handlers = {
  ...userHandlers,
  ...remoteUserHandlers,
  ...keyHandlers,
  ...groupHandlers,
  ...groupMemberHandlers,
  ...remoteGroupHandlers,
  ...contentHandlers,
  ...permissionHandlers,
  ...serverSettingsHandlers,
  ...bootstrapHandlers,
} satisfies HandlerMap;

const byOperation: { [Id in OperationId]: (state: FakeState, input: InputOf<Id>, call: Call) => AnyReply } = handlers;

/** Checks an input and gives it to the operation's handler. */
export function executeOperation<Id extends OperationId>(
  id: Id,
  state: FakeState,
  input: UncheckedInput | InputOf<Id>,
  call: Call,
): AnyReply {
  const handler = byOperation[id];
  checkInput(id, input);
  return handler(state, input, call);
}
