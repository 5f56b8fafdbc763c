import { bytesOf, emptyReply, isBodiless, jsonReply, textReply, type WireReply } from "../http/wire-reply.ts";
import type { WireRequest } from "../http/wire-request.ts";
import { ConnectionReset } from "./connection-reset.ts";
import { faultBody } from "./fault-body.ts";
import type { Fault } from "./fault.ts";

/**
 * Answers a request under a fault.
 *
 * @param act - what the server would have done.
 * @throws ConnectionReset if the connection is to be cut.
 */
export async function runWithFault(
  fault: Fault,
  act: () => WireReply | Promise<WireReply>,
  request: Pick<WireRequest, "signal">,
): Promise<WireReply> {
  if (fault.delay !== undefined) await wait(fault.delay, request.signal);
  if (fault.reset === true) throw new ConnectionReset();
  const reply = standsInForServer(fault) ? standIn(fault) : await act();
  if (fault.reset === "after") throw new ConnectionReset();
  for (const [name, value] of Object.entries(fault.headers ?? {})) reply.headers[name.toLowerCase()] = value;
  if (fault.reset === "during") {
    if (reply.body === null || reply.body.length === 0) throw new ConnectionReset();
    reply.broken = true;
  }
  if (fault.truncate !== undefined && fault.truncate !== false)
    reply.body = truncate(bytesOf(reply.body ?? ""), fault.truncate);
  return reply;
}

function standsInForServer({ status, body, html }: Fault): boolean {
  return status !== undefined || body !== undefined || (html !== undefined && html !== false);
}

function standIn({ status = 200, body, html }: Fault): WireReply {
  if (isBodiless(status)) return emptyReply(status);
  if (typeof html === "string") return textReply(status, "text/html", html);
  if (html === true) return textReply(status, "text/html", SIGN_IN_PAGE);
  if (body === undefined) return jsonReply(status, faultBody(status));
  if (body === null) return emptyReply(status);
  return typeof body === "string" ? textReply(status, "text/plain", body) : jsonReply(status, body);
}

const SIGN_IN_PAGE =
  "<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>";

function truncate(bytes: Uint8Array<ArrayBuffer>, where: true | number): Uint8Array<ArrayBuffer> {
  return bytes.subarray(0, where === true ? bytes.length / 2 : where);
}

/** Waits, but no longer than the client does. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
  signal.throwIfAborted();
}
