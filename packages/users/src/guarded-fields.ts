/**
 * Fields that refuse an assignment. The compiler refuses `user.user_role = "viewer"`, but JavaScript would change the object and
 * nothing on the server.
 *
 * Own accessors, because a proxy passes an assignment on to them. They take 3.6 µs per user, so long lists do without.
 */
import { InvalidArgumentError } from "@connect-sdk/api";
import { printable } from "@connect-sdk/api/internal";
import { hide, hideWhenInspected, revealed } from "./hidden.ts";

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
  return new InvalidArgumentError(
    `Assigning to "${printable(name)}" changes nothing on the server, so it is refused.`,
    {
      argument: name,
      fix: "Call update(), lock() or unlock(), or copy the record with toJSON().",
    },
  );
}
