import { ApiError } from "./api-error.ts";

/** 400 and every other status from 402 to 499: the server does not accept what was sent. */
export class InvalidRequestError extends ApiError {
  override get name(): "InvalidRequestError" {
    return "InvalidRequestError";
  }
}
