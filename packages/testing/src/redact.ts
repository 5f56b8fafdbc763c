const SECRET_FIELDS = new Set(["password", "key", "api_key", "temp_ticket"]);
const REDACTED = "[redacted]";

/** Nothing that Connect takes is nested deeper; what is would only fill the journal. */
const DEEPEST = 16;

/** A copy of a JSON value without the values of fields that hold secrets, frozen. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[nested too deeply]";
  if (Array.isArray(value)) return Object.freeze(value.map((item) => redact(item, depth + 1)));
  const copy = Object.entries(value).map(([name, field]) => [
    name,
    SECRET_FIELDS.has(name.toLowerCase()) ? REDACTED : redact(field, depth + 1),
  ]);
  return Object.freeze(Object.fromEntries(copy));
}
