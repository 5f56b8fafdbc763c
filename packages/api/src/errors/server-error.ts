import { ApiError } from "./api-error.ts";

/** 500 and above: the server, or a proxy before it, failed. */
export class ServerError extends ApiError {
  override get name(): "ServerError" {
    return "ServerError";
  }
}
