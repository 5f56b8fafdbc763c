/**
 * What objects carry besides their fields: invisible when they are inspected, compared, spread, cloned or serialized.
 *
 * Private fields (`#session`) do not exist on a `Proxy`, and Vue, Pinia, Valtio and others hand out proxies. A property is read
 * through any proxy. Its value is a function, which such libraries do not wrap.
 */
import { InvalidArgumentError } from "@connect-sdk/api";

/** Hides a value behind a symbol. Returns whether that was possible: a frozen object takes no property. */
export function hide(object: object, key: symbol, value: object): boolean {
  return hideBehind(object, key, () => value);
}

/** As {@link hide}, with a function that many objects share. */
export function hideBehind(object: object, key: symbol, read: () => object): boolean {
  // Configurable: a proxy may then return what it likes for it.
  return Reflect.defineProperty(object, key, { value: read, configurable: true, writable: true });
}

/** Returns what was hidden, or `undefined` if there is nothing of this type. */
export function revealed<Value>(
  object: object,
  key: symbol,
  type: abstract new (...parameters: never[]) => Value,
): Value | undefined {
  const read: unknown = Reflect.get(object, key);
  const value: unknown = typeof read === "function" ? Reflect.apply(read, undefined, []) : undefined;
  return value instanceof type ? value : undefined;
}

/**
 * Returns what was hidden in the object of a method.
 *
 * @throws InvalidArgumentError if the method was called without its object, as by `const { find } = users; find()`.
 */
export function reveal<Value>(
  object: unknown,
  key: symbol,
  type: abstract new (...parameters: never[]) => Value,
): Value {
  const value = typeof object === "object" && object !== null ? revealed(object, key, type) : undefined;
  if (value !== undefined) return value;
  throw new InvalidArgumentError("A method was called without the object that it belongs to. Nothing was sent.", {
    argument: "this",
    fix: "Call it on its object: users.find(), not const { find } = users. Copies such as { ...user } have no methods.",
  });
}

/** Replaces secret fields where an object is inspected, as by `console.log` and test reporters. Its JSON still has them. */
export function hideWhenInspected<Shown extends object>(object: Shown, replacements: object): Shown {
  const prototype = Reflect.getPrototypeOf(object);
  return Object.defineProperty(object, Symbol.for("nodejs.util.inspect.custom"), {
    value: (): unknown => Object.setPrototypeOf({ ...object, ...replacements }, prototype),
    configurable: true,
  });
}
