import { ApiError } from "./api-error.ts";

/** 409: it is already there, or already so: a username in use, a member added twice. */
export class ConflictError extends ApiError {
  override get name(): "ConflictError" {
    return "ConflictError";
  }
}
