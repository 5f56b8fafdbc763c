import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";

/** Fills in the `{name}`s of a path of the document. */
export function serializePath(template: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !isSafeSegment(text)) throw unsafe(name);
    return encodeURIComponent(text);
  });
}

/** Takes the path of `client.request()` apart: with a slash before it, and its query string without the question mark. */
export function splitPath(path: string): [pathname: string, search: string] {
  const [, pathname = "", search = ""] = /^\/?([^?]*)\??(.*)$/s.exec(path) ?? [];
  if (pathname.includes("#") || !pathname.split("/").every(isSafeSegment)) {
    throw new InvalidArgumentError("The path cannot be sent as it is, so nothing was sent.", {
      argument: "path",
      fix: "No part of it may be empty, only dots, or contain a #, backslash or control character, encoded or not.",
    });
  }
  return [`/${pathname}`, search];
}

/**
 * Whether a text is one segment of a path and stays one. What is encoded is decoded first, as often as that changes anything,
 * because proxies do the same: `%252e%252e` would otherwise climb up behind them.
 */
function isSafeSegment(text: string): boolean {
  if (/^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u.test(text)) return false;
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text || isSafeSegment(decoded);
  } catch {
    return false;
  }
}

function unsafe(name: string): InvalidArgumentError {
  return new InvalidArgumentError(`"${name}" cannot be part of a path, so nothing was sent.`, {
    argument: name,
    fix: "It may not be empty, only dots, or contain a slash, backslash or control character, encoded or not.",
  });
}
