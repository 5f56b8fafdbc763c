import { ConnectError, type UserRecord } from "@connect-sdk/api";

/** `lookup()` found more than one user. */
export class AmbiguousUserError extends ConnectError {
  /** Everyone who was found. */
  readonly candidates: readonly UserRecord[];

  constructor(text: string, candidates: readonly UserRecord[]) {
    const list = candidates.map(({ username, email, guid }) => `${username} <${email}> ${guid}`).join(", ");
    super(`"${text}" is ${candidates.length} users: ${list}.`, { fix: "Use the guid of the one you mean." });
    this.candidates = candidates;
  }

  override get name(): "AmbiguousUserError" {
    return "AmbiguousUserError";
  }
}
