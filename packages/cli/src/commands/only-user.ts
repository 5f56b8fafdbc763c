import { usageError } from "../errors/cli-error.ts";

/** The one USER of a command that changes one at a time. */
export function onlyUser(names: readonly string[]): string {
  const [name, ...others] = names;
  if (name !== undefined && others.length === 0) return name;
  throw usageError("This changes one user at a time.", "Name one USER, and run it once for each.");
}
