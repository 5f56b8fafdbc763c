const texts = new WeakMap<Response, string>();

/**
 * Reads a body to its end, so that what can break has broken before anybody relies on it.
 *
 * @param again - whether the answer has to be readable once more; that costs about as much as the request.
 */
export async function readWhole(response: Response, again: boolean): Promise<Response> {
  const text = await response.text();
  const whole = again && canBeMade(response.status) ? remake(response, text) : response;
  texts.set(whole, text);
  return whole;
}

/** The body as text, whether it has been read or not. */
export async function textOf(response: Response): Promise<string> {
  return texts.get(response) ?? (await response.text());
}

function remake(response: Response, text: string): Response {
  const whole = new Response(text || null, response);
  return Object.defineProperty(whole, "url", { value: response.url });
}

/** `Response` can be made with these statuses only; servers send others, and a browser says 0 for a redirect that it hides. */
function canBeMade(status: number): boolean {
  return status >= 200 && status <= 599;
}
