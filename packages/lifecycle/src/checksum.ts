/** Checksums of what people keep and pass on: reviews and saved plans. */
import { ConnectError } from "@connect-sdk/api";

/**
 * Throws if there are no checksums: browsers have none on pages without https. Called before anything is read.
 *
 * @param what - what has the checksum, for the message: `review`.
 */
export function requireChecksums(what: string): void {
  const subtle: unknown = Reflect.get(globalThis.crypto, "subtle");
  if (subtle !== undefined) return;
  throw new ConnectError(`This page cannot compute the checksum of the ${what}.`, {
    fix: "Open it over https, or on localhost.",
  });
}

/** Returns the SHA-256 of a string, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
