import { createHmac, timingSafeEqual } from "node:crypto";
import { ApiProblem } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { HandlerMap, ResultOf } from "./operation.ts";
import { addUser } from "./users.ts";

/** Bootstrapping: creates the first administrator of a server without users, and an API key for them. */
export const bootstrapHandlers = {
  bootstrap: (state, _input, context) => createFirstAdministrator(state, context.bootstrapToken),
  bootstrapExperimental: (state, _input, context) => createFirstAdministrator(state, context.bootstrapToken),
} satisfies HandlerMap<"bootstrap" | "bootstrapExperimental">;

function createFirstAdministrator(state: FakeState, token: string | undefined): ResultOf<"bootstrap"> {
  if (token === undefined || !isValidToken(token, state.options.bootstrapSecret, state.clock.milliseconds)) {
    throw new ApiProblem("InvalidJWT");
  }
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

/**
 * Returns whether a token is a JWT that is signed with HS256 and has not expired.
 *
 * @param secret - the signing secret in base64, as in the server's configuration. Without it, any signature is accepted.
 */
function isValidToken(token: string, secret: string | undefined, now: number): boolean {
  const [header = "", claims = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || readJson(header)?.["alg"] !== "HS256") return false;
  const payload = readJson(claims);
  if (payload === undefined || signature === "") return false;
  if (typeof payload["exp"] === "number" && payload["exp"] * 1000 <= now) return false;
  if (secret === undefined) return true;
  const expected = createHmac("sha256", Buffer.from(secret, "base64")).update(`${header}.${claims}`).digest();
  const actual = Buffer.from(signature, "base64url");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function readJson(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
