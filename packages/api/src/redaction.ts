/** Keeps secrets out of parsed JSON and of foreign errors. Loaded when a call fails. */
import type { Redact } from "./plugin.ts";

/** Parses JSON and redacts its strings, including names: escapes are undone, so none can hide a secret. */
export function parseRedacted(json: string, redact: Redact): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") return redact(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]: [string, unknown]) => [redact(name), field]));
  });
}

/** Returns a foreign exception as it is. One that holds a secret anywhere (`request`, `config.headers` …) is rebuilt without. */
export function withoutSecrets(error: unknown, redact: Redact): unknown {
  return holdsSecret(error, redact) ? rebuild(error, redact) : error;
}

/** How many objects and strings of an exception are searched. A larger one counts as holding a secret. */
const SEARCH_LIMIT = 5_000;

function holdsSecret(error: unknown, redact: Redact): boolean {
  const found = new Set<unknown>([error]);
  try {
    for (const value of found) {
      if (found.size > SEARCH_LIMIT) return true;
      if (typeof value === "string" && (value.length > 1e6 || redact(value) !== value)) return true;
      if (typeof value === "object" && value !== null) addParts(value, found);
    }
    return false;
  } catch {
    // A proxy, or an object that is too large to search.
    return true;
  }
}

/** Adds what an object consists of, as far as it can be printed. */
function addParts(object: object, parts: Set<unknown>): void {
  if (ArrayBuffer.isView(object)) {
    parts.add(new TextDecoder().decode(new Uint8Array(object.buffer, object.byteOffset, object.byteLength)));
    return;
  }
  // `Request`, `Response` and `DOMException` inherit getters of these names.
  for (const name of [...Reflect.ownKeys(object), "message", "headers", "url"]) {
    parts.add(name).add(read(object, name));
  }
  if (isCollection(object)) {
    object.forEach((value, key) => {
      parts.add(value).add(key);
    });
  }
}

/** Returns whether an object is a `Map`, a `Set`, or headers or parameters of any implementation. */
function isCollection(object: object): object is Pick<Map<unknown, unknown>, "forEach"> {
  return "forEach" in object && typeof object.forEach === "function" && !Array.isArray(object);
}

/** Copies an error without its secrets: name, message, stack, primitive properties, and its causes. */
function rebuild(error: unknown, redact: Redact, depth = 0): Error {
  const clean = (value: unknown): unknown =>
    typeof value === "string" ? redact(value.length > 1e6 ? "" : value) : value;
  const copy = new Error();
  const properties = { message: typeof error === "string" ? error : "", name: "Error" };
  const object = typeof error === "object" && error !== null ? error : properties;
  const set = (name: PropertyKey, value: unknown, enumerable = false): void => {
    Object.defineProperty(copy, name, { value, enumerable, configurable: true, writable: true });
  };
  for (const name of attempt(() => Object.keys(object)) ?? []) {
    const value = read(object, name);
    if (typeof value !== "object" && typeof value !== "function") set(redact(name), clean(value), true);
  }
  for (const name of ["name", "message", "stack"]) {
    const value = read(object, name);
    if (typeof value === "string") set(name, clean(value));
  }
  const cause = read(object, "cause");
  if (cause !== undefined && depth < 5) set("cause", rebuild(cause, redact, depth + 1));
  return copy;
}

/** Reads a property of a foreign object; `undefined` if its getter throws. */
export function read(object: object, name: PropertyKey): unknown {
  return attempt((): unknown => Reflect.get(object, name));
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
