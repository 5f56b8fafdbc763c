import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import { listDelimiters } from "./generated/routes.ts";

/**
 * A query string, with a question mark before it unless it is empty. A list becomes one value, joined as the document demands
 * of that parameter.
 *
 * @param raw - for endpoints that the document does not know: what the query string begins with; a list repeats its parameter.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>> = {}, raw?: string): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return pair(name, value);
    // Left out, a list that allows no value would allow every value.
    if (value.length === 0) throw invalid(name);
    return raw === undefined
      ? pair(name, value.join(listDelimiters[name] ?? ","))
      : value.map((each) => pair(name, each));
  });
  const all = [raw, ...pairs].filter(Boolean).join("&");
  return all && `?${all}`;
}

function pair(name: string, value: unknown): string {
  try {
    return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
  } catch {
    throw invalid(name);
  }
}

function invalid(name: string): InvalidArgumentError {
  return new InvalidArgumentError(`"${name}" cannot be part of a query, so nothing was sent.`, {
    argument: name,
    fix: "It may not be an empty list or contain half a character (a lone surrogate); leave it out instead.",
  });
}
