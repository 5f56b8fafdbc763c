import { getRequestListener, RequestError } from "@hono/node-server";
import type { RequestListener } from "node:http";

/** Answers a request. Rejects when the connection is to break instead. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Turns a fetch handler into a listener of `node:http`. `host` stands in for a Host header that is missing. */
export function requestListener(answer: FetchHandler, host: string): RequestListener {
  const listener = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await answer(request);
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

/** The answer to what cannot be made into a request at all, such as an impossible Host header. */
function malformed(): Response {
  // Real server: unknown, assumed to be its general words for a wrong parameter.
  const error = "The address or the Host header of this request is malformed.";
  return Response.json({ code: 25, error, payload: null }, { status: 400 });
}
