import type { ContentRecord } from "@connect-sdk/api";
import type { ContentDetails, ContentSeed, GroupSeed, SeedData, UserDetails } from "../details.ts";
import { isAppMode } from "../state/bundle-store.ts";
import type { ServerContents } from "./read-server.ts";
import { Ids } from "../state/ids.ts";
import { generatePerson } from "../state/people.ts";

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

/** Determines the generated names and guids. No fake has this seed by chance, so their guids differ. */
const SEED = 0x7ec0_4d11;

/**
 * Replaces names, e-mail addresses, guids and descriptions: the same value by the same value everywhere. Roles, states, times,
 * settings, memberships and permissions stay, and so does what users have in common, such as an e-mail address.
 */
export function scrub({ administrator, users, groups, content, permissions }: RecordedSeed): RecordedSeed {
  const ids = new Ids(SEED);
  // One for all kinds of objects: a permission is for a user or a group.
  const guids = new Pseudonyms((number) => ids.guid("user", number));
  const usernames = new Pseudonyms((number) => generatePerson(SEED, number).username);
  const firstNames = new Pseudonyms((number) => generatePerson(SEED, number).first_name);
  const lastNames = new Pseudonyms((number) => generatePerson(SEED, number).last_name);
  const emails = new Pseudonyms((number) => `${generatePerson(SEED, number).username}@example.com`);
  const externalIds = new Pseudonyms((number) => `external-${number}`);
  const groupNames = new Pseudonyms((number) => `group-${number}`);
  const contentNames = new Pseudonyms((number) => `content-${number}`);
  const guidOrNull = (guid: string | null | undefined): string | null => (guid ? guids.of(guid.toLowerCase()) : null);
  return {
    administrator: guids.of(administrator.toLowerCase()),
    users: users.map(({ guid, username = "", email = "", first_name = "", last_name = "", ...user }) => ({
      ...user,
      guid: guidOrNull(guid),
      username: usernames.withCaseOf(username),
      email: emails.of(email.toLowerCase()),
      first_name: firstNames.of(first_name),
      last_name: lastNames.of(last_name),
      ...(typeof user.external_id === "string" && { external_id: externalIds.of(user.external_id) }),
    })),
    groups: groups.map(({ guid, name = "", owner_guid, members = [] }) => ({
      guid: guidOrNull(guid),
      name: groupNames.withCaseOf(name),
      owner_guid: guidOrNull(owner_guid),
      // It identifies the group to the operating system.
      gid: null,
      members: members.map((member) => guids.of((typeof member === "string" ? member : member.guid).toLowerCase())),
    })),
    content: content.map(({ guid = "", name = "", owner_guid, title = null, ...item }) => ({
      ...withoutInfrastructure(item),
      guid: guids.of(guid.toLowerCase()),
      name: contentNames.of(name),
      title: title === null ? null : titleOf(contentNames.of(name)),
      description: "",
      locked_message: "",
      ...(typeof owner_guid === "string" && { owner_guid: guids.of(owner_guid.toLowerCase()) }),
    })),
    permissions: permissions.map(({ content_guid, principal_guid, ...permission }) => ({
      ...permission,
      content_guid: guids.of(content_guid.toLowerCase()),
      principal_guid: guids.of(principal_guid.toLowerCase()),
    })),
  };
}

/** Removes the names of accounts, images and environments that content runs with. */
function withoutInfrastructure(item: ContentSeed): ContentSeed {
  const { image_name = null } = item;
  return {
    ...item,
    run_as: null,
    service_account_name: null,
    default_image_name: null,
    image_name: image_name === "Local" ? image_name : null,
    default_environment_guid: null,
    environment_guid: null,
  };
}

function titleOf(name: string): string {
  return name.replace("content-", "Content ");
}

/** Replaces strings by generated ones. An empty string stays. */
class Pseudonyms {
  readonly #create: (number: number) => string;
  readonly #byOriginal = new Map<string, string>();
  readonly #used = new Set<string>();
  #number = 0;

  /** @param create - returns the string with a number, from 1. */
  constructor(create: (number: number) => string) {
    this.#create = create;
  }

  of(original: string): string {
    if (original === "") return "";
    const known = this.#byOriginal.get(original);
    if (known !== undefined) return known;
    const created = this.#create(++this.#number);
    this.#byOriginal.set(original, created);
    return created;
  }

  /** Names that differ only in case, which are easily confused, get pseudonyms that differ only in case. */
  withCaseOf(original: string): string {
    const name = this.of(original.toLowerCase());
    if (original === original.toLowerCase() || original === "") return this.#unused(name);
    return this.#unused(original === original.toUpperCase() ? name.toUpperCase() : capitalize(name));
  }

  #unused(name: string): string {
    let unused = name;
    for (let number = 2; this.#used.has(unused); number++) unused = `${name}-${number}`;
    this.#used.add(unused);
    return unused;
  }
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
