import type { Operation } from "./operation.ts";
import type { Send, World } from "./world.ts";

type Target = Operation["target"];

/** Answers in place of the server: given the request, how to pass it on, and how many came before. */
export type StandIn = (request: Request, send: Send, turn: number) => Promise<Response>;

/** Puts something between the client and the server that only requests to the target meet. */
export function interceptTarget(world: World, target: Target, standIn: StandIn): void {
  let turn = 0;
  world.intercept((send) => (request) => (isTarget(request, target) ? standIn(request, send, turn++) : send(request)));
}

/** Whether a request is to what the fault is meant for. */
export function isTarget({ method, url }: Pick<Request, "method" | "url">, target: Target): boolean {
  return method === target.method && target.path.test(new URL(url).pathname);
}

/** The address of the same request with another query. */
export function withQuery(request: Request, changes: Readonly<Record<string, string>>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return new Request(url, request);
}
