import type { WireQuery } from "../handlers/read-query.ts";

/** Takes a query string apart; every parameter keeps all of its values. */
export function parseQuery(url: string): WireQuery {
  const start = url.indexOf("?");
  if (start < 0) return {};
  const end = url.indexOf("#", start);
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(url.slice(start + 1, end < 0 ? undefined : end))) {
    const values = query.get(name);
    if (values === undefined) query.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(query);
}
