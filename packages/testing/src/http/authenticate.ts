import { operations, type OperationDescription } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import type { Caller } from "../operations/operation.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredKey, StoredServiceToken } from "../state/key-store.ts";
import { createEntry, weaker, type UserEntry } from "../state/user-search/user-entry.ts";
import type { Exchange, HttpRequest } from "./exchange.ts";

/**
 * Returns the caller of a request, and records it in the exchange.
 *
 * @returns undefined if the request has no credential and needs none.
 * @throws ApiProblem if a credential is missing or invalid, or its user is locked.
 */
export function identifyCaller(
  exchange: Exchange,
  authentication: OperationDescription["authentication"],
): Caller | undefined {
  if (authentication === "public" || authentication === "bootstrap") return undefined;
  const { state } = exchange;
  const caller = authenticate(exchange);
  if (caller === undefined && !mayBeAnonymous(state, authentication)) throw new ApiProblem("AuthRequired");
  exchange.userGuid = caller === undefined || caller.user === SERVICE ? null : caller.user.record.guid;
  return caller;
}

function mayBeAnonymous(
  { options, users }: FakeState,
  authentication: OperationDescription["authentication"],
): boolean {
  if (authentication === "first-user") return options.provider === "password" && users.size === 0;
  return authentication === "optional";
}

/** Returns the caller of a request that needs a credential. */
export function requireCaller(exchange: Exchange): Caller {
  const caller = identifyCaller(exchange, "required");
  if (caller === undefined) throw new ApiProblem("AuthRequired");
  return caller;
}

function authenticate(exchange: Exchange): Caller | undefined {
  const { state, request } = exchange;
  const service = readServiceToken(state, request);
  if (service !== undefined) return authenticateService(exchange, service);
  const secret = readCredential(state, request);
  if (secret === undefined) return undefined;
  const key = state.keys.bySecret(secret);
  const user = key && state.users.get(key.userGuid);
  if (key === undefined || user === undefined) throw new ApiProblem("InvalidLogin");
  // Real server: unknown, assumed status 403 and code 50 for each operation.
  if (user.record.locked) throw new ApiProblem("UserLocked");
  recordActivity(state, key, user);
  return { user, role: weaker(key.role, user.record.user_role) };
}

/** How long activity is not recorded again. */
const ACTIVITY_MINUTES = 5;

// Real server: the license also limits who may sign in; assumed that an existing key can be used.
function recordActivity(state: FakeState, key: StoredKey, user: UserEntry): void {
  const now = state.clock.timestamp;
  const { active_time } = user.record;
  if (key.activeTime === now && active_time === now) return;
  const recently = state.clock.timestampBefore({ minutes: ACTIVITY_MINUTES });
  if (key.activeTime === null || key.activeTime < recently) key.activeTime = now;
  if (active_time === null || active_time < recently) state.users.change(user, { active_time: now });
}

/** Stands for the user of a service token, which has none. Only operations for which the caller does not matter get it. */
const SERVICE: UserEntry = createEntry(
  {
    email: "",
    username: "service token",
    first_name: "",
    last_name: "",
    user_role: "administrator",
    created_time: "",
    updated_time: "",
    active_time: null,
    confirmed: true,
    locked: false,
    guid: "",
  },
  undefined,
  -1,
  "inactive",
);

/** How long the use of a service token is not recorded again. */
const SERVICE_ACTIVITY_MINUTES = 15;

/** Lets a service token call the operations that its scopes cover. Real server: unknown whose rights it has, assumed an administrator's. */
function authenticateService({ state, route }: Exchange, token: StoredServiceToken): Caller {
  const scope = route.operationId === null ? null : operations[route.operationId].serviceTokenScope;
  if (scope === null || !token.scopes.includes(scope)) throw new ApiProblem("PermissionDenied");
  const recently = state.clock.timestampBefore({ minutes: SERVICE_ACTIVITY_MINUTES });
  if (token.activeTime === null || token.activeTime < recently) token.activeTime = state.clock.timestamp;
  return { user: SERVICE, role: "administrator" };
}

function readServiceToken(state: FakeState, request: HttpRequest): StoredServiceToken | undefined {
  const authorization = request.header("authorization");
  if (authorization?.startsWith("Bearer ") !== true) return undefined;
  return state.serviceTokens.bySecret(authorization.slice("Bearer ".length));
}

/** Returns the API key of a request. `X-RSC-Authorization` is for servers behind a proxy that uses `Authorization` itself. */
function readCredential(state: FakeState, request: HttpRequest): string | undefined {
  // Empty if a proxy forwards a header that it did not receive. Real server: unknown, assumed the same as none.
  const forwarded = request.header("x-rsc-authorization") ?? "";
  if (forwarded !== "") return forwarded.startsWith("Key ") ? forwarded.slice(4) : forwarded;
  const authorization = request.header("authorization");
  if (authorization === null) return undefined;
  if (authorization.startsWith("Key ")) return authorization.slice(4);
  // The fake has no authorization server: API keys are accepted as access tokens of their users.
  if (authorization.startsWith("Bearer ") && state.version.has("bearerTokens")) return authorization.slice(7);
  // Real server: unknown how other schemes are treated, assumed the same as no credential.
  return undefined;
}

const SCHEME = "Connect-Bootstrap ";

/** The claims that Posit's command-line client puts into its tokens. Real server: assumed to require exactly these. */
const ISSUER = "rsconnect-python";
const AUDIENCE = "rsconnect";
const SCOPE = "bootstrap";

/**
 * Returns whether a request has a valid bootstrap token: a JWT that is signed with HS256 and the server's secret, made for
 * bootstrapping, and not expired.
 */
export async function isBootstrapToken({ request, state }: Exchange): Promise<boolean> {
  const authorization = request.header("authorization");
  if (authorization?.startsWith(SCHEME) !== true) return false;
  const [header = "", claims = "", signature = "", ...rest] = authorization.slice(SCHEME.length).split(".");
  const payload = readJson(claims);
  if (rest.length > 0 || signature === "" || payload === undefined || readJson(header)?.alg !== "HS256") return false;
  if (!isForBootstrapping(payload) || !isCurrent(payload, state.clock.milliseconds)) return false;
  const { bootstrapSecret } = state.options;
  return bootstrapSecret === undefined || isSignedWith(bootstrapSecret, `${header}.${claims}`, signature);
}

function isForBootstrapping({ iss, aud, scope }: Claims): boolean {
  return iss === ISSUER && [aud].flat().includes(AUDIENCE) && scope === SCOPE;
}

/** Real server: a token without an expiry is assumed to be invalid, and clocks are assumed to agree. */
function isCurrent({ exp, nbf }: Claims, now: number): boolean {
  return typeof exp === "number" && exp * 1000 > now && (typeof nbf !== "number" || nbf * 1000 <= now);
}

async function isSignedWith(secret: string, signed: string, signature: string): Promise<boolean> {
  const [key, actual] = [decodeBase64(secret), decodeBase64(signature)];
  if (key === undefined || key.length === 0 || actual === undefined) return false;
  // Web Crypto, which browsers have, too.
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, algorithm, false, ["verify"]);
  return crypto.subtle.verify("HMAC", imported, actual, new TextEncoder().encode(signed));
}

/** The claims of a token, which anyone could have written. */
interface Claims {
  readonly alg?: unknown;
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly scope?: unknown;
  readonly exp?: unknown;
  readonly nbf?: unknown;
}

function readJson(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(part)));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Decodes base64 in either alphabet; undefined if it is neither. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
