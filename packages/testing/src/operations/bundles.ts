import type { BundleRecord } from "@connect-sdk/api";
import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import { type BundleManifest, isAppMode, type StoredBundle, type StoredJob } from "../state/bundle-store.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { findContent, findEditableContent } from "./content.ts";
import { hasRole, type Caller, type HandlerMap, isAdministrator } from "./operation.ts";

/**
 * Bundles and their deployment. Nothing is built or executed: deploying a bundle makes it the active one, and copies what its
 * manifest says to the content.
 */
export const bundleHandlers = {
  getBundles(state, { path, query }, { caller }) {
    const item = findContent(state, path.guid, caller);
    const { page_number: page, page_size: size, asc_order: ascending } = query;
    const bundles = state.bundles.ofContent(item.guid);
    if (!ascending) bundles.reverse();
    const shown = bundles.slice((page - 1) * size, page * size);
    return { status: 200, body: shown.map((bundle) => viewBundle(state, item, bundle, caller)) };
  },

  async uploadContentBundle(state, { path, body: archive }, { caller }) {
    findDeployableContent(state, path.guid, caller);
    // Real server: it also checks the archive; assumed that one that cannot be read is noticed when it is deployed.
    if (archive.length === 0) throw new ApiProblem("InvalidContentLength");
    // Loaded on demand, which keeps importing the package cheap.
    const { readManifest } = await import("./bundles.ts");
    const manifest = await readManifest(archive);
    // Found again, because other requests were handled in the meantime.
    const item = findDeployableContent(state, path.guid, caller);
    const bundle: StoredBundle = {
      id: String(state.ids.next("bundle")),
      contentGuid: item.guid,
      createdBy: caller.user.record.guid,
      createdTime: state.clock.timestamp,
      size: archive.length,
      manifest,
      deployed: false,
    };
    state.bundles.add(bundle, archive);
    const event = `Added bundle ${bundle.id} to content ${item.name}`;
    return {
      status: 200,
      body: viewBundle(state, item, bundle, caller),
      audit: [{ action: "add_bundle", event }],
    };
  },

  getBundle(state, { path }, { caller }) {
    const item = findContent(state, path.guid, caller);
    return { status: 200, body: viewBundle(state, item, findBundle(state, item, path.id), caller) };
  },

  deleteBundle(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoRemovePermission");
    const bundle = findBundle(state, item, path.id);
    if (bundle.id === item.bundle_id) throw new ApiProblem("DeleteActiveBundle");
    state.bundles.delete(bundle);
    const event = `Removed bundle ${bundle.id} from content ${item.name}`;
    return { status: 204, audit: [{ action: "remove_bundle", event }] };
  },

  downloadBundle(state, { path }, { caller }) {
    // Real server: its documentation does not name administrators, assumed that they can download, too.
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    const archive = state.bundles.archiveOf(findBundle(state, item, path.id));
    if (archive === undefined) throw new ApiProblem("BundleFileNotFound");
    return { status: 200, mediaType: "application/gzip", content: archive };
  },

  deployContentBundle(state, { path, body }, { caller }) {
    const item = findDeployableContent(state, path.guid, caller);
    const bundle = findBundleToDeploy(state, item, body.bundle_id ?? item.bundle_id);
    const activate = body.activate ?? true;
    bundle.deployed = true;
    if (activate) state.content.put(withDeployment(item, bundle, state.clock.timestamp));
    const id = state.ids.token("task", state.ids.next("task"), TASK_ID_LENGTH);
    const output = [
      `Received bundle ${bundle.id} of ${bundle.size} bytes.`,
      "This server is a fake: it builds and runs nothing.",
      activate ? `Bundle ${bundle.id} is now active.` : `Bundle ${bundle.id} is ready, but not active.`,
    ];
    state.tasks.add({ id, userGuid: caller.user.record.guid, output });
    const event = `Deployed bundle ${bundle.id} of content ${item.name}`;
    return { status: 202, body: { task_id: id }, audit: [{ action: "deploy_application", event }] };
  },
} satisfies HandlerMap<
  "getBundles" | "uploadContentBundle" | "getBundle" | "deleteBundle" | "downloadBundle" | "deployContentBundle"
>;

const TASK_ID_LENGTH = 16;

/** Returns the item with a guid. Throws an `ApiProblem` if the caller cannot change it, or if it is locked. */
function findDeployableContent(state: FakeState, guid: string, caller: Caller): StoredContent {
  const item = findEditableContent(state, guid, caller, "NoUpdatePermission");
  // Real server: the status of this code is not published, assumed 409.
  if (item.locked === true) throw new ApiProblem("LockedContentBundle");
  return item;
}

function findBundle(state: FakeState, item: StoredContent, id: string): StoredBundle {
  const bundle = state.bundles.get(item.guid, id);
  if (bundle === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such bundle.");
  return bundle;
}

function findBundleToDeploy(state: FakeState, item: StoredContent, id: string | null): StoredBundle {
  if (id === null) throw new ApiProblem("BundleMissing");
  const bundle = state.bundles.get(item.guid, id);
  if (bundle !== undefined) return bundle;
  // Real server: unknown, assumed 82 for a bundle of other content, and otherwise 28.
  throw new ApiProblem(state.bundles.contentOf(id) === undefined ? "BundleMissing" : "BundleIdAppIdMismatch");
}

/** Where content of this server runs. */
const LOCAL = "Local";

/** Returns an item after the deployment of a bundle. Facts that the manifest does not state keep their values. */
function withDeployment(item: StoredContent, { id, manifest }: StoredBundle, time: string): StoredContent {
  const { appMode, contentCategory, rVersion, pyVersion, quartoVersion, parameterized } = manifest;
  return {
    ...item,
    bundle_id: id,
    last_deployed_time: time,
    app_mode: appMode ?? item.app_mode,
    content_category: contentCategory ?? item.content_category,
    parameterized: appMode === null ? item.parameterized : parameterized,
    cluster_name: LOCAL,
    image_name: LOCAL,
    r_version: rVersion,
    r_environment_management: rVersion === null ? null : true,
    py_version: pyVersion,
    py_environment_management: pyVersion === null ? null : true,
    quarto_version: quartoVersion,
  };
}

/** Returns a bundle as the caller sees it: viewers learn nothing about the environment. */
function viewBundle(state: FakeState, item: StoredContent, bundle: StoredBundle, caller: Caller): BundleRecord {
  const showsEnvironment = bundle.deployed && hasRole(caller, "publisher");
  const { rVersion, pyVersion, quartoVersion } = bundle.manifest;
  return {
    id: bundle.id,
    content_guid: bundle.contentGuid,
    ...(state.version.has("bundleCreator") && { created_by: bundle.createdBy, environment_guid: null }),
    created_time: bundle.createdTime,
    cluster_name: showsEnvironment ? LOCAL : null,
    image_name: showsEnvironment ? LOCAL : null,
    r_version: showsEnvironment ? rVersion : null,
    r_environment_management: showsEnvironment && rVersion !== null ? true : null,
    py_version: showsEnvironment ? pyVersion : null,
    py_environment_management: showsEnvironment && pyVersion !== null ? true : null,
    quarto_version: showsEnvironment ? quartoVersion : null,
    active: bundle.id === item.bundle_id,
    size: bundle.size,
    // Real server: it also has checksums of the archive.
    metadata: {},
  };
}

/** Tasks. All of them are finished, so that nothing is ever waited for. */
export const taskHandlers = {
  getTask(state, { path, query }, { caller }) {
    const task = state.tasks.get(path.id);
    if (task === undefined) throw new ApiProblem("TaskDoesNotExist");
    // Real server: unknown who can see a task, assumed the user that started it and administrators.
    if (task.userGuid !== caller.user.record.guid && !isAdministrator(caller)) throw new ApiProblem("NoViewPermission");
    return {
      status: 200,
      body: {
        id: task.id,
        output: task.output.slice(query.first),
        result: null,
        finished: true,
        code: 0,
        error: "",
        last: task.output.length,
      },
    };
  },
} satisfies HandlerMap<"getTask">;

/** Jobs. All of them come from the test: nothing runs, and so a new item has none. */
export const jobHandlers = {
  getJobs(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    // Real server: the order is unknown, assumed the newest first.
    return { status: 200, body: state.jobs.ofContent(item.guid).map((job) => viewJob(item, job)) };
  },

  getJob(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    return { status: 200, body: viewJob(item, findJob(state, item, path.key)) };
  },

  killJob(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const job = findJob(state, item, path.key);
    const { record } = job;
    if (record.status !== ACTIVE_JOB) throw new ApiProblem("InactiveJob");
    // Real server: unknown, assumed that the process ends by the signal that ends it for good, and at once.
    const ended = { status: FINALIZED_JOB, exit_code: KILLED, end_time: state.clock.timestamp };
    state.jobs.put({ ...job, record: { ...record, ...ended } });
    const { guid, id } = item;
    return {
      status: 200,
      body: {
        guid: state.ids.guid("killOrder", state.ids.next("killOrder")),
        app_id: Number(id),
        app_guid: guid,
        content_id: id,
        content_guid: guid,
        job_id: Number(record.id),
        job_key: record.key,
        result: "The order to end the job was registered.",
      },
    };
  },

  jobLogs(state, { path, query }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    const { log } = findJob(state, item, path.key);
    // Without a number, `-0` is the beginning.
    return { status: 200, body: { entries: log.slice(-query.maxLogLines) } };
  },

  jobError(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    const { failure } = findJob(state, item, path.key);
    return failure === null ? { status: 204 } : { status: 200, body: failure };
  },
} satisfies HandlerMap<"getJobs" | "getJob" | "killJob" | "jobLogs" | "jobError">;

/** States of a job. */
const [ACTIVE_JOB, FINALIZED_JOB] = [0, 2];
const KILLED = 137;

function findJob(state: FakeState, item: StoredContent, key: string): StoredJob {
  const job = state.jobs.get(item.guid, key);
  if (job === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such job.");
  return job;
}

function viewJob({ id, guid }: StoredContent, { record }: StoredJob): components["schemas"]["Job"] {
  return { ...record, app_id: id, app_guid: guid, content_id: id };
}

/**
 * Reads the manifest of a bundle. An archive that cannot be read, or that has no valid manifest, says nothing about the
 * content: test suites also upload placeholders.
 */
export async function readManifest(archive: Uint8Array<ArrayBuffer>): Promise<BundleManifest> {
  const manifest = asObject(await findManifest(archive));
  const metadata = asObject(manifest["metadata"]);
  const appMode = metadata["appmode"];
  return {
    // Newer servers have more modes: content then keeps its own.
    appMode: isAppMode(appMode) ? appMode : null,
    contentCategory: asString(metadata["content_category"]),
    parameterized: metadata["has_parameters"] === true,
    rVersion: asString(manifest["platform"]),
    pyVersion: asString(asObject(manifest["python"])["version"]),
    quartoVersion: asString(asObject(manifest["quarto"])["version"]),
  };
}

/** At the root of the archive, or of the one directory that it has. */
const MANIFEST = /^(?:\.\/)?(?:[^/]+\/)?manifest\.json$/;

async function findManifest(archive: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    for (const { name, data } of filesOf(await decompress(archive))) {
      if (MANIFEST.test(name)) return JSON.parse(decoder.decode(data));
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of an archive that are decompressed. A manifest is usually the first file; a bomb must not fill the memory. */
const MAXIMUM_DECOMPRESSED_BYTES = 32 * 1024 * 1024;

async function decompress(archive: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: ReadableStream<Uint8Array> = new Blob([archive]).stream().pipeThrough(new DecompressionStream("gzip"));
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAXIMUM_DECOMPRESSED_BYTES) break;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

const decoder = new TextDecoder();

/** Size of a header, and of the blocks that files are padded to. */
const BLOCK = 512;

/**
 * Reads the files of a tar archive. It is written here because a parser from a library, nanotar, never returns if a file has a
 * negative size, and uploads are untrusted.
 */
function* filesOf(tar: Uint8Array): Iterable<{ name: string; data: Uint8Array }> {
  let offset = 0;
  while (offset + BLOCK <= tar.length) {
    const field = (start: number, length: number): string =>
      decoder.decode(tar.subarray(offset + start, offset + start + length)).replace(/\0.*$/s, "");
    const name = field(0, 100);
    const size = field(124, 12).trim();
    if (name === "" || !/^[0-7]+$/.test(size)) return;
    const start = offset + BLOCK;
    const end = start + Number.parseInt(size, 8);
    yield { name, data: tar.subarray(start, end) };
    offset = Math.ceil(end / BLOCK) * BLOCK;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asString(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
