const texts = new WeakMap<Response, string>();

/**
 * Reads a body to its end and returns an answer that can still be read: what can break has broken before anybody relies on it,
 * and each plugin may look at it.
 */
export async function readWhole(response: Response): Promise<Response> {
  const text = await response.text();
  const whole = canBeMade(response.status) ? remake(response, text) : response;
  texts.set(whole, text);
  return whole;
}

/** The body as text. */
export async function textOf(response: Response): Promise<string> {
  return texts.get(response) ?? (await response.text());
}

function remake(response: Response, text: string): Response {
  const { status, statusText, headers, url } = response;
  const whole = new Response(text === "" ? null : text, { status, statusText, headers });
  return Object.defineProperty(whole, "url", { value: url });
}

/** `Response` can be made with these statuses only; servers send others, and a browser says 0 for a redirect that it hides. */
function canBeMade(status: number): boolean {
  return status >= 200 && status <= 599;
}
