import { operations, type OperationId } from "@connect-sdk/api/operations";
import { Problem } from "../errors/problem.ts";
import { problemOf } from "../errors/problem-of-issue.ts";
import { validateBody, type ValidationIssue } from "../validation/validate-body.ts";
import type { InputOf } from "./handler-types.ts";

/** An input of which nothing is certain yet. */
export interface UncheckedInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A refused body, with everything that is wrong with it. */
export class InvalidBody extends Problem {
  readonly issues: readonly ValidationIssue[];

  constructor(id: OperationId, first: ValidationIssue, issues: readonly ValidationIssue[]) {
    super(...problemOf(id, first));
    this.issues = issues;
  }
}

/** Checks that an input is what the document promises to the handler; throws a `Problem` if not. */
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
