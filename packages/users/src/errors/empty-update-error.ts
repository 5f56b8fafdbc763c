import { ConnectError } from "@connect-sdk/api";

/** `update()` was given nothing to change. Nothing was sent. */
export class EmptyUpdateError extends ConnectError {
  constructor() {
    super("The update names nothing that can be changed, so nothing was sent.", {
      fix: "Name at least one of email, username, first_name, last_name and user_role; lock() and unlock() set the rest.",
    });
  }

  override get name(): "EmptyUpdateError" {
    return "EmptyUpdateError";
  }
}
