import type { ConnectClient, ContentRecord } from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import type { CallOptions } from "./call.ts";
import { notFoundError } from "./errors.ts";
import { type Defined, defined } from "./records.ts";

type ContentQuery = NonNullable<operations["getContents"]["parameters"]["query"]>;

/** A detail that content items have on request only. `bookmarked` and `schedule` require a server of 2026. */
export type ContentInclude = NonNullable<ContentQuery["include"]>[number];

/** Which content items to find. */
export interface FindContent extends IncludeContent {
  /** The exact name. */
  name?: string | undefined;
}

/** Which details to include in content items. */
export interface IncludeContent {
  include?: readonly ContentInclude[] | undefined;
}

/** The content items that a user owns: `user.content`. */
export class UserContent {
  readonly #api: ConnectClient;
  readonly #owner: string;

  /** Created by `user.content`. */
  constructor(api: ConnectClient, owner: string) {
    this.#api = api;
    this.#owner = owner;
  }

  /**
   * Finds the content items that this user owns and you may see; an administrator sees all. Takes one request.
   *
   * `GET /v1/content`
   *
   * @throws InvalidRequestError (code 161) if the server does not know an included detail.
   *
   * @example
   * ```ts
   * const items = await user.content.find({ include: ["tags"] });
   * ```
   */
  async find(conditions: FindContent = {}, { signal }: CallOptions = {}): Promise<ContentRecord[]> {
    const query: ContentQuery = { ...toQuery(conditions), owner_guid: this.#owner };
    const { data } = await this.#api.GET("/v1/content", { params: { query }, signal });
    return data.filter(({ owner_guid }) => owner_guid === this.#owner);
  }

  /**
   * Returns the first item that {@link UserContent.find} finds, or `undefined`. Connect cannot limit the response to one item.
   *
   * `GET /v1/content`
   */
  async findOne(conditions: FindContent = {}, options: CallOptions = {}): Promise<ContentRecord | undefined> {
    return (await this.find(conditions, options))[0];
  }

  /**
   * Returns one content item by its guid.
   *
   * `GET /v1/content/{guid}`
   *
   * @throws NotFoundError if the item does not exist, or another user owns it.
   */
  async get(guid: string, { include, signal }: IncludeContent & CallOptions = {}): Promise<ContentRecord> {
    const params = { path: { guid }, query: toQuery({ include }) };
    const { data } = await this.#api.GET("/v1/content/{guid}", { params, signal });
    if (data.owner_guid === this.#owner) return data;
    const message = `The content item ${guid} is not owned by the user ${this.#owner}.`;
    throw notFoundError(this.#api, `/v1/content/${guid}`, message, `Get the user ${data.owner_guid}, who owns it.`);
  }

  /**
   * Counts the content items that this user owns and you may see. Fetches them all: Connect does not count content.
   *
   * `GET /v1/content`
   */
  async count(options: CallOptions = {}): Promise<number> {
    return (await this.find({}, options)).length;
  }
}

function toQuery({ name, include }: FindContent): Defined<Pick<ContentQuery, "name" | "include">> {
  return defined({ name, include: include?.length ? [...include] : undefined });
}
