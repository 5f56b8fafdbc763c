import { ApiProblem } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { HandlerMap, OperationContext, ResultOf } from "./operation.ts";
import { addUser } from "./users.ts";

/** Bootstrapping: creates the first administrator of a server without users, and an API key for them. */
export const bootstrapHandlers = {
  bootstrap: (state, _input, context) => createFirstAdministrator(state, context),
  bootstrapExperimental: (state, _input, context) => createFirstAdministrator(state, context),
} satisfies HandlerMap<"bootstrap" | "bootstrapExperimental">;

function createFirstAdministrator(state: FakeState, { bootstrapping }: OperationContext): ResultOf<"bootstrap"> {
  if (!bootstrapping) throw new ApiProblem("InvalidJWT");
  if (state.users.size > 0) throw new ApiProblem("ProhibitedBootstrap");
  const user = addUser(state, { username: "__bootstrap_admin__", user_role: "administrator" }, undefined, true);
  const key = state.keys.create({
    userGuid: user.record.guid,
    name: "bootstrap",
    role: "administrator",
    createdTime: state.clock.timestamp,
    expiresAt: null,
  });
  return {
    status: 200,
    body: { api_key: state.keys.secretOf(key) },
    audit: [
      { action: "add_user", event: `Added user ${describeUser(user)}` },
      { action: "add_api_key", event: `Added API key ${key.name}` },
    ],
  };
}
