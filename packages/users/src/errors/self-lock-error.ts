import { ConnectError } from "@connect-sdk/api";

/** `lock()` was called on the account that the credential belongs to. Nothing was locked. */
export class SelfLockError extends ConnectError {
  /** The guid of the own account. */
  readonly guid: string;

  constructor({ guid, username }: { guid: string; username: string }) {
    super(`"${username}" is your own account, and locking it would shut you out, so nothing was locked.`, {
      fix: "Leave it out, or call lock({ force: true }) if another administrator can unlock it.",
    });
    this.guid = guid;
  }

  override get name(): "SelfLockError" {
    return "SelfLockError";
  }
}
