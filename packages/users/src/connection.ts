import {
  type ApiKeyCredentials,
  type ConnectClient,
  type ConnectClientSettings,
  createConnectClient,
  InvalidArgumentError,
  type NoCredentials,
  type TokenCredentials,
} from "@connect-sdk/api";
import { checkInput, CLIENT_OPTIONS, OnDemand } from "@connect-sdk/api/internal";
import { type CallOptions, methods, Session, sessionOf } from "./session.ts";
import { createUser, type User } from "./user.ts";
import { Users } from "./users.ts";
import type { ContentCredentials, ContentCredentialsOptions, VisitorOptions } from "./visitor.ts";

/** Options of {@link connect}. The environment variables are the defaults. */
export type ConnectOptions = ConnectSettings & (ApiKeyOption | TokenCredentials | NoCredentials);

/** All options but the credential. */
export interface ConnectSettings extends Omit<ConnectClientSettings, "url"> {
  /** The server, with or without a path prefix, a trailing slash or `/__api__`. Default: the environment variable `CONNECT_SERVER`. */
  url?: string | undefined;
}

/** An API key. */
export interface ApiKeyOption extends Omit<ApiKeyCredentials, "apiKey"> {
  /** Default: the environment variable `CONNECT_API_KEY`. */
  apiKey?: string | undefined;
}

/**
 * Creates a connection to a server. Sends nothing.
 *
 * Reads `CONNECT_SERVER` and `CONNECT_API_KEY` from the environment where `url` or a credential is not passed. Accepts all options
 * of `createConnectClient`: `timeout`, `retry`, `plugins`, `fetch` …
 *
 * @throws InvalidArgumentError if the server or the credential is missing or malformed.
 *
 * @example
 * ```ts
 * const { users } = connect();
 * const { users } = connect({ url: "https://connect.example.com", apiKey });
 * ```
 */
export function connect(options: ConnectOptions = {}): Connection {
  // Checked before the environment is read: a misspelled "apiKey" is not a missing variable.
  const checked: ConnectOptions = checkInput("options", options, CLIENT_OPTIONS);
  const url = checked.url ?? fromEnvironment("CONNECT_SERVER", "url");
  if (checked.token !== undefined || checked.anonymous !== undefined) {
    return new Connection(createConnectClient({ ...checked, url }));
  }
  const apiKey = checked.apiKey ?? fromEnvironment("CONNECT_API_KEY", "apiKey");
  return new Connection(createConnectClient({ ...checked, url, apiKey }));
}

/** What acting as a visitor needs. */
const visitors = new OnDemand("What this call needs", () => import("./visitor.ts"));

/** A connection to one server with one credential. Created by {@link connect}. */
export class Connection {
  /** The client of the whole API, for endpoints without a method here. */
  readonly api: ConnectClient;
  /** The users of the server. */
  readonly users: Users;

  constructor(api: ConnectClient) {
    this.api = api;
    this.users = new Users(api);
    sessionOf(api).adopt(this);
  }

  /** The URL of the server, without a trailing slash. */
  get url(): string {
    return this.api.url;
  }

  /**
   * Returns the user that the credential belongs to.
   *
   * `GET /v1/user`
   *
   * @throws AuthenticationError if the credential is not accepted.
   * @throws PermissionError (code 22) if the credential belongs to a service.
   */
  async me(options: CallOptions = {}): Promise<User> {
    const session = Session.of(this);
    return createUser(session, await methods.call([options], ({ me }, own) => me(session, own)), true);
  }

  /**
   * Returns a connection that acts as a visitor of this program, which runs as content on Connect. Exchanges the token of the
   * visitor's request for an API key of the visitor, and reuses that for requests with the same token until it expires.
   *
   * The key has the lower of the visitor's role and the `max_role` of the integration. The content needs an integration with the
   * template `connect`, and this connection must be that of its owner. Never falls back to the owner's own key.
   *
   * `POST /v1/oauth/integrations/credentials`
   *
   * @param token - the header `Posit-Connect-User-Session-Token` of the request. Trust it on Connect only.
   * @throws InvalidArgumentError if there is no token: the visitor is anonymous, or the program does not run on Connect.
   * @throws ApiError (code 212) if the content has no integration, (code 221, status 402) if the license has none.
   *
   * @example
   * ```ts
   * const visitor = await connection.withUserSessionToken(request.headers.get("posit-connect-user-session-token"));
   * const me = await visitor.me();
   * ```
   */
  async withUserSessionToken(token: string | null | undefined, options: VisitorOptions = {}): Promise<Connection> {
    const { api } = Session.of(this);
    const client = await visitors.call([token, options], ({ visitorClient }, ...own) =>
      visitorClient(api, ...own, environmentVariable),
    );
    return new Connection(client);
  }

  /**
   * Returns the credential of a service that this program uses as itself, when it runs as content on Connect with an integration
   * such as a service account. Exchanges the content's own session token, which Connect puts into the file
   * `CONNECT_CONTENT_SESSION_TOKEN_FILE` or the variable `CONNECT_CONTENT_SESSION_TOKEN` and renews.
   *
   * `POST /v1/oauth/integrations/credentials`
   *
   * @throws InvalidArgumentError if there is no token: the program does not run on Connect.
   * @throws ApiError (code 212) if the content has no integration.
   */
  async contentCredentials(options: ContentCredentialsOptions = {}): Promise<ContentCredentials> {
    const { api } = Session.of(this);
    return visitors.call([options], ({ contentCredentials }, own) => contentCredentials(api, own, environmentVariable));
  }
}

function fromEnvironment(variable: string, argument: "url" | "apiKey"): string {
  const value = environmentVariable(variable);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`No ${argument === "url" ? "server" : "API key"} to connect with.`, {
    argument,
    fix: `Set the environment variable ${variable}, or pass the option "${argument}".`,
  });
}

/** Reads an environment variable where there is an environment (Node, Bun, Deno). An empty variable counts as missing. */
function environmentVariable(name: string): string | undefined {
  try {
    const value = property(property(property(globalThis, "process"), "env"), name);
    return typeof value === "string" && value !== "" ? value : undefined;
  } catch {
    // Deno throws if reading the environment is not allowed.
    return undefined;
  }
}

function property(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
}
