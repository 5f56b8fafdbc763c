/** `console.log` and test reporters are no place for a secret: they show something else in its place. JSON still has it. */
export function hideWhenInspected<Shown extends object>(object: Shown, instead: object): Shown {
  const prototype = Reflect.getPrototypeOf(object);
  return Object.defineProperty(object, Symbol.for("nodejs.util.inspect.custom"), {
    value: (): unknown => Object.setPrototypeOf({ ...object, ...instead }, prototype),
  });
}
