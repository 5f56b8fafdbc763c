import type { ConnectClient } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { sessionOf } from "./session.ts";
import { User } from "./user.ts";
import { Users } from "./users.ts";

/** A connection to one server with one credential. Made by {@link connect}. */
export class Connection {
  /** The client underneath, for everything that has no method here. */
  readonly api: ConnectClient;
  /** The users of the server. */
  readonly users: Users;

  constructor(api: ConnectClient) {
    this.api = api;
    this.users = new Users(api);
  }

  /** The server's root, without a trailing slash. */
  get url(): string {
    return this.api.url;
  }

  /**
   * The user that the credential belongs to.
   *
   * `GET /v1/user`
   *
   * @throws AuthenticationError if the credential is not accepted.
   * @throws PermissionError (code 22) if it belongs to a service and not to a user.
   */
  async me({ signal }: CallOptions = {}): Promise<User> {
    const session = sessionOf(this.api);
    const { data } = await this.api.GET("/v1/user", { signal });
    session.rememberOwnGuid(data.guid);
    return new User(session, data);
  }
}
