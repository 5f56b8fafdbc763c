import { ApiProblem } from "../errors.ts";
import type { RawBody } from "../operations/input.ts";
import { ConnectionReset, type Exchange } from "./exchange.ts";

/** A request body over the limit. It is refused as soon as that is known, and none of it is kept. */
export class BodyTooLarge extends ApiProblem {
  /** The declared size, or the bytes that were received until the limit was exceeded. */
  readonly size: number;

  // Real server: the code is unknown, assumed to be the one for a body that cannot be read.
  constructor(limit: number, size: number) {
    super("CannotParseRequestBody", `The request body is larger than ${limit} bytes; send a smaller one.`, 413);
    this.size = size;
  }
}

/**
 * Collects the chunks of a body. It copies them into one buffer that doubles, because a body that arrives in single bytes
 * would otherwise need a hundred times its size.
 */
export class BodyBuffer {
  readonly #limit: number;
  #bytes: Uint8Array = NOTHING;
  #size = 0;

  /**
   * @param declared - the size that the client announced, if it did.
   * @throws BodyTooLarge if the announced size is over the limit.
   */
  constructor(limit: number, declared: string | null | undefined) {
    this.#limit = limit;
    if (Number(declared ?? 0) > limit) throw new BodyTooLarge(limit, Number(declared));
  }

  /** @throws BodyTooLarge if the body is now over the limit. */
  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.length;
    if (size > this.#limit) throw new BodyTooLarge(this.#limit, size);
    if (this.#size === 0) {
      this.#bytes = chunk;
    } else {
      if (size > this.#bytes.length) this.#grow(size);
      this.#bytes.set(chunk, this.#size);
    }
    this.#size = size;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  #grow(size: number): void {
    const grown = new Uint8Array(Math.min(this.#limit, size * 2));
    grown.set(this.bytes);
    this.#bytes = grown;
  }
}

const NOTHING = new Uint8Array();

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";

/** Returns whether a body of this media type is handled as bytes, such as an archive. */
export function isBinary(mediaType: string): boolean {
  return mediaType !== JSON_TYPE && mediaType !== FORM;
}

/**
 * Reads the body of an exchange as the media type that its operation takes, whatever its content type: real servers accept JSON
 * that is sent as a form. A form becomes an object of its first values, any other body than JSON its bytes.
 *
 * @throws {@link BodyTooLarge} if it is over the limit.
 * @throws {@link ApiProblem} if it is a form instead of an archive.
 * @throws {@link ConnectionReset} if the client disconnects while it sends the body.
 */
export async function readBody(exchange: Exchange, mediaType = JSON_TYPE): Promise<RawBody> {
  const bytes = await readBytes(exchange);
  if (mediaType === JSON_TYPE) return parseJson(bytes);
  if (mediaType === FORM) return { value: readForm(bytes) };
  refuseParts(exchange);
  // A copy, because the buffer can be twice as large as the body.
  return { value: new Uint8Array(bytes) };
}

/** Throws an `ApiProblem` for a form with an archive: kept as it is, it would be a bundle that cannot be read. */
function refuseParts(exchange: Exchange): void {
  const type = exchange.request.header("content-type") ?? "";
  if (!/^multipart\//i.test(type)) return;
  const message =
    "The fake does not model uploads as forms, which Connect may have. Send the archive itself as the body.";
  exchange.note = { pointer: "", rule: "not-modelled", message };
  // Real server: unknown whether it takes forms.
  throw new ApiProblem("CannotParseRequestBody", message);
}

function readForm(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(new TextDecoder().decode(bytes))].toReversed());
}

async function readBytes(exchange: Exchange): Promise<Uint8Array> {
  try {
    const bytes = await exchange.request.bytes(exchange.state.options.maxRequestBytes);
    exchange.bodyBytes = bytes.length;
    return bytes;
  } catch (error) {
    // A client that disconnects while it sends does not wait for a response.
    if (!(error instanceof BodyTooLarge)) throw new ConnectionReset({ cause: error });
    exchange.bodyBytes = error.size;
    throw error;
  }
}

/** Parses a body. An empty one has no value. */
export function parseJson(bytes: Uint8Array): RawBody {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") return {};
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: new ApiProblem("InvalidJson", "The body is not valid JSON.") };
  }
}
