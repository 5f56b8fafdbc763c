import type { Violation } from "./body-validator.ts";
import type { ValidationIssue } from "./validate-body.ts";

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
