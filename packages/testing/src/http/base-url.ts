import type { FakeState } from "../state/fake-state.ts";
import type { WireRequest } from "./wire-request.ts";

/** The server's address as the client knows it, which over a port is not the one in the options. */
export function baseUrlOf(state: FakeState, { origin }: WireRequest): string {
  return `${origin}${state.options.prefix}`;
}
