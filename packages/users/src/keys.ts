import type { ApiKeyRecord, ConnectClient, UserRole } from "@connect-sdk/api";
import type { CallOptions } from "./call.ts";
import { defined, hideWhenInspected } from "./records.ts";

/** An API key to create. */
export interface CreateKey {
  /** A name to recognize the key by. Must not be blank. */
  name: string;
  /** The most powerful role that the key may act with. Default, even for null: your own role, which it cannot exceed. */
  user_role?: UserRole | null | undefined;
  /** When the key expires (RFC 3339). Default, even for null: never. Requires a server of 2026.06 or newer. */
  expires_at?: string | null | undefined;
}

/**
 * A user's API keys: `user.keys`. Users manage their own keys only, and so do administrators: on another user each method throws
 * a `PermissionError`. Older servers have no such endpoints (`NotFoundError`).
 */
export class UserKeys {
  readonly #api: ConnectClient;
  readonly #guid: string;

  /** Created by `user.keys`. */
  constructor(api: ConnectClient, guid: string) {
    this.#api = api;
    this.#guid = guid;
  }

  /**
   * Lists your API keys. Only the last characters of each key are included.
   *
   * `GET /v1/users/{guid}/keys`
   *
   * @throws PermissionError if the user is not you.
   */
  async find({ signal }: CallOptions = {}): Promise<ApiKeyRecord[]> {
    const params = { path: { guid: this.#guid } };
    return (await this.#api.GET("/v1/users/{guid}/keys", { params, signal })).data;
  }

  /**
   * Creates an API key. `key` of the result is the whole key, which cannot be read again. It is hidden when the result is
   * inspected or logged.
   *
   * `POST /v1/users/{guid}/keys`
   *
   * @throws PermissionError if the user is not you.
   * @throws InvalidRequestError (code 62) if the name is blank.
   *
   * @example
   * ```ts
   * const me = await connection.me();
   * const { key } = await me.keys.create({ name: "nightly report", user_role: "viewer" });
   * ```
   */
  async create(key: CreateKey, { signal }: CallOptions = {}): Promise<ApiKeyRecord> {
    const params = { path: { guid: this.#guid } };
    const { data } = await this.#api.POST("/v1/users/{guid}/keys", { params, body: defined(key), signal });
    return hideWhenInspected(data, { key: `…${data.key.slice(-4)}` });
  }

  /**
   * Deletes an API key. Requests with this key fail from then on.
   *
   * `DELETE /v1/users/{guid}/keys/{id}`
   *
   * @param key - the key as it was found or created, or its id.
   * @throws NotFoundError if the key does not exist.
   */
  async delete(key: string | Pick<ApiKeyRecord, "id">, { signal }: CallOptions = {}): Promise<void> {
    const path = { guid: this.#guid, id: typeof key === "string" ? key : key.id };
    await this.#api.DELETE("/v1/users/{guid}/keys/{id}", { params: { path }, signal });
  }
}
