import type { FakeState } from "../state/fake-state.ts";

/** The server's address as the client knows it, which over a port is not the one in the options. */
export function baseUrlOf(state: FakeState, request: Request): string {
  const { url } = request;
  const end = url.indexOf("/", url.indexOf("//") + 2);
  return `${end < 0 ? url : url.slice(0, end)}${state.options.prefix}`;
}
