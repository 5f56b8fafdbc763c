import { createHmac, timingSafeEqual } from "node:crypto";

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
