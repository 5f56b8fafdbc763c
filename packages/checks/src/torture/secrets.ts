import { inspect } from "node:util";

/** Returns the names of the places, strings or objects, in which a secret can be read. */
export function findSecrets(secrets: readonly string[], places: Readonly<Record<string, unknown>>): string[] {
  const needles = secrets.flatMap(spellings);
  return Object.entries(places)
    .filter(([, place]) => viewsOf(place).some((view) => needles.some((needle) => view.includes(needle))))
    .map(([name]) => name);
}

/** Returns every view of a value: as a string, as JSON, inspected, and the stack, causes and properties of an error. */
function viewsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const views = [
    inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity }),
    inspect(value, { depth: 12, showHidden: true, getters: true, maxStringLength: Infinity }),
    toJson(value),
    String(value),
  ];
  if (value instanceof Error) {
    views.push(value.message, value.stack ?? "", ...viewsOf(value.cause));
    for (const name of Reflect.ownKeys(value)) views.push(...viewsOfProperty(Reflect.get(value, name)));
  }
  return views;
}

function viewsOfProperty(value: unknown): string[] {
  return [inspect(value, { depth: Infinity, maxStringLength: Infinity }), toJson(value)];
}

function toJson(value: unknown): string {
  try {
    return value === undefined ? "" : JSON.stringify(value);
  } catch {
    // A circular value has no JSON.
    return "";
  }
}

/** Returns the encodings of a secret. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString("base64"), bytes.toString("hex")];
}
