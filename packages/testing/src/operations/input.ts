import { type OperationId, type QueryParameter, operations } from "@connect-sdk/api/operations";
import { type ErrorName, ApiProblem } from "../errors.ts";
import type { InputOf } from "./operation.ts";
import { type ValidationIssue, validateBody } from "./validate-body.ts";
import { isGuid } from "../state/ids.ts";
import type { Feature, ServerVersion } from "../state/server-version.ts";

/** An input of which nothing is certain yet. */
export interface UncheckedInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A refused body, with everything that is wrong with it. */
export class InvalidBody extends ApiProblem {
  readonly issues: readonly ValidationIssue[];

  constructor(id: OperationId, first: ValidationIssue, issues: readonly ValidationIssue[]) {
    super(...problemOf(id, first));
    this.issues = issues;
  }
}

/** Checks that an input is what the document promises to the handler; throws an `ApiProblem` if not. */
export function checkInput<Id extends OperationId>(
  id: Id,
  input: UncheckedInput | InputOf<Id>,
): asserts input is InputOf<Id> {
  const { path, query, body }: UncheckedInput = input;
  for (const name of operations[id].pathParameters) {
    if (path[name] === undefined) throw new TypeError(`The route of ${id} has no ${name}.`);
  }
  for (const name of Object.keys(operations[id].queryParameters)) {
    if (!(name in query)) throw new TypeError(`The query of ${id} was not read: ${name} is missing.`);
  }
  const issues = validateBody(id, body);
  const [first] = issues;
  if (first !== undefined) throw new InvalidBody(id, first, issues);
}

/** Path parameters with guids checked and in lower case. Throws an `ApiProblem` for what cannot be a guid. */
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

/** A query as it was sent: every value of each parameter. */
export type WireQuery = Readonly<Record<string, readonly string[]>>;

/**
 * Reads the parameters that the document has for an operation and that a server of this version knows; what else was sent is
 * passed over, as real servers do.
 */
export function readQuery(id: OperationId, sent: WireQuery, version: ServerVersion): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const parameters: Readonly<Record<string, QueryParameter>> = operations[id].queryParameters;
  for (const [name, parameter] of Object.entries(parameters)) {
    const feature = CAME_WITH[name];
    const known = feature === undefined || version.has(feature);
    query[name] = readParameter(name, parameter, (known ? sent[name] : undefined) ?? []);
  }
  return query;
}

const CAME_WITH: Readonly<Record<string, Feature>> = { sort: "userSort" };

function readParameter(name: string, parameter: QueryParameter, sent: readonly string[]): unknown {
  // Real server: unknown what an empty value means, assumed the same as none. The first of several single values counts.
  const [first, ...others] = sent.filter((value) => value !== "");
  if (first === undefined) {
    if (parameter.required && sent.length === 0) throw new ApiProblem("ParameterMissing", `${name} is required.`);
    return parameter.type === "integer" || parameter.type === "boolean"
      ? parameter.default
      : parameter.required
        ? ""
        : undefined;
  }
  switch (parameter.type) {
    case "integer":
      return readInteger(name, parameter, first);
    case "boolean":
      return readBoolean(name, first);
    case "array":
      return readList(name, parameter, first, others);
    case "string":
      return parameter.enum === undefined ? first : readEnum(name, parameter.enum, first);
  }
}

function readInteger(
  name: string,
  { minimum = -Infinity, maximum = 2 ** 31 - 1 }: QueryParameter,
  text: string,
): number {
  if (!/^[+-]?\d+$/.test(text)) throw new ApiProblem("InvalidParameter", `${name} must be a whole number.`);
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

/** Values joined by `|` are alternatives, and so are those joined by a comma; repeated parameters must all hold for `|`. */
function readList(
  name: string,
  { delimiter = ",", enum: known = [] }: QueryParameter,
  first: string,
  others: string[],
): string[] {
  const [values = [], ...more] = [first, ...others].map((text) =>
    text.split(delimiter).map((value) => readEnum(name, known, value)),
  );
  if (delimiter === ",") return [...new Set([values, ...more].flat())];
  return more.reduce((kept, list) => kept.filter((value) => list.includes(value)), values);
}

function readEnum(name: string, known: readonly string[], value: string): string {
  if (known.includes(value)) return value;
  throw new ApiProblem(INVALID_VALUE[name] ?? "InvalidParameter", `${name} must be ${known.join(", ")}.`);
}

const INVALID_VALUE: Readonly<Record<string, ErrorName>> = {
  user_role: "InvalidAuthRole",
  account_status: "InvalidUserStatus",
  include: "InvalidInclude",
};

/** The failure that Connect reports for a body that breaks a rule of the document, and the words for it. */
export function problemOf(id: OperationId, { pointer, rule, message }: ValidationIssue): [ErrorName, string] {
  return [kindOf(id, pointer, rule), `${message}.`];
}

// Real server: which code it has for each field is mostly unknown; assumed from what the codes are called.
function kindOf(id: OperationId, pointer: string, rule: string): ErrorName {
  if (pointer === "") return rule === "required" ? "CannotParseRequestBody" : "InvalidJson";
  if (rule === "required") return "ParameterMissing";
  if (pointer === "/user_role") return "InvalidAuthRole";
  if (rule === "enum") return UNKNOWN_VALUE[pointer] ?? "InvalidParameter";
  if (rule === "format" && pointer.endsWith("_guid")) return "InvalidId";
  if (pointer === "/username" && rule === "minLength") return "InvalidUserName";
  if (pointer === "/name" && rule !== "type") return BAD_NAME[id] ?? "InvalidParameter";
  return "InvalidParameter";
}

const UNKNOWN_VALUE: Readonly<Record<string, ErrorName>> = {
  "/access_type": "UnknownAccessType",
  "/principal_type": "InvalidPrincipalType",
};

const BAD_NAME: Readonly<Partial<Record<OperationId, ErrorName>>> = {
  createKey: "InvalidKeyName",
  createGroup: "InvalidGroupName",
  updateGroup: "InvalidGroupName",
  patchGroup: "InvalidGroupName",
  createContent: "InvalidApplicationName",
  updateContent: "InvalidApplicationName",
};
