import type { FakeConnect, FakeServer, ListenOptions } from "./fake-connect-types.ts";
import type { FaultList } from "./faults.ts";
import type { RequestHandler } from "./http/exchange.ts";
import { delayed, listen as listenOn } from "./http/node-server.ts";
import type { Journal } from "./journal.ts";
import type { FakeState } from "./state/fake-state.ts";

/** The parts of a fake that a server needs. */
export interface Served {
  readonly fake: FakeConnect;
  /** The path prefix of the server. */
  readonly prefix: string;
  readonly respond: RequestHandler;
  /** Returns the current state. A reset or a restored snapshot replaces it. */
  readonly state: () => FakeState;
  readonly journal: Journal;
  readonly faults: FaultList;
}

/** Serves a fake over HTTP, with the control routes and the inspector if the options ask for them. */
export async function listen(options: ListenOptions, served: Served): Promise<FakeServer> {
  const { port = 0, host = "127.0.0.1", latency = 0, ui = false, control = false } = options;
  const { fake, prefix, state, journal, faults } = served;
  let { respond } = served;
  const closing = new AbortController();
  // Loaded on demand: most servers have neither.
  const inspector = ui ? (await import("./inspector/page.ts")).createInspectorPage(prefix) : undefined;
  if (control || inspector !== undefined) {
    const { withControl } = await import("./control/control.ts");
    const inspection = { state, journal, faults, closing: closing.signal };
    respond = withControl(fake, inspection, host, inspector?.token, respond);
  }
  if (inspector !== undefined) respond = inspector.serve(respond);
  if (latency > 0) respond = delayed(respond, latency);
  const server = await listenOn(respond, { host, port });
  const url = `http://${server.authority}${prefix}`;
  const close = (): Promise<void> => {
    closing.abort();
    return server.close();
  };
  return {
    url,
    port: server.port,
    ...(inspector !== undefined && { inspectorUrl: `${url}/__fake__/#token=${inspector.token}` }),
    close,
    ref: server.ref,
    [Symbol.asyncDispose]: close,
  };
}
