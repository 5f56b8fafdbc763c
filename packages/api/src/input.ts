/** Checks what callers pass, before anything is sent: input that is not understood must not be ignored. */
import { InvalidArgumentError, printable } from "./errors.ts";

/** Fields none of which is `undefined`. */
export type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Returns what to do about an unknown field, where more can be said than which fields there are; `true` to ignore it. */
export type Hint = (name: string, value: unknown) => string | true | undefined;

/**
 * Checks an object that a caller passed, and returns a copy without the fields that are `undefined`. Each field is read once, so
 * a getter or a `Proxy` cannot return another value after the check: use the copy.
 *
 * @param argument - what messages call the object: `"conditions"`, `"options"`, or the name of the parameter.
 * @param fields - its fields and their rules, see {@link checkValue}: `"limit:integer user_role:=viewer|=publisher"`. Each of the
 * generated `endpoints` has such a string for its query or body. `anything` stands for fields of any name.
 * @throws {@link InvalidArgumentError} for anything but an object, for an unknown field, for a value against its rule, and for a
 * required field that is missing.
 */
export function checkInput<Input extends object>(
  argument: string,
  input: Input,
  fields: string,
  hint?: Hint,
): Defined<Input>;
export function checkInput(argument: string, input: unknown, fields: string, hint?: Hint): Record<string, unknown>;
export function checkInput(argument: string, input: unknown, fields: string, hint?: Hint): Record<string, unknown> {
  const rules = parseFields(fields);
  const hasRequired = fields.includes("!");
  const names = isObject(input) ? listNames(input) : undefined;
  if (!isObject(input) || names === undefined) {
    // The names of bodies differ.
    const isOptional = /^(cond|opt|param|header|query)/.test(argument) && !hasRequired;
    throw wrongValue(argument, argument, input, `an object with ${list([...rules.keys()])}`, isOptional);
  }
  const copy: Record<string, unknown> = {};
  for (const name of names) {
    const value = input[name];
    if (value === undefined) continue;
    const rule = rules.get(name) ?? (name === "__proto__" ? undefined : rules.get("anything"));
    if (rule === undefined) {
      const advice = hint?.(name, value);
      if (advice !== true) throw unknownField(argument, name, rules, advice);
    } else {
      copy[name] = check(name, value, rule);
    }
  }
  // Throws, because the missing value is of no kind.
  if (hasRequired)
    for (const [name, rule] of rules) if (rule.isRequired && !Object.hasOwn(copy, name)) check(name, undefined, rule);
  return copy;
}

/**
 * Checks one value that a caller passed, and returns it; a list is copied.
 *
 * @param rule - the kinds of value that are allowed, joined by `|`: a type (`string`, `integer`, `number`, `decimal`, `boolean`, `function`,
 * `array`, `object`, `signal`, `null`, `true`, `false`, `any`), or a literal string behind `=`. `[]` in front means a list of such values.
 * In the fields of an object, `!` before that means that the field is required.
 * @throws {@link InvalidArgumentError} for a value of another kind.
 */
export function checkValue<Value>(argument: string, value: Value, rule: string): Value;
export function checkValue(argument: string, value: unknown, rule: string): unknown {
  return check(argument, value, parseRule(rule), true);
}

/** Returns whether a value is an object that can be read by property name: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && isArray(value) === false;
}

/** Returns whether a value is an array; `undefined` for a revoked proxy, such as a draft of Immer that is used too late. */
export function isArray(value: unknown): boolean | undefined {
  try {
    return Array.isArray(value);
  } catch {
    return undefined;
  }
}

interface Rule {
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly kinds: readonly string[];
}

const parsed = new Map<string, ReadonlyMap<string, Rule>>();

function parseFields(fields: string): ReadonlyMap<string, Rule> {
  let rules = parsed.get(fields);
  if (rules === undefined) {
    rules = new Map(
      fields.split(" ").flatMap((field) => {
        const [name = "", rule] = field.split(":");
        return rule === undefined ? [] : [[name, parseRule(rule)]];
      }),
    );
    parsed.set(fields, rules);
  }
  return rules;
}

const parsedRules = new Map<string, Rule>();

function parseRule(text: string): Rule {
  let rule = parsedRules.get(text);
  if (rule === undefined) {
    const kinds = text.replace(/^!?(\[\])?/, "").split("|");
    rule = { isRequired: text.startsWith("!"), isList: text.includes("[]"), kinds };
    parsedRules.set(text, rule);
  }
  return rule;
}

/**
 * Lists the names of an object's fields in the caller's order: even those that are not enumerable, inherited, or have a getter in
 * a class. Returns `undefined` for a promise, date, map, signal … passed by mistake.
 */
function listNames(input: object): readonly string[] | undefined {
  const names = Object.getOwnPropertyNames(input);
  const prototype = Reflect.getPrototypeOf(input);
  if (prototype === Object.prototype || prototype === null) return names;
  if (Object.prototype.toString.call(input) !== "[object Object]") return undefined;
  for (const name in input) if (!names.includes(name)) names.push(name);
  // `Object.prototype`, of this realm or another, is the last one and not searched.
  for (let owner = prototype, next; (next = Reflect.getPrototypeOf(owner)) !== null; owner = next) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (Reflect.getOwnPropertyDescriptor(owner, name)?.get !== undefined) names.push(name);
    }
  }
  return names;
}

function check(name: string, value: unknown, rule: Rule, isRequired = rule.isRequired): unknown {
  const { isList, kinds } = rule;
  if (isList && isArray(value) !== true) throw wrongValue(name, quote(name), value, "a list", !isRequired);
  // Copied: the caller may change its list while the call waits.
  const values: readonly unknown[] = isList && Array.isArray(value) ? Array.from<unknown>(value) : [value];
  for (const each of values) {
    if (kinds.some((kind) => isOfKind(each, kind))) continue;
    const subject = isList ? `An element of ${quote(name)}` : quote(name);
    throw wrongValue(name, subject, each, kinds.map(describeKind).join(" or "), !isRequired && !isList, kinds);
  }
  return isList ? values : value;
}

function isOfKind(value: unknown, kind: string): boolean {
  if (kind.startsWith("=")) return value === kind.slice(1);
  switch (kind) {
    case "any":
      return true;
    case "null":
    case "true":
    case "false":
      return value === JSON.parse(kind);
    case "array":
      return isArray(value) === true;
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "decimal":
      return Number.isFinite(value);
    case "signal":
      return isSignal(value);
    default:
      return typeof value === kind;
  }
}

/** Returns whether a value is an `AbortSignal`, of this realm or another. */
export function isSignal(value: unknown): value is AbortSignal {
  return isObject(value) && typeof value["aborted"] === "boolean" && typeof value["addEventListener"] === "function";
}

function unknownField(
  argument: string,
  name: string,
  rules: ReadonlyMap<string, Rule>,
  hint: string | undefined,
): InvalidArgumentError {
  const names = [...rules.keys()];
  const similar = suggest(name, names);
  const kind = { conditions: "a condition", options: "an option" }[argument] ?? `a field of ${argument}`;
  return new InvalidArgumentError(`${quote(name)} is not ${kind}. Nothing was sent.`, {
    argument: printable(name),
    fix:
      hint ??
      (similar === undefined
        ? names.length > 0
          ? `Use ${list(names)}.`
          : "Leave it out."
        : `Did you mean "${similar}"?`),
  });
}

function wrongValue(
  argument: string,
  subject: string,
  value: unknown,
  wanted: string,
  isOptional: boolean,
  kinds: readonly string[] = [],
): InvalidArgumentError {
  const literals = kinds.filter((kind) => kind.startsWith("=")).map((kind) => kind.slice(1));
  // Only where a choice was expected: any other string could be a secret.
  const isChoice = typeof value === "string" && literals.length > 0;
  const similar = isChoice ? suggest(value, literals) : undefined;
  return new InvalidArgumentError(`${subject} is ${isChoice ? quote(value) : describe(value)}. Nothing was sent.`, {
    argument,
    fix:
      similar === undefined ? `Pass ${wanted}${isOptional ? ", or leave it out" : ""}.` : `Did you mean "${similar}"?`,
  });
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  return isArray(value) === true ? "a list" : "an object of another kind";
}

function describeKind(kind: string): string {
  if (kind.startsWith("=")) return `"${kind.slice(1)}"`;
  if (/^(null|any|true|false)$/.test(kind)) return kind;
  return kind === "signal" ? "an AbortSignal" : `${/^[aio]/.test(kind) ? "an" : "a"} ${kind}`;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, 12).join(", ")}${names.length > 12 ? " …" : ""}`;
}

function quote(text: string): string {
  return `"${printable(text, 100)}"`;
}

/** Returns the candidate that a misspelled word probably means: the closest one, or one that starts with the word. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return (
    best?.candidate ?? candidates.find((candidate) => lower.length > 2 && candidate.toLowerCase().startsWith(lower))
  );
}

/** Counts the letters to insert, delete, replace or swap with their neighbor (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? (beforeLast[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? 0;
}

const HYPHENATED = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Returns a guid in the spelling that servers return: lower case, without braces and without `urn:uuid:`. Returns any other
 * string unchanged.
 */
export function normalizeGuid(value: string): string {
  const bare = value.toLowerCase().replace(/^urn:uuid:|^\{(?=.*\}$)|\}$/g, "");
  return HYPHENATED.test(bare) ? bare : value;
}

/** Returns whether a string is a guid, in any spelling that {@link normalizeGuid} understands. */
export function isGuid(value: string): boolean {
  return HYPHENATED.test(normalizeGuid(value));
}

/** Returns whether two guids identify the same object. */
export function isSameGuid(a: string, b: string): boolean {
  return a === b || normalizeGuid(a) === normalizeGuid(b);
}
