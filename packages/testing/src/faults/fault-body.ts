import type { ApiErrorBody } from "@connect-sdk/api";
import { errorTable, type ErrorName } from "../errors.ts";

/** The envelope that goes with a status when a fault names nothing else. */
export function faultBody(status: number): ApiErrorBody {
  const { code, text } = errorTable[KINDS.get(status) ?? (status < 500 ? "InvalidParameter" : "InternalFailure")];
  return { code, error: text, payload: null };
}

const KINDS = new Map<number, ErrorName>([
  [401, "InvalidLogin"],
  [403, "PermissionDenied"],
  [404, "ObjectDoesNotExist"],
  [409, "DuplicateName"],
  [429, "RateLimitExceeded"],
]);
