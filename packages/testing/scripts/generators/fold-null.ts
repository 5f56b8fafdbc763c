/**
 * Rewrites "one of these values, or null" into a single schema, throughout: a wrong value is then one issue
 * ("must be one of …") and not one for each branch and another for the choice between them.
 */
export function foldNull(node: unknown, root: unknown = node): unknown {
  if (Array.isArray(node)) return node.map((item) => foldNull(item, root));
  if (!isObject(node)) return node;
  const branches = node["oneOf"];
  if (Array.isArray(branches) && branches.length === 2 && branches.some(isNull)) {
    const other: unknown = branches.find((branch) => !isNull(branch));
    const target = resolve(other, root);
    if (target !== undefined && Array.isArray(target["enum"])) {
      return { enum: [...(target["enum"] as unknown[]), null] };
    }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, foldNull(value, root)]));
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && schema["type"] === "null";
}

function resolve(schema: unknown, root: unknown): Record<string, unknown> | undefined {
  if (!isObject(schema)) return undefined;
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  const target = reference
    .replace("#/components/", "")
    .split("/")
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), root);
  return isObject(target) ? target : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
