/**
 * Describes what a value from outside must look like: returns it, now known to be a `T`, or throws a {@link ShapeError}.
 * `path` says where the value was found, such as `users[3].user_role`; it is empty for the outermost one.
 */
export type Shape<T> = (value: unknown, path: string) => T;

/** A value from outside is not as it must be. The message says where it is, what it is and what is allowed. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** Refuses a value, in words that every shape shares. */
export function refuse(value: unknown, path: string, allowed: string): never {
  throw new ShapeError(`${path === "" ? "the whole" : path} is ${show(value)}; allowed: ${allowed}`);
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
