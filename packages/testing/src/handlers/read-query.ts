import { operations, type OperationId, type QueryParameter } from "@connect-sdk/api/operations";
import { Problem } from "../errors/problem.ts";
import type { ErrorName } from "../errors/error-table.ts";
import type { Feature, ServerVersion } from "../state/server-version.ts";

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
    if (parameter.required && sent.length === 0) throw new Problem("ParameterMissing", `${name} is required.`);
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
  if (!/^[+-]?\d+$/.test(text)) throw new Problem("InvalidParameter", `${name} must be a whole number.`);
  const value = Number(text);
  // Real server: the code is unknown, 25 is the other candidate.
  if (value < minimum || value > maximum) {
    throw new Problem("InvalidRange", `${name} must be from ${minimum} to ${maximum}.`);
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
  if (value === undefined) throw new Problem("InvalidParameter", `${name} must be true or false.`);
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
  throw new Problem(UNKNOWN_VALUE[name] ?? "InvalidParameter", `${name} must be ${known.join(", ")}.`);
}

const UNKNOWN_VALUE: Readonly<Record<string, ErrorName>> = {
  user_role: "InvalidAuthRole",
  account_status: "InvalidUserStatus",
  include: "InvalidInclude",
};
