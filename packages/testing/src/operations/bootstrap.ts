import { createHmac, timingSafeEqual } from "node:crypto";
import { ApiProblem } from "../errors.ts";
import type { Call, HandlerMap, ReplyOf } from "./operation.ts";
import { addUser } from "./users.ts";
import type { FakeState } from "../state/fake-state.ts";

/** How a server without users gets its first administrator. The old path does the same. */
export const bootstrapHandlers = {
  bootstrap: (state, _input, call) => createFirstAdministrator(state, call),
  bootstrapExperimental: (state, _input, call) => createFirstAdministrator(state, call),
} satisfies HandlerMap<"bootstrap" | "bootstrapExperimental">;

function createFirstAdministrator(state: FakeState, { bootstrapToken: token }: Call): ReplyOf<"bootstrap"> {
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
  return { status: 200, body: { api_key: state.keys.secretOf(key) } };
}

/**
 * Whether a bootstrap token is a JWT signed with HS256 that has not expired. Without a secret, which is in base64 as in
 * the server's configuration, any signature will do.
 */
export function isValidToken(token: string, secret: string | undefined, now: number): boolean {
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
