import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "../../src/index.ts";
import { documentedFetch } from "./documented-fetch.ts";

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is a JSON object; otherwise an object without fields. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The body if it is a JSON array, or the `results` of an envelope; otherwise nothing. */
  readonly list: readonly Readonly<Record<string, unknown>>[];
  /** Status and error code. */
  readonly refusal: readonly [number, unknown];
}

/** Someone who sends requests to a fake with their key, or without one. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** A fake whose own failures fail the test. */
export function testFake(options: FakeConnectOptions = {}): FakeConnect {
  return createFakeConnect({
    onInternalError: (error) => {
      throw error;
    },
    ...options,
  });
}

/** A client whose every answer is held against the document. `key` is the administrator's by default; null sends none. */
export function clientOf(fake: FakeConnect, key: string | null = fake.apiKey): Client {
  const fetch = documentedFetch(fake);
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    extra?: Record<string, string>,
  ): Promise<Answer> => {
    const headers = new Headers(extra);
    if (key !== null) headers.set("authorization", `Key ${key}`);
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return readAnswer(await fetch(`${fake.url}/__api__${path}`, init));
  };
  return {
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    patch: (path, body) => send("PATCH", path, body),
    delete: (path) => send("DELETE", path),
  };
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = text !== "" && response.headers.get("content-type")?.startsWith("application/json") === true;
  const json = isJson ? parse(text) : undefined;
  const body = isObject(json) ? json : {};
  const items: unknown = Array.isArray(json) ? json : body["results"];
  const list = Array.isArray(items) ? items.filter(isObject) : [];
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    list,
    refusal: [response.status, body["code"]],
  };
}

function parse(text: string): unknown {
  return JSON.parse(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of one field. */
export function pluck(list: Answer["list"], field: string): unknown[] {
  return list.map((item) => item[field]);
}
