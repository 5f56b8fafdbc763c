import { Problem } from "../errors/problem.ts";

/** What a request's body is, or why it cannot be read. */
export interface ReadBody {
  /** Undefined if there is none. */
  readonly value?: unknown;
  readonly problem?: Problem;
}

/** Reads a request's body as JSON, whatever its content type says: real servers accept JSON that is sent as a form. */
export async function readBody(request: Request): Promise<ReadBody> {
  if (request.method === "GET") return {};
  const text = await request.text();
  if (text.trim() === "") return {};
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: new Problem("InvalidJson", "The body is not valid JSON.") };
  }
}
