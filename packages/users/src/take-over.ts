/**
 * Makes fields of a record those of an object. Returns those that would hide something that every such object has, such as a
 * method: they belong to the record only. Hardly ever are there any.
 */
export function takeOver(object: object, fields: object): object | undefined {
  const methods = Reflect.getPrototypeOf(object) ?? {};
  const hides = (name: string): boolean => name in methods;
  if (!Object.keys(fields).some(hides)) {
    Object.assign(object, fields);
    return undefined;
  }
  const pick = (hidden: boolean): object =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => hides(name) === hidden));
  Object.assign(object, pick(false));
  return pick(true);
}
