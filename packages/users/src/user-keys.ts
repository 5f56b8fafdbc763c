import type { ApiKeyRecord, ConnectClient, UserRole } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { defined } from "./defined.ts";
import { hideWhenInspected } from "./hide-when-inspected.ts";

/** An API key to create. */
export interface CreateKey {
  /** Helps to recognise the key. Must not be blank. */
  name: string;
  /** The most powerful role that the key may act with. Default: your own, which it cannot exceed. */
  user_role?: UserRole | null | undefined;
  /** When the key stops working (RFC 3339). Default, also for null: never. Servers since 2026.06. */
  expires_at?: string | null | undefined;
}

/**
 * A user's API keys: `user.keys`. Connect lets everybody manage their own keys and nobody else's, administrators included:
 * on another user each method throws a `PermissionError`. Older servers have no such endpoints (`NotFoundError`).
 */
export class UserKeys {
  readonly #api: ConnectClient;
  readonly #guid: string;

  /** Comes with a user: `user.keys`. */
  constructor(api: ConnectClient, guid: string) {
    this.#api = api;
    this.#guid = guid;
  }

  /**
   * Your API keys. Of the keys themselves only the last characters are there.
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
   * Creates an API key. The whole key is in the result's `key` and cannot be had again; it is not shown when the result is
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
   * Deletes an API key for good. What signs in with it fails from then on.
   *
   * `DELETE /v1/users/{guid}/keys/{id}`
   *
   * @param key - the key as it was found or created, or its id.
   * @throws NotFoundError if there is no such key.
   */
  async delete(key: string | Pick<ApiKeyRecord, "id">, { signal }: CallOptions = {}): Promise<void> {
    const path = { guid: this.#guid, id: typeof key === "string" ? key : key.id };
    await this.#api.DELETE("/v1/users/{guid}/keys/{id}", { params: { path }, signal });
  }
}
