import type { ContentRecord } from "@connect-sdk/api";
import { checkInput, checkValue, type Defined, endpoints, isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { operations } from "@connect-sdk/api/schema";
import { type CallOptions, CALL_OPTIONS } from "./call.ts";
import { anotherGuidError, notFoundError } from "./errors.ts";
import { Owner, type Session } from "./session.ts";

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
  /** Created by `user.content`. */
  constructor(session: Session, guid: string) {
    new Owner(session, guid).adopt(this);
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
  async find(conditions: FindContent = {}, options: CallOptions = {}): Promise<ContentRecord[]> {
    const { api, guid } = Owner.of(this);
    const query = { ...toQuery(checkInput("conditions", conditions, CONDITIONS)), owner_guid: guid };
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    const { data } = await api.GET("/v1/content", { params: { query }, signal });
    return data.filter(({ owner_guid }) => isSameGuid(owner_guid, guid));
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
  async get(guid: string, options: IncludeContent & CallOptions = {}): Promise<ContentRecord> {
    const { api, guid: owner } = Owner.of(this);
    const id = normalizeGuid(checkValue("guid", guid, "string"));
    const { signal, ...query } = checkInput("options", options, `signal:signal ${INCLUDE}`);
    const params = { path: { guid: id }, query: toQuery(query) };
    const { data, response } = await api.GET("/v1/content/{guid}", { params, signal });
    if (!isSameGuid(data.guid, id)) throw anotherGuidError(api, "GET", `/v1/content/${id}`, data.guid, response);
    if (isSameGuid(data.owner_guid, owner)) return data;
    const message = `The content item ${id} is not owned by the user ${owner}.`;
    throw notFoundError(api, `/v1/content/${id}`, message, `Get the user ${data.owner_guid}, who owns it.`);
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

/** The conditions without the owner: the user. */
const CONDITIONS = (endpoints["/v1/content"]?.GET?.fields ?? "").replace(/owner_guid:\S+ /, "");
const INCLUDE = endpoints["/v1/content/{guid}"]?.GET?.fields ?? "";

/** Leaves an empty list out: it includes nothing. */
function toQuery({ include, ...query }: Defined<FindContent>): Pick<ContentQuery, "name" | "include"> {
  return include === undefined || include.length === 0 ? query : { ...query, include: [...include] };
}
