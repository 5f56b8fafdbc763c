import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { finished } from "node:stream";
import { isBodiless, jsonReply, type WireReply } from "../http/wire-reply.ts";
import { NodeRequest } from "./node-request.ts";
import type { WireHandler } from "./wire-handler.ts";

/** Answers what a server has received. */
export type RequestListener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  server: Pick<Server, "listening">,
) => void;

/** Turns a handler into a listener. `host` stands in for a Host header that is missing. */
export function requestListener(answer: WireHandler, host: string): RequestListener {
  return (incoming, outgoing, server) => {
    const request = readRequest(incoming, outgoing, host);
    const reply = request === undefined ? Promise.resolve(malformed()) : answer(request);
    reply
      .then((made) => {
        // A connection that is kept alive would hold a server open that is to be closed.
        if (!server.listening) outgoing.shouldKeepAlive = false;
        send(made, incoming, outgoing);
      })
      .catch(() => {
        incoming.socket.resetAndDestroy();
      });
  };
}

function readRequest(incoming: IncomingMessage, outgoing: ServerResponse, host: string): NodeRequest | undefined {
  try {
    return new NodeRequest(incoming, outgoing, host);
  } catch {
    return undefined;
  }
}

function send(reply: WireReply, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, socket } = incoming;
  const { status, headers, body, broken } = reply;
  const bodiless = isBodiless(status);
  if (!bodiless) headers["content-length"] = String(Buffer.byteLength(body ?? ""));
  outgoing.writeHead(status, headers);
  if (broken === true && body !== null) {
    outgoing.write(body.slice(0, body.length / 2));
    // Not a reset: that could overtake what has just been sent.
    socket.destroySoon();
    return;
  }
  const sent = bodiless || method === "HEAD" ? undefined : body;
  if (incoming.complete || outgoing.shouldKeepAlive) {
    outgoing.end(sent);
    return;
  }
  // The connection closes with the answer. A client that still sends would see that, and never the answer.
  outgoing.write(sent ?? "");
  finished(incoming.resume(), () => outgoing.end());
}

/** The answer to what cannot be made into a request at all, such as an impossible Host header. */
function malformed(): WireReply {
  // Real server: unknown, assumed to be its general words for a wrong parameter.
  const error = "The address of this request is malformed, or its Host header is malformed or missing.";
  return jsonReply(400, { code: 25, error, payload: null });
}
