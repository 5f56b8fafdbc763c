import { type OperationId, operations, type QueryParameter } from "@connect-sdk/api/operations";
import { ApiProblem, type ErrorName } from "../errors.ts";
import { isGuid } from "../state/ids.ts";
import type { ServerVersion } from "../state/server-version.ts";
import type { InputOf } from "./operation.ts";
import { bodyValidators, fieldFacts, type Violation } from "../generated/body-validators.ts";

/** The input of an operation as it was sent. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: RawQuery;
  readonly body: RawBody;
}

/** Every value of each query parameter. */
export type RawQuery = Readonly<Record<string, readonly string[]>>;

/** A body: its parsed JSON, the bytes of one that is not JSON, or the reason why it cannot be parsed. */
export interface RawBody {
  readonly value?: unknown;
  readonly problem?: ApiProblem;
}

/** Reads the input of an operation and validates it against the document. Throws an `ApiProblem` if it is not valid. */
export function readInput<Id extends OperationId>(id: Id, raw: RawInput, version: ServerVersion): InputOf<Id> {
  const path = readPath(raw.path);
  const query = readQuery(id, raw.query, version);
  if (raw.body.problem !== undefined) throw raw.body.problem;
  const hasBody = operations[id].requestMediaType !== null;
  const input = { path, query, body: hasBody ? withoutNulls(id, raw.body.value) : undefined };
  checkInput(id, input);
  return input;
}

interface UncheckedInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

function checkInput<Id extends OperationId>(id: Id, input: UncheckedInput | InputOf<Id>): asserts input is InputOf<Id> {
  const { path, query, body }: UncheckedInput = input;
  const { pathParameters, queryParameters, requestBody } = operations[id];
  for (const name of pathParameters) {
    if (path[name] === undefined) throw new TypeError(`The route of ${id} has no ${name}.`);
  }
  for (const name in queryParameters) {
    if (!(name in query)) throw new TypeError(`The query of ${id} was not read: ${name} is missing.`);
  }
  if (requestBody === null) return;
  const issues = validateBody(id, body);
  const [first] = issues;
  if (first !== undefined) throw new InvalidBody(id, first, issues);
}

/** Returns path parameters with guids in lower case. Throws an `ApiProblem` for an invalid guid. */
export function readPath(sent: Readonly<Record<string, string>>): Record<string, string> {
  const path: Record<string, string> = {};
  for (const name in sent) {
    const value = sent[name] ?? "";
    path[name] = name.endsWith("guid") ? readGuid(value) : value;
  }
  return path;
}

function readGuid(text: string): string {
  if (!isGuid(text)) throw new ApiProblem("InvalidId", `Not a valid GUID: ${text}`);
  return text.toLowerCase();
}

/** Reads the parameters that the operation has in this version. Like real servers, ignores all others. */
function readQuery(id: OperationId, sent: RawQuery, version: ServerVersion): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const parameters: Readonly<Record<string, QueryParameter>> = operations[id].queryParameters;
  for (const name in parameters) {
    const parameter = parameters[name];
    if (parameter === undefined) continue;
    const values = version.covers(parameter) ? sent[name] : undefined;
    query[name] = readParameter(name, parameter, values ?? []);
  }
  return query;
}

function readParameter(name: string, parameter: QueryParameter, sent: readonly string[]): unknown {
  // Real server: unknown what an empty value means, assumed the same as none. The first of several single values counts.
  const [first, ...others] = sent.filter((value) => value !== "");
  if (first === undefined) return readAbsent(name, parameter, sent);
  switch (parameter.type) {
    case "integer":
      return readInteger(name, parameter, first);
    case "boolean":
      return readBoolean(name, first);
    case "array":
      return readList(name, parameter, first, others);
    case "string":
      return parameter.enum === undefined ? first : readEnum(name, parameter, first);
  }
}

function readAbsent(name: string, parameter: QueryParameter, sent: readonly string[]): unknown {
  if (parameter.required && sent.length === 0) throw new ApiProblem("ParameterMissing", `${name} is required.`);
  if (parameter.type === "integer" || parameter.type === "boolean") return parameter.default;
  return parameter.required ? "" : undefined;
}

function readInteger(
  name: string,
  { minimum = -Infinity, maximum = 2 ** 31 - 1 }: QueryParameter,
  text: string,
): number {
  if (!/^[+-]?\d+$/.test(text)) throw new ApiProblem("InvalidParameter", `${name} must be an integer.`);
  const value = Number(text);
  // Real server: the code is unknown, 25 is the other candidate.
  if (value < minimum || value > maximum) {
    throw new ApiProblem("InvalidRange", `${name} must be from ${minimum} to ${maximum}.`);
  }
  return value;
}

const BOOLEANS = new Map([
  ["true", true],
  ["t", true],
  ["1", true],
  ["false", false],
  ["f", false],
  ["0", false],
]);

function readBoolean(name: string, text: string): boolean {
  const value = BOOLEANS.get(text.toLowerCase());
  if (value === undefined) throw new ApiProblem("InvalidParameter", `${name} must be true or false.`);
  return value;
}

/**
 * Values joined by `|` or `,` are alternatives. A repeated parameter adds alternatives if the delimiter is `,`; if it is
 * `|`, every occurrence has to match.
 */
function readList(name: string, parameter: QueryParameter, first: string, others: string[]): string[] {
  const { delimiter = "," } = parameter;
  const [values = [], ...more] = [first, ...others].map((text) =>
    text.split(delimiter).map((value) => readEnum(name, parameter, value)),
  );
  if (delimiter === ",") return [...new Set([values, ...more].flat())];
  return more.reduce((kept, list) => intersect(kept, new Set(list)), [...new Set(values)]);
}

function intersect(values: readonly string[], others: ReadonlySet<string>): string[] {
  return values.filter((value) => others.has(value));
}

function readEnum(name: string, { enum: allowed = [], invalidCode }: QueryParameter, value: string): string {
  if (allowed.includes(value)) return value;
  throw new ApiProblem(invalidCode ?? "InvalidParameter", `${name} must be one of ${allowed.join(", ")}.`);
}

/** The part of a query that selects a page by its neighbor. */
export interface KeysetQuery {
  readonly limit: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** A page of a sorted list, with the links to its neighbors. */
export interface KeysetPage<T> {
  readonly items: T[];
  readonly paging: {
    first: string | null;
    previous: string | null;
    next: string | null;
    last: string | null;
    cursors: { previous: string | null; next: string | null };
  };
}

/** How a list is read by pages. */
export interface Keyset<T> {
  /** The address of the list. */
  readonly url: string;
  readonly cursorOf: (item: T) => string;
  /** Returns whether an item comes before the one that a cursor names; undefined if the cursor is none of the list. */
  readonly isBefore: (cursor: string) => ((item: T) => boolean) | undefined;
}

/** The cursors that name the place before the first item, and the place after the last one. */
const [START, END] = ["start", "end"];

/**
 * Returns a page of a sorted list. A cursor names the item at the edge of a page, so that items added later do not move others
 * to another page.
 *
 * @param query - the filters of the request, which the links repeat, and its cursors.
 * @throws ApiProblem for a cursor that is not one of the list.
 */
export function keysetPage<T>(items: readonly T[], query: KeysetQuery, keyset: Keyset<T>): KeysetPage<T> {
  const { start, end } = rangeOf(items, query, keyset);
  const page = items.slice(start, end);
  const [first, last] = [page.at(0), page.at(-1)];
  const previous = start === 0 ? null : first === undefined ? END : keyset.cursorOf(first);
  const next = end >= items.length ? null : last === undefined ? START : keyset.cursorOf(last);
  const link = (cursor: { previous?: string; next?: string }): string => {
    const fields = Object.entries({ ...query, previous: undefined, next: undefined, ...cursor });
    const sent = fields.flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return `${keyset.url}?${String(new URLSearchParams(sent))}`;
  };
  return {
    items: page,
    paging: {
      first: previous === null ? null : link({}),
      previous: previous === null ? null : link({ previous }),
      next: next === null ? null : link({ next }),
      last: next === null ? null : link({ previous: END }),
      cursors: { previous, next },
    },
  };
}

/** Returns the positions of the first item of a page and of the first one after it. */
function rangeOf<T>(
  items: readonly T[],
  { limit, previous, next }: KeysetQuery,
  keyset: Keyset<T>,
): { start: number; end: number } {
  // Real server: unknown what both cursors mean together, assumed that `next` counts.
  if (next === undefined && previous !== undefined) {
    const end = countBefore(items, previous, keyset);
    return { start: Math.max(0, end - limit), end };
  }
  const position = next === undefined ? 0 : countBefore(items, next, keyset);
  const named = items[position];
  // `next` names the last item of the page before, which is not part of this one.
  const start = named !== undefined && keyset.cursorOf(named) === next ? position + 1 : position;
  return { start, end: start + limit };
}

/** Returns how many items come before the one that a cursor names, by bisection. */
function countBefore<T>(items: readonly T[], cursor: string, { isBefore }: Keyset<T>): number {
  if (cursor === START) return 0;
  if (cursor === END) return items.length;
  const test = isBefore(cursor);
  // Real server: the code is unknown.
  if (test === undefined) throw new ApiProblem("InvalidParameter", "This cursor is not one of a previous response.");
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && test(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A field of a request body that breaks a rule. It never contains the value, which may be a password. */
export interface ValidationIssue {
  /** JSON pointer to the field, such as `/user_role`; empty for the body as a whole. */
  readonly pointer: string;
  /** The broken rule of the document, a keyword of JSON Schema such as `required`, `type` or `enum`. */
  readonly rule: string;
  /** Names the field and the values that are allowed. */
  readonly message: string;
}

/**
 * Validates a request body against the document.
 *
 * @param body - the parsed JSON; `undefined` if the request had none.
 * @returns every issue, in the order of the document; nothing if the operation takes no body. Unknown fields are no issue:
 * real servers accept them.
 */
export function validateBody(operationId: OperationId, body: unknown): ValidationIssue[] {
  const schema = operations[operationId].requestBody;
  if (schema === null) return [];
  if (body === undefined) return [{ pointer: "", rule: "required", message: "a JSON body is required" }];
  const validate = bodyValidators[schema];
  return validate(body) ? [] : (validate.errors ?? []).map(describeViolation);
}

/**
 * Returns a body without the fields that are null although the document does not allow null. Python clients send null for
 * arguments that were not given, such as the `unique_id` of a group. Required fields stay, and are refused.
 */
export function withoutNulls(operationId: OperationId, body: unknown): unknown {
  const schema = operations[operationId].requestBody;
  if (schema === null || typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const fields = Object.entries(body);
  if (!fields.some(([, value]) => value === null)) return body;
  const required = new Set(pointersOf(validateBody(operationId, {})));
  const invalid = new Set(pointersOf(validateBody(operationId, body)).filter((pointer) => !required.has(pointer)));
  // Real server: unknown, assumed that null is ignored, as by most JSON readers in Go.
  const isIgnored = (name: string): boolean =>
    invalid.has(`/${name}`) && fieldFacts[schema][name]?.refusesNull !== true;
  return Object.fromEntries(fields.filter(([name, value]) => value !== null || !isIgnored(name)));
}

function pointersOf(issues: readonly ValidationIssue[]): string[] {
  return issues.map(({ pointer }) => pointer);
}

/** A request body that is refused, with all of its issues. The first one determines the error code. */
export class InvalidBody extends ApiProblem {
  readonly issues: readonly ValidationIssue[];

  constructor(id: OperationId, first: ValidationIssue, issues: readonly ValidationIssue[]) {
    super(kindOf(id, first), `${first.message}.`);
    this.issues = issues;
  }
}

// Real server: the code for each field is mostly unknown; assumed from the names of the codes.
function kindOf(id: OperationId, { pointer, rule }: ValidationIssue): ErrorName | number {
  if (pointer === "") return rule === "required" ? "CannotParseRequestBody" : "InvalidJson";
  if (rule === "required") return "ParameterMissing";
  if (rule === "format" && pointer.endsWith("_guid")) return "InvalidId";
  if (rule === "type" && pointer !== "/user_role") return "InvalidParameter";
  const schema = operations[id].requestBody;
  return (schema === null ? undefined : fieldFacts[schema][pointer.slice(1)]?.invalidCode) ?? "InvalidParameter";
}

function describeViolation({ instancePath, keyword, params }: Violation): ValidationIssue {
  const missing = params["missingProperty"];
  const pointer = typeof missing === "string" ? `${instancePath}/${missing}` : instancePath;
  const field = pointer === "" ? "the body" : pointer.slice(1).replaceAll("/", ".");
  return { pointer, rule: keyword, message: `${field} ${describeRule(keyword, params)}` };
}

function describeRule(keyword: string, params: Violation["params"]): string {
  const limit = String(params["limit"]);
  switch (keyword) {
    case "required":
      return "is required";
    case "type":
      return `must be ${listOf(params["type"]).map(withArticle).join(" or ")}`;
    case "enum":
      return `must be one of ${listOf(params["allowedValues"]).join(", ")}`;
    case "format":
      return `must be ${FORMATS[String(params["format"])] ?? String(params["format"])}`;
    case "pattern":
      return `must match ${String(params["pattern"])}`;
    case "minLength":
      return limit === "1" ? "must not be empty" : `must have at least ${limit} characters`;
    case "maxLength":
      return `must have at most ${limit} characters`;
    case "minItems":
      return limit === "1" ? "must not be empty" : `must have at least ${limit} items`;
    case "maxItems":
      return `must have at most ${limit} items`;
    case "minimum":
      return `must be at least ${limit}`;
    case "maximum":
      return `must be at most ${limit}`;
    default:
      return `breaks the rule "${keyword}"`;
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "a UUID",
  "date-time": "a date and time such as 2026-01-31T12:00:00Z",
  int32: "an integer of at most 32 bits",
  int64: "an integer of at most 64 bits",
};

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function withArticle(type: string): string {
  if (type === "null") return type;
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
