import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem, type ErrorName } from "../errors.ts";
import { bodyValidators, fieldFacts, type Violation } from "../generated/body-validators.ts";

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
