import type { DeprecationNotice } from "./plugins/deprecation-notice.ts";
import type { RetryOptions } from "./plugins/retry.ts";
import type { ConnectPlugin } from "./plugin.ts";

/** What {@link createConnectClient} takes: the server, one kind of credential, and how calls behave. */
export type ConnectClientOptions = ConnectClientSettings & Credentials;

/** Everything but the credentials. */
export interface ConnectClientSettings {
  /**
   * The server: `https://connect.example.com`. A dashboard URL copied from a browser, a path prefix, `/__api__` and trailing
   * slashes are understood, see {@link normalizeServerUrl}.
   */
  url: string;
  /** Used in place of the global `fetch`, which is otherwise looked up anew for each call. */
  fetch?: FetchFunction | undefined;
  /** Milliseconds that one attempt may take, its body included; `false`: no limit. Default: 30,000. */
  timeout?: number | false | undefined;
  /** Milliseconds that a whole call may take, with all its attempts and the waiting between them. Default: no limit. */
  deadline?: number | false | undefined;
  /** How failed attempts are repeated; `false`: never. See {@link RetryOptions} for the defaults. */
  retry?: RetryOptions | false | undefined;
  /** Further plugins, outermost first. See {@link ConnectPlugin} for where they stand. */
  plugins?: readonly ConnectPlugin[] | undefined;
  /** Put before `connect-sdk` in the `User-Agent` header: `"my-portal/1.2"`. Browsers send their own. */
  userAgent?: string | undefined;
  /** Told once for each deprecated endpoint that is called. Default: `console.warn`; `false`: nobody. */
  onDeprecated?: ((notice: DeprecationNotice) => void) | false | undefined;
}

/** Sends a request: the shape of `fetch` that this client needs. */
export type FetchFunction = (request: Request) => Promise<Response> | Response;

/** Exactly one of these. */
export type Credentials = ApiKeyCredentials | TokenCredentials | NoCredentials;

/** An API key of Connect. */
export interface ApiKeyCredentials {
  /** Sent as `Authorization: Key …`. */
  apiKey: string;
  /** Sends the key as `X-RSC-Authorization` instead: for a gateway that keeps `Authorization` to itself. Default: false. */
  behindGateway?: boolean | undefined;
  token?: never;
  refresh?: never;
  anonymous?: never;
}

/** An OAuth access token, for servers that accept them. */
export interface TokenCredentials {
  /** Sent as `Authorization: Bearer …`; a function is asked before each attempt. */
  token: string | (() => string | Promise<string>);
  /**
   * Gets a new token after a 401, which takes the place of `token` from then on. The call is repeated once; calls that are
   * refused at the same time share one refresh. What it throws is what the call rejects with.
   */
  refresh?: (() => string | Promise<string>) | undefined;
  apiKey?: never;
  behindGateway?: never;
  anonymous?: never;
}

/** No credential: for public endpoints, for bootstrapping, and for plugins that bring their own. */
export interface NoCredentials {
  anonymous: true;
  apiKey?: never;
  behindGateway?: never;
  token?: never;
  refresh?: never;
}
