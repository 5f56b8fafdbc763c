import type { ContentRecord } from "@connect-sdk/api";
import type { components } from "@connect-sdk/api/schema";

type Schemas = components["schemas"];

/** Bytes that `Response` accepts: not `Uint8Array<ArrayBuffer>`, which TypeScript knows since 5.7 only. */
type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;

/** What the manifest of a bundle says about the content. Null where it says nothing. */
export interface BundleManifest {
  readonly appMode: ContentRecord["app_mode"] | null;
  readonly contentCategory: string | null;
  readonly parameterized: boolean;
  readonly rVersion: string | null;
  readonly pyVersion: string | null;
  readonly quartoVersion: string | null;
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

/** An archive that was uploaded for a content item. */
export interface StoredBundle {
  readonly id: string;
  readonly contentGuid: string;
  readonly createdBy: string;
  readonly createdTime: string;
  /** The size of the archive in bytes. */
  readonly size: number;
  readonly manifest: BundleManifest;
  /** Whether it was ever deployed. */
  deployed: boolean;
}

/** A bundle as part of a snapshot, with its archive in base64 if it was kept. */
export interface SavedBundle extends StoredBundle {
  readonly archive?: string;
}

/** Total size of the archives that are kept. When it is exceeded, the oldest are forgotten, and only their records stay. */
export const MAXIMUM_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** The bundles of content, and the newest archives. */
export class BundleStore {
  readonly #byContent = new Map<string, Map<string, StoredBundle>>();
  readonly #archives = new Map<StoredBundle, Bytes>();
  #bytes = 0;

  /** Returns every bundle, in the order in which their archives were uploaded. */
  save(): SavedBundle[] {
    const bundles = [...this.#byContent.values()].flatMap((each) => [...each.values()]);
    return bundles
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((bundle) => {
        const archive = this.#archives.get(bundle);
        return archive === undefined ? bundle : { ...bundle, archive: toBase64(archive) };
      });
  }

  load(saved: readonly SavedBundle[]): void {
    for (const { archive, ...bundle } of saved) {
      this.add(
        bundle,
        archive === undefined ? undefined : Uint8Array.from(atob(archive), (char) => char.charCodeAt(0)),
      );
    }
  }

  /** Returns the bundles of an item, in order of creation. */
  ofContent(contentGuid: string): StoredBundle[] {
    return [...(this.#byContent.get(contentGuid)?.values() ?? [])];
  }

  get(contentGuid: string, id: string): StoredBundle | undefined {
    return this.#byContent.get(contentGuid)?.get(id);
  }

  /** Returns the item that a bundle belongs to. */
  contentOf(id: string): string | undefined {
    for (const [contentGuid, bundles] of this.#byContent) if (bundles.has(id)) return contentGuid;
    return undefined;
  }

  /** Returns the archive as it was uploaded; undefined if it was forgotten. */
  archiveOf(bundle: StoredBundle): Bytes | undefined {
    return this.#archives.get(bundle);
  }

  add(bundle: StoredBundle, archive?: Bytes): void {
    const bundles = this.#byContent.get(bundle.contentGuid);
    if (bundles === undefined) this.#byContent.set(bundle.contentGuid, new Map([[bundle.id, bundle]]));
    else bundles.set(bundle.id, bundle);
    if (archive === undefined) return;
    this.#archives.set(bundle, archive);
    this.#bytes += archive.length;
    for (const oldest of this.#archives.keys()) {
      if (this.#bytes <= MAXIMUM_ARCHIVE_BYTES) break;
      this.#forget(oldest);
    }
  }

  delete(bundle: StoredBundle): void {
    this.#forget(bundle);
    this.#byContent.get(bundle.contentGuid)?.delete(bundle.id);
  }

  deleteContent(contentGuid: string): void {
    for (const bundle of this.ofContent(contentGuid)) this.#forget(bundle);
    this.#byContent.delete(contentGuid);
  }

  #forget(bundle: StoredBundle): void {
    this.#bytes -= this.#archives.get(bundle)?.length ?? 0;
    this.#archives.delete(bundle);
  }
}

/** The longest part of an archive that is converted at a time: a function cannot have any number of arguments. */
const PART = 8_192;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += PART) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PART));
  }
  return btoa(binary);
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

/** A finished task. Nothing in the fake takes time. */
export interface StoredTask {
  readonly id: string;
  /** The user that started it. */
  readonly userGuid: string;
  readonly output: readonly string[];
}

/** Number of tasks that are kept, the newest. */
const MAXIMUM_TASKS = 1_000;

/** The tasks of a server. */
export class TaskStore {
  readonly #byId = new Map<string, StoredTask>();

  /** Returns every task, in order of creation. */
  all(): Iterable<StoredTask> {
    return this.#byId.values();
  }

  get(id: string): StoredTask | undefined {
    return this.#byId.get(id);
  }

  add(task: StoredTask): void {
    this.#byId.set(task.id, task);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MAXIMUM_TASKS && oldest !== undefined) this.#byId.delete(oldest);
  }
}

/** A job, as it was seeded: nothing in the fake starts one. */
export interface StoredJob {
  /** Without what its content says. */
  readonly record: Omit<Schemas["Job"], "app_id" | "app_guid" | "content_id">;
  /** What it has written. */
  readonly log: readonly Schemas["JobLogEntry"][];
  /** Why it failed, in the server's words. */
  readonly failure: Schemas["JobError"] | null;
}

/** The jobs of content. */
export class JobStore {
  readonly #byContent = new Map<string, Map<string, StoredJob>>();
  readonly #ids = new Set<string>();

  /** Returns every job, grouped by content. */
  *all(): Iterable<StoredJob> {
    for (const jobs of this.#byContent.values()) yield* jobs.values();
  }

  /** Returns the jobs of an item, the newest first. Jobs with the same start are in the order in which they were added. */
  ofContent(contentGuid: string): StoredJob[] {
    return [...(this.#byContent.get(contentGuid)?.values() ?? [])].sort(compareStarts);
  }

  get(contentGuid: string, key: string): StoredJob | undefined {
    return this.#byContent.get(contentGuid)?.get(key);
  }

  /** Returns whether any content has a job with an id. */
  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Adds a job, or replaces the one with the same key. */
  put(job: StoredJob): void {
    const { content_guid, key, id } = job.record;
    const jobs = this.#byContent.get(content_guid) ?? new Map<string, StoredJob>();
    this.#byContent.set(content_guid, jobs.set(key, job));
    this.#ids.add(id);
  }

  deleteContent(contentGuid: string): void {
    for (const { record } of this.ofContent(contentGuid)) this.#ids.delete(record.id);
    this.#byContent.delete(contentGuid);
  }
}

/** Compares jobs by start, the newest first. Their timestamps have the same format, so they sort as strings. */
function compareStarts({ record: a }: StoredJob, { record: b }: StoredJob): number {
  if (a.start_time === b.start_time) return 0;
  return a.start_time > b.start_time ? -1 : 1;
}
