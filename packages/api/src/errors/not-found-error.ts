import { ApiError } from "./api-error.ts";

/** 404: there is no such thing, or this server has no such endpoint. */
export class NotFoundError extends ApiError {
  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}
