import { Problem } from "../errors/problem.ts";

/**
 * Reads a request's body as JSON, whatever its content type says: real servers accept JSON that is sent as a form.
 *
 * @returns undefined if the request has no body.
 */
export async function readBody(request: Request): Promise<unknown> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const text = await request.text();
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("InvalidJson", "The body is not valid JSON.");
  }
}
