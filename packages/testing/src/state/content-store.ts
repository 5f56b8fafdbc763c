import type { ContentRecord } from "@connect-sdk/api";

/** A content item: its record without the fields that depend on the caller and the server's address, or are kept elsewhere. */
export type StoredContent = Omit<
  ContentRecord,
  "app_role" | "content_url" | "dashboard_url" | "owner" | "tags" | "vanity_url" | "bookmarked" | "schedules"
>;

/** The content items of a server. */
export class ContentStore {
  readonly #byGuid = new Map<string, StoredContent>();
  readonly #byOwner = new Map<string, Map<string, StoredContent>>();
  readonly #byName = new Map<string, Set<string>>();
  revision = 0;

  /** Returns every item, in order of creation. */
  all(): Iterable<StoredContent> {
    return this.#byGuid.values();
  }

  get(guid: string): StoredContent | undefined {
    return this.#byGuid.get(guid);
  }

  ofOwner(guid: string): Iterable<StoredContent> {
    return this.#byOwner.get(guid)?.values() ?? [];
  }

  /** Returns the items with exactly this name: at most one for each owner. */
  withName(name: string): StoredContent[] {
    return [...(this.#byName.get(name) ?? [])].flatMap((guid) => this.#byGuid.get(guid) ?? []);
  }

  /** Adds an item, or replaces the one with the same guid. */
  put(item: StoredContent): void {
    const before = this.#byGuid.get(item.guid);
    if (before !== undefined) this.#removeFromIndexes(before);
    this.#byGuid.set(item.guid, item);
    const owned = this.#byOwner.get(item.owner_guid);
    if (owned === undefined) this.#byOwner.set(item.owner_guid, new Map([[item.guid, item]]));
    else owned.set(item.guid, item);
    const sameName = this.#byName.get(item.name);
    if (sameName === undefined) this.#byName.set(item.name, new Set([item.guid]));
    else sameName.add(item.guid);
    this.revision++;
  }

  delete(item: StoredContent): void {
    this.#removeFromIndexes(item);
    this.#byGuid.delete(item.guid);
    this.revision++;
  }

  #removeFromIndexes({ guid, name, owner_guid }: StoredContent): void {
    this.#byOwner.get(owner_guid)?.delete(guid);
    const sameName = this.#byName.get(name);
    sameName?.delete(guid);
    if (sameName?.size === 0) this.#byName.delete(name);
  }
}

/** Creates an item with the server's defaults, before anything is deployed to it. */
export function newContent(details: {
  guid: string;
  id: string;
  name: string;
  owner_guid: string;
  time: string;
}): StoredContent {
  const { guid, id, name, owner_guid, time } = details;
  return {
    guid,
    name,
    title: null,
    description: "",
    access_type: "acl",
    locked: false,
    locked_message: "",
    connection_timeout: null,
    read_timeout: null,
    init_timeout: null,
    idle_timeout: null,
    max_processes: null,
    min_processes: null,
    max_conns_per_process: null,
    load_factor: null,
    memory_request: null,
    memory_limit: null,
    cpu_request: null,
    cpu_limit: null,
    amd_gpu_limit: null,
    nvidia_gpu_limit: null,
    service_account_name: null,
    default_image_name: null,
    default_environment_guid: null,
    created_time: time,
    last_deployed_time: time,
    bundle_id: null,
    app_mode: "unknown",
    content_category: "",
    parameterized: false,
    environment_guid: null,
    cluster_name: null,
    image_name: null,
    r_version: null,
    py_version: null,
    quarto_version: null,
    node_version: null,
    r_environment_management: null,
    default_r_environment_management: null,
    py_environment_management: null,
    default_py_environment_management: null,
    run_as: null,
    run_as_current_user: false,
    owner_guid,
    id,
  };
}

/** The names of the environment variables of content. No request can read the values, so they are not stored. */
export class EnvironmentStore {
  readonly #names = new Map<string, readonly string[]>();

  /** Returns every item that has variables, with their names. */
  all(): Iterable<readonly [contentGuid: string, names: readonly string[]]> {
    return this.#names;
  }

  namesOf(contentGuid: string): readonly string[] {
    return this.#names.get(contentGuid) ?? [];
  }

  /** Replaces the names of an item's variables. */
  set(contentGuid: string, names: Iterable<string>): void {
    const unique = [...new Set(names)];
    if (unique.length === 0) this.#names.delete(contentGuid);
    else this.#names.set(contentGuid, unique);
  }
}

const APP_MODES: readonly unknown[] = [
  "api",
  "jupyter-static",
  "jupyter-voila",
  "python-api",
  "python-bokeh",
  "python-panel",
  "python-dash",
  "python-fastapi",
  "python-gradio",
  "python-shiny",
  "python-streamlit",
  "quarto-shiny",
  "quarto-static",
  "rmd-shiny",
  "rmd-static",
  "shiny",
  "static",
  "tensorflow-saved-model",
  "unknown",
] satisfies ContentRecord["app_mode"][];

/** Returns whether this is a kind of content that the document knows. */
export function isAppMode(value: unknown): value is ContentRecord["app_mode"] {
  return APP_MODES.includes(value);
}
