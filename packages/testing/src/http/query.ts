import type { RawQuery } from "../operations/input.ts";

const EMPTY: RawQuery = Object.freeze({});

/** Takes a query string apart; every parameter keeps all of its values. */
export function parseQuery(text: string): RawQuery {
  if (text === "") return EMPTY;
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = query.get(name);
    if (values === undefined) query.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(query);
}
