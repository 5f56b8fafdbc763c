import type { ContentSeed } from "../details.ts";
import { Ids } from "../state/ids.ts";
import { generatePerson } from "../state/people.ts";
import type { RecordedSeed } from "./to-seed.ts";

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
    users: users.map(({ guid = "", username = "", email = "", first_name = "", last_name = "", ...user }) => ({
      ...user,
      guid: guids.of(guid.toLowerCase()),
      username: usernames.withCaseOf(username),
      email: emails.of(email.toLowerCase()),
      first_name: firstNames.of(first_name),
      last_name: lastNames.of(last_name),
      ...(user.external_id !== undefined && { external_id: externalIds.of(user.external_id) }),
    })),
    groups: groups.map(({ guid = "", name = "", owner_guid, members = [] }) => ({
      guid: guids.of(guid.toLowerCase()),
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
