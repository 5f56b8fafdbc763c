import {
  type ApiKeyCredentials,
  type ConnectClientSettings,
  createConnectClient,
  InvalidArgumentError,
  type NoCredentials,
  type TokenCredentials,
} from "@connect-sdk/api";
import { Connection } from "./connection.ts";
import { environmentVariable } from "./environment-variable.ts";

/** What {@link connect} takes. All of it may be left out where the environment says it. */
export type ConnectOptions = ConnectSettings & (ApiKeyOption | TokenCredentials | NoCredentials);

/** Everything but the credential. */
export interface ConnectSettings extends Omit<ConnectClientSettings, "url"> {
  /** The server, in any of the forms in which people copy it. Default: the environment variable `CONNECT_SERVER`. */
  url?: string | undefined;
}

/** An API key. */
export interface ApiKeyOption extends Omit<ApiKeyCredentials, "apiKey"> {
  /** Default: the environment variable `CONNECT_API_KEY`. */
  apiKey?: string | undefined;
}

/**
 * Connects to a server. Nothing is sent yet.
 *
 * Without options, `CONNECT_SERVER` and `CONNECT_API_KEY` are read from the environment. Everything that `createConnectClient`
 * takes can be passed as well: `timeout`, `retry`, `plugins`, `fetch` …
 *
 * @throws InvalidArgumentError if the server or the credential is missing or cannot be right.
 *
 * @example
 * ```ts
 * const { users } = connect();
 * const { users } = connect({ url: "https://connect.example.com", apiKey });
 * ```
 */
export function connect(options: ConnectOptions = {}): Connection {
  const url = options.url ?? required("CONNECT_SERVER", "url");
  if (options.token !== undefined || options.anonymous !== undefined) {
    return new Connection(createConnectClient({ ...options, url }));
  }
  return new Connection(
    createConnectClient({ ...options, url, apiKey: options.apiKey ?? required("CONNECT_API_KEY", "apiKey") }),
  );
}

function required(variable: string, argument: string): string {
  const value = environmentVariable(variable);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`There is no ${argument === "url" ? "server" : "API key"} to connect with.`, {
    argument,
    fix: `Set the environment variable ${variable}, or pass the option "${argument}".`,
  });
}
