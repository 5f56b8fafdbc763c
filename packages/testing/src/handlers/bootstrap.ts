import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { Call } from "./call.ts";
import { addUser } from "./create-user.ts";
import type { HandlerMap, ReplyOf } from "./handler-types.ts";
import { isValidToken } from "./bootstrap-token.ts";

/** How a server without users gets its first administrator. The old path does the same. */
export const bootstrapHandlers = {
  bootstrap: (state, _input, call) => createFirstAdministrator(state, call),
  bootstrapExperimental: (state, _input, call) => createFirstAdministrator(state, call),
} satisfies HandlerMap<"bootstrap" | "bootstrapExperimental">;

function createFirstAdministrator(state: FakeState, { bootstrapToken: token }: Call): ReplyOf<"bootstrap"> {
  if (token === undefined || !isValidToken(token, state.options.bootstrapSecret, state.clock.milliseconds)) {
    throw new Problem("InvalidJWT");
  }
  if (state.users.size > 0) throw new Problem("ProhibitedBootstrap");
  const user = addUser(state, { username: "__bootstrap_admin__", user_role: "administrator" }, undefined, true);
  const key = state.keys.create({
    userGuid: user.record.guid,
    name: "bootstrap",
    role: "administrator",
    createdTime: state.clock.timestamp,
    expiresAt: null,
  });
  return { status: 200, body: { api_key: state.keys.secretOf(key) } };
}
