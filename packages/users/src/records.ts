/** Objects that are a record of the wire with methods: how fields get onto them, and off again. */
import { assignField, guardFields, isGuarded } from "./guarded-fields.ts";
import { hide, revealed } from "./hidden.ts";

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

/** Returns whether an object cannot be changed: it is frozen, or a snapshot that a state library made. */
export function isReadOnly(object: object): boolean {
  return Object.isFrozen(object) || Reflect.getOwnPropertyDescriptor(object, "guid")?.writable === false;
}
