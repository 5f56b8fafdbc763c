import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import { systemActor, userActor } from "../state/audit-log.ts";
import { auditLogHandlers, instrumentationHandlers } from "./activity.ts";
import { bundleHandlers, jobHandlers, taskHandlers } from "./bundles.ts";
import { contentHandlers } from "./content.ts";
import { groupHandlers } from "./groups.ts";
import { readInput, type RawInput } from "./input.ts";
import { keyHandlers, serviceTokenHandlers } from "./keys.ts";
import { oauthClientHandlers } from "./oauth-clients.ts";
import { oauthCredentialHandlers } from "./oauth-credentials.ts";
import { oauthIntegrationHandlers, oauthSessionHandlers, oauthTemplateHandlers } from "./oauth-integrations.ts";
import {
  hasRole,
  type Caller,
  type ContextOf,
  type HandlerMap,
  type OperationContext,
  type OperationResult,
  type ResultOf,
} from "./operation.ts";
import { tagHandlers, vanityHandlers } from "./organizing.ts";
import { permissionHandlers } from "./permissions.ts";
import { remoteUserHandlers } from "./remote-users.ts";
import { bootstrapHandlers, serverInformationHandlers } from "./server-information.ts";
import { userHandlers } from "./users.ts";

/** A handler for each operation of the document. A missing handler is a compile error that names the operation. */
export const handlers: HandlerMap = {
  ...userHandlers,
  ...remoteUserHandlers,
  ...keyHandlers,
  ...groupHandlers,
  ...contentHandlers,
  ...permissionHandlers,
  ...bundleHandlers,
  ...taskHandlers,
  ...jobHandlers,
  ...tagHandlers,
  ...vanityHandlers,
  ...instrumentationHandlers,
  ...serverInformationHandlers,
  ...bootstrapHandlers,
  ...auditLogHandlers,
  ...oauthIntegrationHandlers,
  ...oauthTemplateHandlers,
  ...oauthClientHandlers,
  ...oauthCredentialHandlers,
  ...oauthSessionHandlers,
  ...serviceTokenHandlers,
};

/**
 * Checks the caller's role, reads and validates the input, and calls the operation's handler. Adds to the audit log what the
 * handler says it has changed.
 *
 * @throws ApiProblem if the server refuses the request.
 */
export function executeOperation(
  state: FakeState,
  id: OperationId,
  raw: RawInput,
  context: OperationContext,
): OperationResult | Promise<OperationResult> {
  checkRole(id, context.caller);
  const result: OperationResult | Promise<OperationResult> = callHandler(state, id, raw, context);
  if (result instanceof Promise) return result.then((settled) => recordAudit(state, settled, context));
  return recordAudit(state, result, context);
}

function callHandler<Id extends OperationId>(
  state: FakeState,
  id: Id,
  raw: RawInput,
  context: OperationContext,
): ResultOf<Id> | Promise<ResultOf<Id>> {
  checkCaller(id, context);
  const input = readInput(id, raw, state.version);
  return handlers[id](state, input, context);
}

/** Adds to the audit log what a result says was changed, and returns the result. */
function recordAudit(state: FakeState, result: OperationResult, { caller }: OperationContext): OperationResult {
  const { audit = [] } = result;
  if (audit.length === 0) return result;
  // Real server: unknown who creates the first user, assumed the server itself.
  const actor = caller === undefined ? systemActor("Server setup") : userActor(caller.user);
  for (const { action, event } of audit) state.audit.record(actor, action, event);
  return result;
}

function checkCaller<Id extends OperationId>(
  id: Id,
  context: OperationContext | ContextOf<Id>,
): asserts context is ContextOf<Id> {
  const { caller }: OperationContext = context;
  if (caller === undefined && operations[id].authentication === "required") throw new ApiProblem("AuthRequired");
}

/** Throws an `ApiProblem` if the caller's role is too weak for an operation. */
export function checkRole(id: OperationId, caller: Caller | undefined): void {
  const { role, deniedCode } = operations[id];
  if (caller !== undefined && !hasRole(caller, role)) throw new ApiProblem(deniedCode);
}
