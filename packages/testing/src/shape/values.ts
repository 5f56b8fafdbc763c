import { refuse, type Shape } from "./shape.ts";

export const text: Shape<string> = (value, path) => (typeof value === "string" ? value : refuse(value, path, "text"));

/** Text with at least one character. */
export const name: Shape<string> = (value, path) =>
  typeof value === "string" && value !== "" ? value : refuse(value, path, "text that is not empty");

export const flag: Shape<boolean> = (value, path) =>
  typeof value === "boolean" ? value : refuse(value, path, "true or false");

/** A time as Connect writes it. */
export const time: Shape<string> = (value, path) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : refuse(value, path, "a date and time such as 2026-01-31T12:00:00Z");

export const guid: Shape<string> = (value, path) =>
  typeof value === "string" && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)
    ? value
    : refuse(value, path, "a UUID in lower case");

/** A number between two limits, both allowed. */
export function numberFrom(minimum: number, maximum: number): Shape<number> {
  return (value, path) =>
    typeof value === "number" && value >= minimum && value <= maximum
      ? value
      : refuse(value, path, `a number from ${minimum} to ${maximum}`);
}

/** One of a closed set of values. */
export function oneOf<const T extends string | boolean>(...words: readonly T[]): Shape<T> {
  return (value, path) => words.find((word) => word === value) ?? refuse(value, path, words.join(", "));
}

/** What a shape allows, or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? null : shape(value, path));
}

/** A list whose entries all have one shape. */
export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((entry: unknown, index) => shape(entry, `${path}[${index}]`))
      : refuse(value, path, "a list");
}
