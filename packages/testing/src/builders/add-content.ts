import type { ContentRecord } from "@connect-sdk/api";
import { isGuid } from "../state/ids.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { newContent } from "../state/content-store.ts";
import { firstAdministrator } from "./add-group.ts";
import { readTime, refuseUnknown } from "./refuse-unknown.ts";

/** The fields of a content item that are not to be made up. */
export type ContentDetails = Partial<StoredContent>;

/** Fields that a new item does not have, but may be given. */
const MORE_FIELDS: readonly string[] = [
  "metrics_collection_enabled",
  "notify_on_share",
  "otel_enabled",
  "public_content_status",
] satisfies (keyof StoredContent)[];

/** Puts a content item into the state, past all permissions. Without an owner it belongs to the first administrator. */
export function addContent(state: FakeState, details: ContentDetails): ContentRecord {
  const owner = details.owner_guid?.toLowerCase() ?? firstAdministrator(state);
  if (owner === null || state.users.get(owner) === undefined) {
    throw new TypeError(`addContent(): there is no user with the guid ${String(owner)} to own it.`);
  }
  const number = state.ids.next("content");
  const guid = details.guid?.toLowerCase() ?? state.ids.guid("content", number);
  const time = state.clock.timestamp;
  const fresh = newContent({ guid, id: String(number), name: guid, owner_guid: owner, time });
  refuseUnknown("addContent", details, [...Object.keys(fresh), ...MORE_FIELDS]);
  const item = { ...fresh, ...details, guid, owner_guid: owner };
  item.created_time = readTime("addContent", "created_time", item.created_time);
  item.last_deployed_time = readTime("addContent", "last_deployed_time", item.last_deployed_time);
  check(state, item);
  state.content.put(item);
  return recordOf(state, item);
}

/** An item as its owner sees it. */
export function recordOf({ options }: FakeState, item: StoredContent): ContentRecord {
  const base = `${options.origin}${options.prefix}`;
  return {
    ...item,
    content_url: `${base}/content/${item.guid}/`,
    dashboard_url: `${base}/connect/#/apps/${item.guid}`,
    app_role: "owner",
  };
}

function check(state: FakeState, { guid, name, owner_guid }: StoredContent): void {
  if (!isGuid(guid)) throw new TypeError(`addContent(): guid is ${JSON.stringify(guid)}, which is not a UUID.`);
  if (state.content.get(guid) !== undefined)
    throw new TypeError(`addContent(): there is content with the guid ${guid} already.`);
  if (state.content.withName(name).some((item) => item.owner_guid === owner_guid)) {
    throw new TypeError(`addContent(): the owner has content with the name ${JSON.stringify(name)} already.`);
  }
}
