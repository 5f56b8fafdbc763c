/** Fields none of which is `undefined`. */
export type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Returns a copy without the fields that are `undefined`, for a query or a request body. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields>;
export function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * Assigns the fields of a record to an object with methods. Returns the fields whose names collide with methods (normally none):
 * those are part of the record's JSON only.
 */
export function assignRecord(object: object, record: object): object | undefined {
  const methods = Reflect.getPrototypeOf(object) ?? {};
  const collides = (name: string): boolean => name in methods;
  if (!Object.keys(record).some(collides)) {
    Object.assign(object, record);
    return undefined;
  }
  const entries = Object.entries(record);
  Object.assign(object, Object.fromEntries(entries.filter(([name]) => !collides(name))));
  return Object.fromEntries(entries.filter(([name]) => collides(name)));
}

/** Replaces secret fields where an object is inspected, as by `console.log` and test reporters. Its JSON still has them. */
export function hideWhenInspected<Shown extends object>(object: Shown, replacements: object): Shown {
  const prototype = Reflect.getPrototypeOf(object);
  return Object.defineProperty(object, Symbol.for("nodejs.util.inspect.custom"), {
    value: (): unknown => Object.setPrototypeOf({ ...object, ...replacements }, prototype),
  });
}
