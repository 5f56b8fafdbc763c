import { type OperationId, operations } from "@connect-sdk/api/operations";
import { bodyValidators } from "../generated/body-validators.ts";

/** What is wrong with a request body, without the value itself: that may be a password. */
export interface ValidationIssue {
  /** JSON pointer to the field, such as `/user_role`; empty for the body as a whole. */
  readonly pointer: string;
  /** The rule of the document that is broken, a keyword of JSON Schema such as `required`, `type` or `enum`. */
  readonly rule: string;
  /** What is allowed, in words. */
  readonly message: string;
}

/**
 * Holds a request body against the document.
 *
 * @param body - the parsed JSON; `undefined` if the request had none.
 * @returns everything that is wrong, in the order of the document; nothing if the operation takes no body. Fields that the
 * document does not know are no issue: real servers accept them.
 */
export function validateBody(operationId: OperationId, body: unknown): ValidationIssue[] {
  const schema = operations[operationId].requestBody;
  if (schema === null) return [];
  if (body === undefined) return [{ pointer: "", rule: "required", message: "a JSON body is required" }];
  const validate = bodyValidators[schema];
  return validate(body) ? [] : (validate.errors ?? []).map(describeViolation);
}

/**
 * A body without the fields that say null where the document has nothing of null. Clients in Python send null for what was
 * not given, such as the `unique_id` of a group. Fields that are needed stay, and are refused.
 */
export function withoutNulls(operationId: OperationId, body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const fields = Object.entries(body);
  if (!fields.some(([, value]) => value === null)) return body;
  const needed = new Set([...(NEVER_NULL[operationId] ?? []), ...pointers(operationId, {})]);
  const wrong = new Set(pointers(operationId, body).filter((pointer) => !needed.has(pointer)));
  // Real server: unknown, assumed that null is as good as nothing, which is what most JSON readers in Go make of it.
  return Object.fromEntries(fields.filter(([name, value]) => value !== null || !wrong.has(`/${name}`)));
}

/** Fields that can be left out, but that the document says must not be null. */
const NEVER_NULL: Readonly<Partial<Record<OperationId, readonly string[]>>> = { patchGroup: ["/name"] };

function pointers(operationId: OperationId, body: unknown): string[] {
  return validateBody(operationId, body).map(({ pointer }) => pointer);
}

/** Puts a broken rule into words that name the field and what is allowed. */
export function describeViolation({ instancePath, keyword, params }: Violation): ValidationIssue {
  const missing = params["missingProperty"];
  const pointer = typeof missing === "string" ? `${instancePath}/${missing}` : instancePath;
  const field = pointer === "" ? "the body" : pointer.slice(1).replaceAll("/", ".");
  return { pointer, rule: keyword, message: `${field} ${demand(keyword, params)}` };
}

function demand(keyword: string, params: Violation["params"]): string {
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
  int32: "a whole number of at most 32 bits",
  int64: "a whole number of at most 64 bits",
};

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function withArticle(type: string): string {
  if (type === "null") return type;
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** The name of a schema that some operation's request body has. */
export type BodySchema = NonNullable<(typeof operations)[OperationId]["requestBody"]>;

/** A compiled check: says whether a value satisfies a schema, and keeps what it found against it until the next call. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** One broken rule as compiled code reports it. */
export interface Violation {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The rule, a keyword of JSON Schema. */
  readonly keyword: string;
  /** What the rule demands. */
  readonly params: Readonly<Record<string, unknown>>;
}
