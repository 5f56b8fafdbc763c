import { ApiError } from "./api-error.ts";

/** 403: the credential is good, and does not allow this. */
export class PermissionError extends ApiError {
  override get name(): "PermissionError" {
    return "PermissionError";
  }
}
