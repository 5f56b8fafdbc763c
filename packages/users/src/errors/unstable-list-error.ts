import { ConnectError } from "@connect-sdk/api";

/** A list still grew or moved after at least twenty times the requests that reading it takes. */
export class UnstableListError extends ConnectError {
  constructor(requests: number) {
    super(`The list kept changing through ${requests} requests, so not everything in it was seen.`, {
      fix: "Narrow it down with conditions, or read it when less is being changed.",
    });
  }

  override get name(): "UnstableListError" {
    return "UnstableListError";
  }
}
