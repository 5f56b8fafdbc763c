/** Throws a `TypeError` that names a field which a builder does not know. */
export function refuseUnknown(builder: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw new TypeError(`${builder}() does not know ${JSON.stringify(name)}. It knows: ${known.join(", ")}.`);
    }
  }
}

/** Writes a time as Connect does. Throws a `TypeError` that names the field if it is none. */
export function readTime(builder: string, field: string, text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new TypeError(`${builder}(): ${field} is ${JSON.stringify(text)}, which is not a time.`);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
