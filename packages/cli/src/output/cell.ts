import { safeText } from "./safe-text.ts";

/** A value as a person reads it in a table. */
export function cell(value: unknown, field: string): string {
  if (value === null) return field.endsWith("_time") ? "never" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return safeText(plain(value));
}

/** A value as a program reads it in CSV: nothing for null, JSON for what is not a single value. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}
