import type { ContentRecord } from "@connect-sdk/api";
import type { ContentDetails, ContentSeed, GroupSeed, SeedData, UserDetails } from "../details.ts";
import { isAppMode } from "../state/content-store.ts";
import type { ServerContents } from "./read-server.ts";

/** Recorded data. All guids of users that it names are in its list of users. */
export type RecordedSeed = Required<Pick<SeedData, "administrator" | "users" | "groups" | "content" | "permissions">>;

/** A seed, and what was left out of it. */
export interface SeedResult {
  readonly seed: RecordedSeed;
  /** What refers to users that the server does not list. */
  readonly omitted: readonly string[];
}

/** Returns what a server returned as data of a fake: only fields that are known, and nothing that refers to what is missing. */
export function toSeed({ caller, users, groups, content, permissions }: ServerContents): SeedResult {
  const omitted: string[] = [];
  const userGuids = new Set(users.map(({ guid }) => guid));
  const groupGuids = new Set(groups.map(({ guid }) => guid));
  const owned = content.filter((item) => {
    const isOwned = userGuids.has(item.owner_guid);
    if (!isOwned) omitted.push(`content ${item.guid}: its owner is not a user`);
    return isOwned;
  });
  const contentGuids = new Set(owned.map(({ guid }) => guid));
  const granted = permissions.filter(({ content_guid, principal_guid, principal_type }) => {
    if (!contentGuids.has(content_guid)) return false;
    const isKnown = (principal_type === "user" ? userGuids : groupGuids).has(principal_guid);
    if (!isKnown) omitted.push(`a permission for content ${content_guid}: its ${principal_type} does not exist`);
    return isKnown;
  });
  return {
    omitted,
    seed: {
      administrator: caller.guid,
      // In order of creation, which says nothing about the names.
      users: users.toSorted((a, b) => compare(a.created_time, b.created_time)).map((user) => pick(user, USER_FIELDS)),
      groups: groups.map(({ guid, name, owner_guid, gid = null, members }): GroupSeed => {
        const isOwned = owner_guid !== null && userGuids.has(owner_guid);
        const known = members.filter((member) => userGuids.has(member.guid)).map((member) => member.guid);
        return { guid, name, owner_guid: isOwned ? owner_guid : null, gid, members: known };
      }),
      content: owned.map(toContentSeed),
      permissions: granted.map(({ content_guid, principal_guid, principal_type, role }) => {
        return { content_guid, principal_guid, principal_type, role };
      }),
    },
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const USER_FIELDS = [
  "guid",
  "username",
  "email",
  "first_name",
  "last_name",
  "user_role",
  "created_time",
  "updated_time",
  "active_time",
  "confirmed",
  "locked",
  "external_id",
] as const satisfies readonly (keyof UserDetails)[];

const CONTENT_FIELDS = [
  "guid",
  "id",
  "name",
  "title",
  "description",
  "owner_guid",
  "access_type",
  "locked",
  "locked_message",
  "created_time",
  "last_deployed_time",
  "bundle_id",
  "content_category",
  "parameterized",
  "connection_timeout",
  "read_timeout",
  "init_timeout",
  "idle_timeout",
  "max_processes",
  "min_processes",
  "max_conns_per_process",
  "load_factor",
  "memory_request",
  "memory_limit",
  "cpu_request",
  "cpu_limit",
  "amd_gpu_limit",
  "nvidia_gpu_limit",
  "service_account_name",
  "default_image_name",
  "default_environment_guid",
  "environment_guid",
  "cluster_name",
  "image_name",
  "r_version",
  "py_version",
  "quarto_version",
  "node_version",
  "r_environment_management",
  "default_r_environment_management",
  "py_environment_management",
  "default_py_environment_management",
  "run_as",
  "run_as_current_user",
] as const satisfies readonly (keyof ContentDetails & keyof ContentRecord)[];

function toContentSeed(item: ContentRecord): ContentSeed {
  const { app_mode } = item;
  // Newer servers have more kinds of content than a fake.
  return { ...pick(item, CONTENT_FIELDS), ...(isAppMode(app_mode) && { app_mode }) };
}

function pick<T extends object, Field extends keyof T>(record: T, fields: readonly Field[]): Partial<Pick<T, Field>> {
  const picked: Partial<Pick<T, Field>> = {};
  for (const field of fields) if (record[field] !== undefined) picked[field] = record[field];
  return picked;
}
