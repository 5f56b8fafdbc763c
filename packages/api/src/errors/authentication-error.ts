import { ApiError } from "./api-error.ts";

/** 401: there is no credential, or the server does not accept it. */
export class AuthenticationError extends ApiError {
  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}
