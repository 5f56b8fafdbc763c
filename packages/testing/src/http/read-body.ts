import { ConnectionReset } from "../faults/connection-reset.ts";
import { ApiProblem } from "../errors.ts";
import type { RawBody } from "../operations/input.ts";
import type { WireRequest } from "./wire-request.ts";

/** Reads a request's body as JSON, whatever its content type says: real servers accept JSON that is sent as a form. */
export async function readBody(request: WireRequest): Promise<RawBody> {
  if (request.method === "GET") return {};
  const text = await readText(request);
  if (text.trim() === "") return {};
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: new ApiProblem("InvalidJson", "The body is not valid JSON.") };
  }
}

/** A client that goes away while it sends is not waiting for an answer. */
async function readText(request: WireRequest): Promise<string> {
  try {
    return await request.text();
  } catch (error) {
    throw new ConnectionReset({ cause: error });
  }
}
