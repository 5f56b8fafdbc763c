import type { Exchange } from "./exchange.ts";

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
