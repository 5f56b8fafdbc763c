import type { WireRequest } from "./wire-request.ts";

/** A request that was made in this process. */
export class FetchRequest implements WireRequest {
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
    // The address of a Request is absolute and normalised, so that nothing is gained by having it parsed once more.
    const { url } = request;
    const path = url.indexOf("/", url.indexOf("//") + 2);
    const fragment = url.indexOf("#", path);
    const end = fragment < 0 ? url.length : fragment;
    const question = url.indexOf("?", path);
    const hasQuery = question >= 0 && question < end;
    this.origin = url.slice(0, path);
    this.path = url.slice(path, hasQuery ? question : end);
    this.query = hasQuery ? url.slice(question + 1, end) : "";
  }

  get method(): string {
    return this.#request.method;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  text(): Promise<string> {
    return this.#request.text();
  }
}
