import { ConnectError } from "@connect-sdk/api";

/** A list still grew or moved after at least ten times the requests that reading it takes, or its pages never fitted together. */
export class UnstableListError extends ConnectError {
  constructor(requests: number) {
    super(`The list kept changing through ${requests} requests, so not everything in it was seen.`, {
      fix: "Narrow it down with conditions, or read it when less is being changed; a proxy that alters pages looks the same.",
    });
  }

  override get name(): "UnstableListError" {
    return "UnstableListError";
  }
}
