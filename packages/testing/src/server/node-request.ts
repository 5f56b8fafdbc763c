import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { WireRequest } from "../http/wire-request.ts";

/** What a Host header can be: a name, an IPv4 or a bracketed IPv6 address, and perhaps a port. */
const HOST = /^(?:[\w.~%-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** A target that is a path as it stands, with nothing in it that an address would have had normalised away. */
const PLAIN_TARGET = /^(?:\/(?![./])[\w~%!$&'()*+,;=:@.-]*)+(?:\?[^#]*)?$/;

/** A request that came over a port. */
export class NodeRequest implements WireRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #signal: AbortSignal | undefined;

  /**
   * @param host - stands in, with the port, for a Host header that is missing or empty.
   * @throws TypeError for an address or a Host header that is malformed, and for none where HTTP demands one.
   */
  constructor(incoming: IncomingMessage, outgoing: ServerResponse, host: string) {
    const { method = "GET", url = "/", headers, socket } = incoming;
    const { host: named = "" } = headers;
    if (headers.host === undefined && incoming.httpVersion !== "1.0")
      throw new TypeError("The Host header is missing.");
    const sent = named === "" ? `${host}:${String(socket.localPort)}` : named;
    if (!HOST.test(sent)) throw new TypeError("The Host header is malformed.");
    const target = PLAIN_TARGET.test(url) ? url : normalise(url, sent);
    const question = target.indexOf("?");
    this.method = method;
    this.origin = `http://${sent}`;
    this.path = question < 0 ? target : target.slice(0, question);
    this.query = question < 0 ? "" : target.slice(question + 1);
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get signal(): AbortSignal {
    this.#signal ??= abortedOnClose(this.#outgoing);
    return this.#signal;
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  }

  text(): Promise<string> {
    return text(this.#incoming);
  }
}

/** A target in the form that `fetch` would have sent it in. */
function normalise(target: string, host: string): string {
  const { pathname, search } = new URL(target.startsWith("/") ? `http://${host}${target}` : target, `http://${host}`);
  return `${pathname}${search}`;
}

function abortedOnClose(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}
