import { inspect } from "node:util";

/** The ways in which a secret could be written. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString("base64"), bytes.toString("hex")];
}

/** Every place, among named texts and objects, in which a secret can be read. */
export function findSecrets(secrets: readonly string[], places: Readonly<Record<string, unknown>>): string[] {
  const needles = secrets.flatMap(spellings);
  return Object.entries(places)
    .filter(([, place]) => everythingOf(place).some((text) => needles.some((needle) => text.includes(needle))))
    .map(([name]) => name);
}

/** All that can be got to see of something: as text, as JSON, in a debugger, in a stack, in its causes. */
function everythingOf(thing: unknown): string[] {
  if (typeof thing === "string") return [thing];
  const texts = [
    inspect(thing, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity }),
    inspect(thing, { depth: 12, showHidden: true, getters: true, maxStringLength: Infinity }),
    toJson(thing),
    String(thing),
  ];
  if (thing instanceof Error) {
    texts.push(thing.message, thing.stack ?? "", ...everythingOf(thing.cause));
    for (const name of Reflect.ownKeys(thing)) texts.push(...ownTexts(Reflect.get(thing, name)));
  }
  return texts;
}

function ownTexts(value: unknown): string[] {
  return [inspect(value, { depth: Infinity, maxStringLength: Infinity }), toJson(value)];
}

function toJson(thing: unknown): string {
  try {
    return thing === undefined ? "" : JSON.stringify(thing);
  } catch {
    // Something that refers to itself is not in any JSON.
    return "";
  }
}
