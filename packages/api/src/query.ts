import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import { listDelimiters } from "./generated/routes.ts";

/** A query string as the document describes it: a list is one value, joined as its parameter demands, then encoded. */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  return serialize(query, (name, list) => [list.join(listDelimiters[name] ?? ",")]);
}

/** A query string for endpoints that the document does not know: a list repeats its parameter. */
export function serializeRawQuery(query: Readonly<Record<string, unknown>>): string {
  return serialize(query, (_, list) => list);
}

function serialize(
  query: Readonly<Record<string, unknown>>,
  spread: (name: string, list: readonly unknown[]) => readonly unknown[],
): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => {
      // Left out, an empty list of allowed values would allow them all.
      if (Array.isArray(value) && value.length === 0) throw invalid(name, "an empty list");
      return (Array.isArray(value) ? spread(name, value) : [value]).map(
        (item) => `${encode(name, name)}=${encode(name, String(item))}`,
      );
    })
    .join("&");
}

function encode(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw invalid(name, "a text with half a character (a lone surrogate)");
  }
}

function invalid(name: string, what: string): InvalidArgumentError {
  return new InvalidArgumentError(`${name} is ${what}, so nothing was sent.`, {
    argument: name,
    fix: "Leave it out, or pass a value that the server can read.",
  });
}
