/** Recording: reads the users, groups and content of a server, and turns them into data for a fake. */
import { setTimeout as wait } from "node:timers/promises";
import type { ContentRecord, GroupRecord, PermissionRecord, UserRecord } from "@connect-sdk/api";

/** The server to read, and how. */
export interface Source {
  /** The server's address without `/__api__` and without a trailing slash. */
  readonly server: string;
  readonly apiKey: string;
  /** Waits before a request is repeated; replaced in tests. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Everything that is recorded, as the server returned it. */
export interface ServerContents {
  /** Empty if the server hides it. */
  readonly version: string;
  /** The user whose key was used. */
  readonly caller: UserRecord;
  readonly users: readonly UserRecord[];
  readonly groups: readonly (GroupRecord & { readonly members: readonly UserRecord[] })[];
  readonly content: readonly ContentRecord[];
  readonly permissions: readonly PermissionRecord[];
}

/** The server cannot be read. The message says which request failed, and what to do; it never contains the key. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  /** The status of the response, if there was one. */
  readonly status: number | undefined;

  constructor(message: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

/**
 * Reads a server. It sends only GET requests, several at a time.
 *
 * @throws RecordError if a request fails, or the key is not an administrator's.
 */
export async function readServer(source: Source): Promise<ServerContents> {
  const get = (path: string): Promise<unknown> => request(source, path);
  const caller = toRecord<UserRecord>(await get("/v1/user"), "/v1/user", ["guid", "username"]);
  if (caller.user_role !== "administrator") {
    throw new RecordError(`${caller.username} is a ${caller.user_role}; use the API key of an administrator`);
  }
  const settings = toRecord<Settings>(await get("/server_settings"), "/server_settings", []);
  const users = await readPages<UserRecord>(get, "/v1/users");
  const groups = settings.groups_enabled === false ? [] : await readPages<GroupRecord>(get, "/v1/groups");
  const content = toList<ContentRecord>(await get("/v1/content"), "/v1/content", ["guid", "owner_guid"]);
  return {
    version: settings.version ?? "",
    caller,
    users,
    groups: await mapConcurrently(groups, async (group) => {
      return { ...group, members: await readPages<UserRecord>(get, `/v1/groups/${group.guid}/members`) };
    }),
    content,
    permissions: (
      await mapConcurrently(content, ({ guid }) => {
        const path = `/v1/content/${guid}/permissions`;
        return get(path).then((list) => toList<PermissionRecord>(list, path, ["principal_guid"]), withoutDeleted);
      })
    ).flat(),
  };
}

/** Content that was deleted while the server was read has no permissions. */
function withoutDeleted(error: unknown): [] {
  if (error instanceof RecordError && error.status === 404) return [];
  throw error;
}

interface Settings {
  readonly version?: string;
  readonly groups_enabled?: boolean;
}

const PAGE_SIZE = 500;

/** Reads all pages of a list. A record that moves to another page while it is read is returned once. */
async function readPages<T extends { readonly guid: string }>(
  get: (path: string) => Promise<unknown>,
  path: string,
): Promise<T[]> {
  const records = new Map<string, T>();
  for (let number = 1; ; number++) {
    const pagePath = `${path}?page_size=${PAGE_SIZE}&page_number=${number}`;
    const page = toRecord<{ results: unknown }>(await get(pagePath), path, []);
    const results = toList<T>(page.results, path, ["guid"]);
    const before = records.size;
    for (const record of results) records.set(record.guid, record);
    if (results.length < PAGE_SIZE || records.size === before) return [...records.values()];
  }
}

/** Number of requests at a time. */
const CONCURRENCY = 8;

async function mapConcurrently<T, U>(items: readonly T[], map: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  // Shared by the workers. After a failure, which ends one of them, the others find nothing left to do.
  const pending = [...items.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [index, item] = next;
      try {
        results[index] = await map(item);
      } catch (error) {
        pending.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return results;
}

const TIMEOUT = 30_000;
const ATTEMPTS = 5;
const MAXIMUM_WAIT = 60_000;

async function request({ server, apiKey, sleep = wait }: Source, path: string): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const { response, text } = await exchange(server, apiKey, path);
    const delay = 1000 * Number(response.headers.get("retry-after") ?? 1);
    const isBusy = response.status === 429 || response.status === 503;
    if (isBusy && attempt < ATTEMPTS && delay >= 0 && delay <= MAXIMUM_WAIT) {
      await sleep(delay);
      continue;
    }
    const body = parse(text);
    const { status } = response;
    if (!response.ok) throw new RecordError(`GET ${path} returned ${status}${hintFor(status, body)}`, { status });
    if (body === undefined) {
      throw new RecordError(`GET ${path} returned no JSON; check that --server is the address of a Connect server`);
    }
    return body;
  }
}

/** A response and its whole body. */
interface Received {
  readonly response: Response;
  readonly text: string;
}

/** Sends a request and reads the response, for at most 30 seconds. */
async function exchange(server: string, apiKey: string, path: string): Promise<Received> {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const cause = new Error(`no complete response within ${TIMEOUT / 1000} seconds`);
      end.abort(cause);
      reject(new RecordError(`GET ${path} failed: ${cause.message}; check --server and the network`, { cause }));
    }, TIMEOUT);
  });
  try {
    // Raced, because some implementations of fetch ignore the signal, at least while the body is read.
    return await Promise.race([send(server, apiKey, path, end.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function send(server: string, apiKey: string, path: string, signal: AbortSignal): Promise<Received> {
  const headers = { authorization: `Key ${apiKey}` };
  let response: Response;
  try {
    // Redirects are not followed, because they could lead the key to another server.
    response = await fetch(`${server}/__api__${path}`, { headers, redirect: "error", signal });
  } catch (error) {
    throw new RecordError(`GET ${path} failed: ${reasonOf(error)}; check --server and the network`, { cause: error });
  }
  const text = await response.text().catch((error: unknown) => {
    throw new RecordError(`GET ${path} failed: the response broke off`, { cause: error });
  });
  return { response, text };
}

function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && cause.message !== "") return cause.message;
  return error instanceof Error ? error.message : String(error);
}

function hintFor(status: number, body: unknown): string {
  const code = isObject(body) && typeof body["code"] === "number" ? ` (code ${body["code"]})` : "";
  return status === 401 ? `${code}; check the API key` : code;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns a response that has the fields which identify a record. The rest is checked when the data is loaded. */
function toRecord<T>(value: unknown, path: string, fields: readonly (keyof T & string)[]): T {
  const isRecord = (record: unknown): record is T =>
    isObject(record) && fields.every((field) => typeof record[field] === "string");
  if (isRecord(value)) return value;
  throw new RecordError(`GET ${path} returned JSON that is not Connect's; check that --server is a Connect server`);
}

function toList<T>(value: unknown, path: string, fields: readonly (keyof T & string)[]): T[] {
  if (!Array.isArray(value)) {
    throw new RecordError(`GET ${path} returned no list; check that --server is a Connect server`);
  }
  return value.map((item: unknown) => toRecord<T>(item, path, fields));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
