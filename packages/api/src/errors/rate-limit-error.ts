import { ApiError } from "./api-error.ts";

/** 429: too many requests. {@link ApiError.retryAfter} says when to come back, if the server does. */
export class RateLimitError extends ApiError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}
