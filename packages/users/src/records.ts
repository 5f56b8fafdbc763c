/** Objects that are a record of the wire with methods: how fields get onto them, and off again. */
import { InvalidArgumentError } from "@connect-sdk/api";
import { printable } from "@connect-sdk/api/internal";

/** What an object remembers about its record. Created when there is something to remember. */
class Memory {
  /** Wire fields whose names collide with methods (normally none). */
  collisions: Readonly<Record<string, unknown>> = {};
  /** Counts changes and reads, to tell which came first. */
  time = 0;
  /** When each field was last changed. */
  readonly changed = new Map<string, number>();
}

const MEMORY = Symbol("memory");

function memoryOf(object: object): Memory {
  const known = revealed(object, MEMORY, Memory);
  if (known !== undefined) return known;
  const memory = new Memory();
  hide(object, MEMORY, memory);
  return memory;
}

/**
 * Assigns the fields of a record to an object with methods. Fields whose names collide with methods become part of the record's
 * JSON only. An object that is frozen stays as it is.
 */
export function assignRecord(object: object, record: object): void {
  assign(object, Object.entries(record));
}

/** Returns the moment at which a read begins, for {@link replaceRecord}. */
export function startOfRead(object: object): number {
  return ++memoryOf(object).time;
}

/** Replaces the record of an object by one that was read, but keeps what was changed after the read began. */
export function replaceRecord(object: object, record: object, start: number): void {
  const memory = memoryOf(object);
  const isOlder = (name: string): boolean => (memory.changed.get(name) ?? 0) <= start;
  for (const name of Object.keys(object)) {
    if (!Object.hasOwn(record, name) && isOlder(name)) Reflect.deleteProperty(object, name);
  }
  memory.collisions = {};
  assign(
    object,
    Object.entries(record).filter(([name]) => isOlder(name)),
    start,
  );
}

function assign(object: object, fields: readonly [name: string, value: unknown][], time?: number): void {
  if (Object.isFrozen(object)) return;
  const methods = Reflect.getPrototypeOf(object) ?? {};
  const collisions = fields.filter(([name]) => name in methods);
  if (time === undefined && collisions.length === 0 && revealed(object, MEMORY, Memory) === undefined) {
    for (const [name, value] of fields) assignField(object, name, value);
    return;
  }
  const memory = memoryOf(object);
  const now = time ?? ++memory.time;
  // Spread, unlike assignment, makes even `__proto__` an ordinary field.
  memory.collisions = { ...memory.collisions, ...Object.fromEntries(collisions) };
  for (const [name, value] of fields) {
    if (name in methods) continue;
    assignField(object, name, value);
    memory.changed.set(name, now);
  }
  if (isGuarded(object)) guardFields(object);
}

/** Returns the record of an object as it is on the wire, as a plain object. */
export function toRecord<Fields extends object>(object: Fields): Fields {
  return { ...object, ...revealed(object, MEMORY, Memory)?.collisions };
}

/**
 * Fields that refuse an assignment. The compiler refuses `user.user_role = "viewer"`, but JavaScript would change the object and
 * nothing on the server. They are own accessors, because a proxy passes an assignment on to them. They take 3.6 µs per user, so
 * long lists do without.
 */
class Values extends Map<string, unknown> {}

const VALUES = Symbol("values");
const accessors = new Map<string, PropertyDescriptor>();
/** Whether a method is assigning a field right now. */
let isAssigning = false;

/** Makes the fields of an object refuse an assignment that is not from one of its methods. Returns the object. */
export function guardFields<Guarded extends object>(object: Guarded): Guarded {
  const known = revealed(object, VALUES, Values);
  const values = known ?? new Values();
  if (known === undefined && !hide(object, VALUES, values)) return object;
  for (const name of Object.keys(object)) {
    if (values.has(name)) continue;
    values.set(name, Reflect.get(object, name));
    Reflect.defineProperty(object, name, accessorOf(name));
  }
  return known === undefined ? hideWhenInspected(object, {}) : object;
}

/**
 * Gives a new object the fields of a record, guarded. None of them may collide with a method. Takes a third of the time of guarding
 * fields that an object has.
 */
export function guardRecord(object: object, record: object): void {
  const values = new Values();
  hide(object, VALUES, values);
  hideWhenInspected(object, {});
  for (const [name, value] of Object.entries(record)) {
    values.set(name, value);
    Reflect.defineProperty(object, name, accessorOf(name));
  }
}

/** Assigns a field as a method does: through a proxy's own trap, so that the state library behind it notices. */
export function assignField(object: object, name: string, value: unknown): void {
  isAssigning = true;
  try {
    // Fails silently where an object is frozen.
    Reflect.set(object, name, value);
  } finally {
    isAssigning = false;
  }
}

/** Returns whether the fields of an object are guarded. */
export function isGuarded(object: object): boolean {
  return revealed(object, VALUES, Values) !== undefined;
}

function accessorOf(name: string): PropertyDescriptor {
  let accessor = accessors.get(name);
  if (accessor === undefined) {
    accessor = {
      get(this: object) {
        return revealed(this, VALUES, Values)?.get(name);
      },
      set(this: object, value: unknown) {
        // A proxy may have unwrapped the value, so a flag is all that can be compared.
        if (!isAssigning) throw refusal(name);
        revealed(this, VALUES, Values)?.set(name, value);
      },
      enumerable: true,
      configurable: true,
    };
    accessors.set(name, accessor);
  }
  return accessor;
}

function refusal(name: string): InvalidArgumentError {
  return new InvalidArgumentError(`Assigning to "${printable(name)}" changes nothing on the server.`, {
    argument: name,
    fix: "Call update(), lock() or unlock(), or copy the record with toJSON().",
  });
}

/*
 * Private fields (`#session`) do not exist on a `Proxy`, and Vue, Pinia, Valtio and others hand out proxies. What objects carry
 * besides their fields is therefore a property behind a symbol: read through any proxy, and invisible when the object is inspected,
 * compared, spread, cloned or serialized. Its value is a function, which such libraries do not wrap.
 */

/** Hides a value behind a symbol. Returns whether that was possible: a frozen object takes no property. */
export function hide(object: object, key: symbol, value: object): boolean {
  // Configurable: a proxy may then return what it likes for it.
  return Reflect.defineProperty(object, key, { value: () => value, configurable: true, writable: true });
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
  throw new InvalidArgumentError("A method was called without its object. Nothing was sent.", {
    argument: "this",
    fix: "Call it on its object, as in users.find(). Copies have no methods.",
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
