import { operations, type OperationDescription } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import {
  decodeBase64,
  isCurrent,
  isSignedWith,
  readWebToken,
  type TokenClaims,
} from "../operations/identity-tokens.ts";
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
  const credential = readCredential(state, request);
  if (credential === undefined) return undefined;
  if (credential.isToken) return authenticateToken(exchange, credential.secret);
  const key = state.keys.bySecret(credential.secret);
  if (key === undefined) throw new ApiProblem("InvalidLogin");
  const user = state.users.get(key.userGuid);
  if (user === undefined) return authenticatePrincipal(exchange, key.userGuid);
  // Real server: unknown, assumed status 403 and code 50 for each operation.
  if (user.record.locked) throw new ApiProblem("UserLocked");
  recordActivity(state, user, key);
  return { user, role: weaker(key.role, user.record.user_role) };
}

/** Returns the caller of a request with a bearer token: that of a user who has signed in to a program, or a service token. */
function authenticateToken(exchange: Exchange, secret: string): Caller {
  const { state } = exchange;
  const service = state.serviceTokens.bySecret(secret);
  if (service !== undefined) return authenticateService(exchange, service);
  const token = state.authorizations.accessToken(secret);
  const user = token && state.users.get(token.family.user_guid);
  // Real server: not recorded for a token that has expired or was revoked, assumed the same as for a wrong key.
  if (token === undefined || user === undefined) throw new ApiProblem("InvalidLogin");
  if (user.record.locked) throw new ApiProblem("UserLocked");
  if (!token.isValid) throw new ApiProblem("InvalidLogin");
  recordActivity(state, user);
  return { user, role: user.record.user_role };
}

/** How long activity is not recorded again. */
const ACTIVITY_MINUTES = 5;

// Real server: the license also limits who may sign in; assumed that an existing key can be used.
function recordActivity(state: FakeState, user: UserEntry, key?: StoredKey): void {
  const now = state.clock.timestamp;
  const { active_time } = user.record;
  if ((key === undefined || key.activeTime === now) && active_time === now) return;
  const recently = state.clock.timestampBefore({ minutes: ACTIVITY_MINUTES });
  if (key !== undefined && (key.activeTime === null || key.activeTime < recently)) {
    key.activeTime = now;
    // Real server: unknown whether using a key is a sign-in.
    if (state.options.assumptions.keyUse === "sign-in") state.audit.recordSignIn(user);
  }
  if (active_time === null || active_time < recently) state.users.change(user, { active_time: now });
}

/** Stands for the user of a service token, which has none. Only operations for which the caller does not matter get it. */
const SERVICE: UserEntry = machine("service token", "");

/** Returns the entry of a caller that is not a user. It is in no store. */
function machine(username: string, guid: string): UserEntry {
  const record: UserEntry["record"] = {
    email: "",
    username,
    first_name: "",
    last_name: "",
    user_role: "administrator",
    created_time: "",
    updated_time: "",
    active_time: null,
    confirmed: true,
    locked: false,
    guid,
  };
  return createEntry(record, undefined, -1, "inactive");
}

/**
 * Lets a service principal use the content that it was bound to, and ask for the tasks of deploying it. Everything else is
 * refused with the code that clients take for a valid key without a user.
 */
function authenticatePrincipal({ state, path, parameters }: Exchange, guid: string): Caller {
  const principal = state.authorizations.principal(guid);
  if (principal === undefined) throw new ApiProblem("InvalidLogin");
  const isOwnContent = path.startsWith("/v1/content/") && parameters["guid"]?.toLowerCase() === principal.content_guid;
  if (!isOwnContent && !path.startsWith("/v1/tasks/")) throw new ApiProblem("PermissionDenied");
  const role = principal.app_role === "editor" ? "publisher" : "viewer";
  return { user: machine(principal.name, principal.guid), role };
}

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

interface Credential {
  readonly isToken: boolean;
  readonly secret: string;
}

const [KEY, BEARER] = ["Key ", "Bearer "];

/**
 * Returns the API key or the bearer token of a request. `X-RSC-Authorization` is for servers behind a proxy that uses
 * `Authorization` itself.
 */
function readCredential(state: FakeState, request: HttpRequest): Credential | undefined {
  // Empty if a proxy forwards a header that it did not receive. Real server: unknown, assumed the same as none.
  const forwarded = request.header("x-rsc-authorization") ?? "";
  if (forwarded !== "") return { isToken: false, secret: withoutScheme(forwarded, KEY) ?? forwarded };
  const authorization = request.header("authorization") ?? "";
  const key = withoutScheme(authorization, KEY);
  if (key !== undefined) return { isToken: false, secret: key };
  const token = state.version.has("authorizationServer") ? withoutScheme(authorization, BEARER) : undefined;
  // Real server: unknown how other schemes are treated, assumed the same as no credential.
  return token === undefined ? undefined : { isToken: true, secret: token };
}

function withoutScheme(value: string, scheme: string): string | undefined {
  return value.startsWith(scheme) ? value.slice(scheme.length) : undefined;
}

const SCHEME = "Connect-Bootstrap ";

/** The claims that Posit's command-line client puts into its tokens. Real server: assumed to require exactly these. */
const ISSUER = "rsconnect-python";
const AUDIENCE = "rsconnect";
const SCOPE = "bootstrap";

/**
 * Returns whether a request has a valid bootstrap token: a JWT that is signed with HS256 and the server's secret, made for
 * bootstrapping, and not expired. Real server: clocks are assumed to agree.
 */
export async function isBootstrapToken({ request, state }: Exchange): Promise<boolean> {
  const authorization = request.header("authorization");
  if (authorization?.startsWith(SCHEME) !== true) return false;
  const token = readWebToken(authorization.slice(SCHEME.length));
  if (token?.header["alg"] !== "HS256") return false;
  if (!isForBootstrapping(token.claims) || !isCurrent(token.claims, state.clock.milliseconds)) return false;
  const { bootstrapSecret } = state.options;
  if (bootstrapSecret === undefined) return true;
  const secret = decodeBase64(bootstrapSecret);
  return secret !== undefined && isSignedWith(secret, token);
}

function isForBootstrapping({ iss, aud, scope }: TokenClaims): boolean {
  return iss === ISSUER && [aud].flat().includes(AUDIENCE) && scope === SCOPE;
}

/**
 * Returns why a request to the control routes comes from a foreign web page, or undefined if it does not. Such a page can make a
 * browser send requests to this machine, and with a DNS name of its own that points here it could even read the responses.
 *
 * @param listenHost - the address that the server listens on, which is allowed besides the names of this machine.
 */
export function foreignReason(request: HttpRequest, listenHost: string): string | undefined {
  const host = hostnameOf(request.origin);
  if (!isAllowed(host, listenHost)) {
    return `The control routes refuse the host ${host ?? ""}; use 127.0.0.1, or listen on that host.`;
  }
  const origin = request.header("origin");
  if (origin === null || isAllowed(hostnameOf(origin), listenHost)) return undefined;
  return "The control routes refuse requests of web pages from other hosts.";
}

function isAllowed(host: string | undefined, listenHost: string): boolean {
  if (host === undefined) return false;
  if (host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host)) {
    return true;
  }
  // Every interface: an address is fine, because only names can be made to point here.
  if (listenHost === "0.0.0.0" || listenHost === "::") return host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);
  return host === hostnameOf(`http://${listenHost.includes(":") ? `[${listenHost}]` : listenHost}`);
}

/** Returns the normalized host of an origin; undefined for one that has none, such as `null`. */
function hostnameOf(origin: string): string | undefined {
  const host = URL.canParse(origin) ? new URL(origin).hostname : "";
  return host === "" ? undefined : host;
}
