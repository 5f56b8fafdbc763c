/** A variable of the environment, if there is such a thing (Node, Bun, Deno) and it may be read. Empty is as good as none. */
export function environmentVariable(name: string): string | undefined {
  try {
    const value = property(property(property(globalThis, "process"), "env"), name);
    return typeof value === "string" && value !== "" ? value : undefined;
  } catch {
    // Deno throws where it has not been allowed to look.
    return undefined;
  }
}

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
