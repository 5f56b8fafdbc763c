import { getRequestListener, RequestError } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type RequestListener, ServerResponse } from "node:http";
import type { Respond } from "../http/engine.ts";
import { toResponse } from "../http/wire-reply.ts";

/** Answers a request. Rejects when the connection is to break instead. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** The same, but it may have the answer sent without making a `Response` of it, which takes longer than all the rest. */
export type DirectHandler = (request: Request, respond: Respond) => Promise<Response>;

/** Turns a fetch handler into a listener of `node:http`. `host` stands in for a Host header that is missing. */
export function requestListener(answer: DirectHandler, host: string): RequestListener {
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      try {
        return await answer(request, outgoing instanceof ServerResponse ? sendTo(outgoing) : toResponse);
      } catch (error) {
        incoming.socket.resetAndDestroy();
        throw error;
      }
    },
    {
      hostname: host,
      // The process belongs to whoever runs the tests, and so do its globals.
      overrideGlobalObjects: false,
      errorHandler: (error) => (error instanceof RequestError ? malformed() : undefined),
    },
  );
  return (request, response) => void listener(request, response);
}

function sendTo(outgoing: ServerResponse): Respond {
  return ({ status, headers, body }, method) => {
    const bodiless = status === 204 || status === 304;
    const length = bodiless ? undefined : { "content-length": Buffer.byteLength(body ?? "") };
    outgoing.writeHead(status, { ...headers, ...length });
    outgoing.end(bodiless || method === "HEAD" ? undefined : body);
    return RESPONSE_ALREADY_SENT;
  };
}

/** The answer to what cannot be made into a request at all, such as an impossible Host header. */
function malformed(): Response {
  // Real server: unknown, assumed to be its general words for a wrong parameter.
  const error = "The address or the Host header of this request is malformed.";
  return Response.json({ code: 25, error, payload: null }, { status: 400 });
}
