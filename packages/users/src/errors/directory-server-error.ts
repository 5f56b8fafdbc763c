import { ConnectError, type ConnectErrorOptions } from "@connect-sdk/api";

/** `create()` was called on a server that takes its users from a directory (LDAP, or OAuth2 with Google). Nobody was created. */
export class DirectoryServerError extends ConnectError {
  constructor(options: Omit<ConnectErrorOptions, "fix">) {
    super("This server takes its users from a directory, so they cannot be created from scratch.", {
      ...options,
      fix: "Search the directory with users.findRemote({ prefix }), and call create() on the person you want.",
    });
  }

  override get name(): "DirectoryServerError" {
    return "DirectoryServerError";
  }
}
