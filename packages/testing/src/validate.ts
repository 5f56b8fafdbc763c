import { closest, distance } from "fastest-levenshtein";
import { inputValidators, type InputError, type Inputs, type InputValidator } from "./generated/control-validators.ts";

/**
 * Validates input of the fake against `openapi/fake-control.yaml`: options and arguments in-process, bodies of control
 * requests, data files and snapshots.
 *
 * @param name - the name of the schema.
 * @param place - where the value is, if it is part of something larger.
 * @throws InvalidInput with a message that names the place and what is allowed, such as
 * `users[3].user_role is "x"; allowed: administrator, publisher, viewer`.
 */
export function validate<Name extends keyof Inputs>(name: Name, value: unknown, place = ""): Inputs[Name] {
  const validator: InputValidator<Inputs[Name]> = inputValidators[name];
  if (validator(value)) return value;
  const [error] = validator.errors ?? [];
  throw new InvalidInput(error === undefined ? `${name} is invalid` : messageOf(error, place));
}

/** Returns an object without the fields that are undefined: they are the same as absent, but a schema counts them. */
export function withoutUndefined<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const copy = { ...value };
  for (const [name, field] of Object.entries(copy)) if (field === undefined) Reflect.deleteProperty(copy, name);
  return copy;
}

/** Copies the lists and objects of a value, however deep. Works for proxies, too, which `structuredClone` refuses. */
export function copyOf<T>(value: T, copies?: Map<unknown, unknown>): T;
export function copyOf(value: unknown, copies = new Map<unknown, unknown>()): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  const copy = Array.isArray(value) ? [] : {};
  // Fields that are ignored may contain anything, cycles included.
  copies.set(value, copy);
  for (const [name, field] of Object.entries(value)) {
    Object.defineProperty(copy, name, {
      value: copyOf(field, copies),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return copy;
}

/** Thrown for input that is invalid, or contradicts the state of the fake. */
export class InvalidInput extends TypeError {
  override readonly name = "InvalidInput";
}

/** Returns the message for a value that is not allowed. */
export function notAllowed(place: string, value: unknown, allowed: string): string {
  return `${place === "" ? "the value" : place} is ${show(value)}; allowed: ${allowed}`;
}

function messageOf(
  { instancePath, keyword, params, parentSchema, data, propertyName }: InputError,
  root: string,
): string {
  const place = instancePath.split("/").slice(1).map(unescape).reduce(join, root);
  if (propertyName !== undefined)
    return `${place} has the field ${show(propertyName)}; allowed: ${allowedBy(parentSchema)}`;
  switch (keyword) {
    case "required":
      return `${join(place, String(params["missingProperty"]))} is missing`;
    case "additionalProperties":
      return unknownField(place, String(params["additionalProperty"]), Object.keys(parentSchema.properties ?? {}));
    default: {
      const value = parentSchema["x-secret"] === true && typeof data === "string" ? HIDDEN : data;
      const suggestion = typeof data === "string" ? suggest(data, namesIn(parentSchema.enum)) : undefined;
      if (suggestion !== undefined) return `${place} is ${show(value)}; did you mean ${suggestion}?`;
      return notAllowed(place, value, allowedBy(parentSchema));
    }
  }
}

/** Shown in place of a secret. */
const HIDDEN = "[redacted]";

/** Returns the names that a schema allows, if there are so many that a message cannot list them. */
function namesIn(values: InputError["parentSchema"]["enum"] = []): string[] {
  return values.length > MAX_LISTED ? values.map(String) : [];
}

const MAX_LISTED = 10;

function unknownField(place: string, name: string, known: readonly string[]): string {
  const suggestion = suggest(name, known);
  const hint = suggestion === undefined ? `allowed: ${known.join(", ")}` : `did you mean ${suggestion}?`;
  return `${join(place, name)} is unknown; ${hint}`;
}

const MAX_WORD_LENGTH = 100;

/** Returns the candidate that a misspelled word probably stands for, if there is one. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  // Comparing takes time for each pair of letters.
  if (word.length > MAX_WORD_LENGTH || candidates.length === 0) return undefined;
  const spelledAlike = candidates.find((candidate) => withoutStyle(candidate) === withoutStyle(word));
  if (spelledAlike !== undefined) return spelledAlike;
  const candidate = closest(word, candidates);
  return distance(word, candidate) <= Math.min(3, Math.floor(word.length / 2)) ? candidate : undefined;
}

/** `hide-emails`, `hide_emails` and `hideEmails` are the same word. */
function withoutStyle(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}

/** Extends a place by a field or an index: `users` and `3` make `users[3]`. */
function join(place: string, part: string): string {
  if (/^\d+$/.test(part)) return `${place}[${part}]`;
  return place === "" ? part : `${place}.${part}`;
}

function unescape(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return value.toString();
  // JSON would show NaN and Infinity as null, and knows no bigint.
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const text = isNumber ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Describes the values that a schema allows. */
function allowedBy(schema: InputError["parentSchema"]): string {
  const { type, const: only, enum: values } = schema;
  if (schema["x-allowed"] !== undefined) return schema["x-allowed"];
  if (only !== undefined) return only;
  if (values !== undefined) return values.join(", ");
  return [type ?? []]
    .flat()
    .map((name) => describeType(name, schema))
    .join(" or ");
}

function describeType(type: string, { format, minLength, minimum, maximum }: InputError["parentSchema"]): string {
  const numbers = type === "integer" ? "a whole number" : "a number";
  switch (type) {
    case "boolean":
      return "true or false";
    case "integer":
    case "number":
      if (minimum === undefined) return numbers;
      return maximum === undefined ? `${numbers} of at least ${minimum}` : `${numbers} from ${minimum} to ${maximum}`;
    case "string":
      if (format === "uuid") return "a UUID";
      if (format === "date-time") return "a date and time such as 2026-01-31T12:00:00Z";
      return minLength === undefined ? "a string" : "a non-empty string";
    case "array":
    case "object":
      return `an ${type}`;
    default:
      return type;
  }
}
