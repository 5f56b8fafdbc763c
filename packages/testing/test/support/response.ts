/** A response, read to its end. */
export interface ClientResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is a JSON object; otherwise an object without fields. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The body if it is a JSON array, or the `results` of an envelope; otherwise empty. */
  readonly list: readonly Readonly<Record<string, unknown>>[];
  /** Status and error code. */
  readonly refusal: readonly [number, unknown];
}

/** Reads a response. */
export async function readResponse(response: Response): Promise<ClientResponse> {
  const { status, headers } = response;
  const text = await response.text();
  const json = text !== "" && isJson(headers) ? parse(text) : undefined;
  const body = isObject(json) ? json : {};
  const items: unknown = Array.isArray(json) ? json : body["results"];
  const list = Array.isArray(items) ? items.filter(isObject) : [];
  return { status, headers, text, body, list, refusal: [status, body["code"]] };
}

/** Returns the values of one field. */
export function pluck(list: ClientResponse["list"], field: string): unknown[] {
  return list.map((item) => item[field]);
}

function isJson(headers: Headers): boolean {
  return headers.get("content-type")?.startsWith("application/json") === true;
}

function parse(text: string): unknown {
  return JSON.parse(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
