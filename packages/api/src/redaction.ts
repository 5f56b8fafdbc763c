/** Keeps secrets out of everything that people see: remembers them, and replaces them in strings, parsed JSON and foreign errors. */

/** Replaces the secrets of a call in a string. */
export type Redact = (text: string) => string;

/** Fields of a body and headers that hold a secret: passwords, tickets, tokens, keys, and a credential that the caller set. */
const SENSITIVE = /password|ticket|token|secret|api_?key|authorization|cookie/i;

/** Returns a function that replaces the secrets in what a caller sends, in addition to those that are replaced already. */
export function redactSent(redact: Redact, ...sent: readonly unknown[]): Redact {
  for (const object of sent) {
    for (const [name, value] of Object.entries(object ?? {})) {
      if (typeof value !== "string" || !SENSITIVE.test(name)) continue;
      // Without the scheme of an `Authorization` header.
      const outer = redact;
      const own = redactSecret(value.replace(/^(key|bearer|basic) /i, ""), 4);
      redact = (text) => own(outer(text));
    }
  }
  return redact;
}

/**
 * Returns a function that replaces one secret, however it is encoded: in another case, escaped as in JSON or HTML,
 * percent-encoded, as hexadecimal digits, or anywhere inside a base64 string. Strings that are too short to be a secret are
 * ignored: redacting `key` would garble more than it hides.
 */
export function redactSecret(secret: string, minimum: number): Redact {
  let pattern: RegExp | undefined;
  // Created when an error occurs: that takes longer than a call.
  return (text) => (secret.length < minimum ? text : text.replace((pattern ??= patternOf(secret)), "[redacted]"));
}

function patternOf(secret: string): RegExp {
  const bytes = [...new TextEncoder().encode(secret)];
  // The digits that do not depend on what precedes and follows the secret.
  const base64 = [0, 1, 2].map((offset) =>
    btoa(String.fromCharCode(...Array<number>(offset).fill(0), ...bytes)).slice(
      Math.ceil((offset * 8) / 6),
      Math.floor(((offset + bytes.length) * 8) / 6),
    ),
  );
  const hex = bytes.map((byte) => toHex(byte)).join("");
  return new RegExp([secret, ...base64, hex].map((form) => Array.from(form, spell).join("")).join("|"), "gi");
}

/** Returns a pattern for the encodings of a character. */
function spell(character: string): string {
  const code = character.charCodeAt(0);
  const percent = [...new TextEncoder().encode(character)].map((byte) => `%(?:25)*${toHex(byte)}`).join("");
  const base64 = { "+": "|-", "/": "|_" }[character] ?? "";
  const plain = character.replace(/[^\w]/g, String.raw`\$&`);
  const escaped = String.raw`\\*(?:${plain}${base64}|u${toHex(code, 4)})`;
  return `(?:${escaped}|${percent}|&#(?:x0*${toHex(code)}|0*${code});)`;
}

function toHex(code: number, length = 2): string {
  return code.toString(16).padStart(length, "0");
}

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
