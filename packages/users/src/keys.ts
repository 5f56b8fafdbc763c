import type { ApiKeyRecord, UserRole } from "@connect-sdk/api";
import { checkInput, endpoints } from "@connect-sdk/api/internal";
import { type CallOptions, CALL_OPTIONS, readReference } from "./call.ts";
import { unusableError } from "./errors.ts";
import { hideWhenInspected } from "./records.ts";
import { Owner, type Session } from "./session.ts";

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
  /** Created by `user.keys`. */
  constructor(session: Session, guid: string) {
    new Owner(session, guid).adopt(this);
  }

  /**
   * Lists your API keys. Only the last characters of each key are included.
   *
   * `GET /v1/users/{guid}/keys`
   *
   * @throws PermissionError if the user is not you.
   */
  async find(options: CallOptions = {}): Promise<ApiKeyRecord[]> {
    const { api, guid } = Owner.of(this);
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    const params = { path: { guid } };
    return (await api.GET("/v1/users/{guid}/keys", { params, signal })).data;
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
  async create(key: CreateKey, options: CallOptions = {}): Promise<ApiKeyRecord> {
    const { api, guid } = Owner.of(this);
    const body = checkInput("key", key, endpoints["/v1/users/{guid}/keys"]?.POST?.fields ?? "");
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    const params = { path: { guid } };
    const { data, response } = await api.POST("/v1/users/{guid}/keys", { params, body, signal });
    const secret: unknown = data.key;
    if (typeof secret !== "string") {
      throw unusableError(api, "POST", `/v1/users/${guid}/keys`, "returned no key", response);
    }
    return hideWhenInspected(data, { key: `…${secret.slice(-4)}` });
  }

  /**
   * Deletes an API key. Requests with this key fail from then on.
   *
   * `DELETE /v1/users/{guid}/keys/{id}`
   *
   * @param key - the key as it was found or created, or its id.
   * @throws NotFoundError if the key does not exist.
   */
  async delete(key: string | Pick<ApiKeyRecord, "id">, options: CallOptions = {}): Promise<void> {
    const { api, guid } = Owner.of(this);
    const path = { guid, id: readReference("key", key, "id") };
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    await api.DELETE("/v1/users/{guid}/keys/{id}", { params: { path }, signal });
  }
}
