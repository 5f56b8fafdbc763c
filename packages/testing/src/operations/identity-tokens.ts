import { OAuthProblem } from "../errors.ts";
import type { StoredPrincipal } from "../state/authorization-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { hashText } from "../state/ids.ts";

/** Identity tokens of other servers, such as those of CI systems, and their exchange for keys of service principals. */

/** The form of a request for an exchange. */
export interface ExchangeRequest {
  readonly subjectToken: string;
  readonly subjectTokenType: string;
  /** Undefined means an access token. */
  readonly requestedTokenType: string | undefined;
}

/** The key that an identity token was exchanged for. */
export interface ExchangedKey {
  readonly access_token: string;
  readonly issued_token_type: string;
  readonly token_type: string;
  readonly expires_in: number;
}

const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

/** Seconds for which keys of service principals are valid. Real server: unknown. */
const LIFETIME = 3600;

/**
 * Exchanges an identity token for an API key of the service principal that it belongs to.
 *
 * @throws OAuthProblem `invalid_grant`. Clients tell its reasons apart by words of the description: `ambiguous`, `verif`.
 */
export async function exchangeIdentityToken(state: FakeState, request: ExchangeRequest): Promise<ExchangedKey> {
  const { subjectToken, subjectTokenType, requestedTokenType = ACCESS_TOKEN } = request;
  if (subjectTokenType !== ID_TOKEN) throw new OAuthProblem("invalid_request", "subject_token_type is not supported.");
  if (requestedTokenType !== ACCESS_TOKEN) {
    throw new OAuthProblem("invalid_request", "requested_token_type is not supported.");
  }
  const claims = await verify(state, subjectToken);
  const [principal, ...others] = [...state.authorizations.principals()].filter((each) => matches(each, claims));
  if (principal === undefined) throw invalidGrant("The identity token matches no grant, or is for another audience.");
  if (others.length > 0) throw invalidGrant("The identity token is ambiguous: it matches several principals.");
  const key = state.keys.create({
    userGuid: principal.guid,
    name: principal.name,
    role: "viewer",
    createdTime: state.clock.timestamp,
    expiresAt: state.clock.timestampAfter(LIFETIME * 1000),
  });
  return {
    access_token: state.keys.secretOf(key),
    // Real server: the fields are those of RFC 8693, not observed.
    issued_token_type: ACCESS_TOKEN,
    token_type: "Key",
    expires_in: LIFETIME,
  };
}

function invalidGrant(description: string): OAuthProblem {
  return new OAuthProblem("invalid_grant", description);
}

function matches({ issuer, audience, claims }: StoredPrincipal, token: TokenClaims): boolean {
  if (token["iss"] !== issuer || ![token["aud"]].flat().includes(audience)) return false;
  return Object.entries(claims).every(([name, value]) => token[name] === value);
}

/** Returns the claims of a token. Throws an `OAuthProblem` unless it was signed by a known issuer and is valid now. */
async function verify(state: FakeState, token: string): Promise<TokenClaims> {
  const read = readWebToken(token);
  if (read?.header["alg"] !== "HS256") throw invalidGrant("The identity token cannot be verified: it is malformed.");
  const { claims } = read;
  const issuer = claims["iss"];
  const isKnown = [...state.authorizations.principals()].some((principal) => principal.issuer === issuer);
  if (typeof issuer !== "string" || !isKnown) {
    throw invalidGrant("The identity token cannot be verified: the issuer is not known.");
  }
  if (!(await isSignedWith(signingKey(state, issuer), read))) {
    throw invalidGrant("The identity token cannot be verified: the signature is wrong.");
  }
  if (!isCurrent(claims, state.clock.milliseconds)) {
    throw invalidGrant("The identity token cannot be verified: it has expired or is not valid yet.");
  }
  return claims;
}

/** Returns whether a token is valid at a time. Real server: one without an expiry is assumed to be invalid. */
export function isCurrent({ exp, nbf }: TokenClaims, now: number): boolean {
  return typeof exp === "number" && exp * 1000 > now && (typeof nbf !== "number" || nbf * 1000 <= now);
}

/**
 * Creates an identity token as its issuer would. The fake stands for all issuers, and signs with a secret instead of a key pair.
 *
 * @param isForged - gives the token a wrong signature.
 */
export async function createIdentityToken(state: FakeState, claims: TokenClaims, isForged: boolean): Promise<string> {
  const issuer = String(claims["iss"]);
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  const key = await importKey(signingKey(state, isForged ? `not ${issuer}` : issuer), "sign");
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(signed)));
  return `${signed}.${toBase64Url(signature)}`;
}

function encode(part: object): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(part)));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function signingKey({ ids }: FakeState, issuer: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(ids.secret(hashText(issuer), "identityToken"));
}

/** The claims of a token, which anyone could have written. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/** A JWT, taken apart. Nothing of it has been verified. */
export interface WebToken {
  readonly header: TokenClaims;
  readonly claims: TokenClaims;
  /** The part that is signed. */
  readonly signed: string;
  readonly signature: string;
}

/** Takes a JWT apart; undefined if it is none. */
export function readWebToken(token: string): WebToken | undefined {
  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const [header, claims] = [readJson(head), readJson(body)];
  if (header === undefined || claims === undefined || signature === "" || rest.length > 0) return undefined;
  return { header, claims, signed: `${head}.${body}`, signature };
}

/** Returns whether a token has the signature of a secret, by HMAC and SHA-256. */
export async function isSignedWith(secret: Uint8Array<ArrayBuffer>, { signed, signature }: WebToken): Promise<boolean> {
  const actual = decodeBase64(signature);
  if (secret.length === 0 || actual === undefined) return false;
  return crypto.subtle.verify("HMAC", await importKey(secret, "verify"), actual, new TextEncoder().encode(signed));
}

/** Web Crypto, which browsers have, too. */
function importKey(
  secret: Uint8Array<ArrayBuffer>,
  usage: "sign" | "verify",
): ReturnType<typeof crypto.subtle.importKey> {
  return crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, [usage]);
}

function readJson(part: string): TokenClaims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(part)));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is TokenClaims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Decodes base64 in either alphabet; undefined if it is neither. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
