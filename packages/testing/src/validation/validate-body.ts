import { operations, type OperationId } from "@connect-sdk/api/operations";
import { bodyValidators } from "../generated/body-validators.ts";
import { describeViolation } from "./describe-violation.ts";

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
