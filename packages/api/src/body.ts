/** A body that was read, and whether others than the next reader may want it. */
interface Read {
  readonly text: string;
  readonly again: boolean;
}

const bodies = new WeakMap<Response, Read>();

/**
 * Reads a body to its end, so that what can break has broken before anybody relies on it.
 *
 * @param again - whether the answer has to be readable once more; that costs about as much as the request.
 */
export async function readWhole(response: Response, again: boolean): Promise<Response> {
  const text = await response.text();
  const whole = again && canBeMade(response.status) ? remake(response, text) : response;
  bodies.set(whole, { text, again });
  return whole;
}

/** The body as text, whether it has been read or not. */
export async function textOf(response: Response): Promise<string> {
  const read = bodies.get(response);
  // A page of a list is large, and what a WeakMap holds outlives its key by far in the collector's eyes.
  if (read?.again === false) bodies.delete(response);
  return read?.text ?? (await response.text());
}

function remake(response: Response, text: string): Response {
  const whole = new Response(text || null, response);
  return Object.defineProperty(whole, "url", { value: response.url });
}

/** `Response` can be made with these statuses only; servers send others, and a browser says 0 for a redirect that it hides. */
function canBeMade(status: number): boolean {
  return status >= 200 && status <= 599;
}
