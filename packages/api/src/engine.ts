import createEngineClient from "openapi-fetch";
import type { HttpMethod } from "./operations.ts";
import { serializePath } from "./path.ts";

/** What it takes to make a request. */
export interface EngineInput {
  method: HttpMethod;
  /** Below `/__api__`, with `{name}` for each path parameter. */
  path: string;
  params?: { path?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined } | undefined;
  serializeQuery: (query: Record<string, unknown>) => string;
  headers?: Record<string, string> | undefined;
  body?: unknown;
}

/** Makes a request and hands it to `send`. */
export type Engine = (input: EngineInput, send: (request: Request) => Promise<Response>) => Promise<Response>;

/** An engine that is openapi-fetch. Nothing else in the package knows of it, so that it can be replaced. */
export function createEngine(baseUrl: string): Engine {
  const client = createEngineClient<AnyPaths>({ baseUrl, redirect: "manual", pathSerializer: serializePath });
  return async ({ method, path, params, serializeQuery, headers, body }, send) => {
    const { response } = await client.GET(path, {
      method,
      params: { path: params?.path ?? {}, query: params?.query ?? {} },
      querySerializer: serializeQuery,
      headers: headers ?? {},
      body,
      fetch: send,
      // The response check has read the body already.
      parseAs: "stream",
    });
    return response;
  };
}

/** openapi-fetch's types are not used: the client's own are stricter. */
type AnyPaths = Record<string, Record<Lowercase<HttpMethod>, AnyOperation>>;

interface AnyOperation {
  parameters: { path: Record<string, unknown>; query: Record<string, unknown> };
  requestBody?: { content: { "application/json": unknown } };
  responses: { 200: { content: { "application/json": unknown } } };
}
