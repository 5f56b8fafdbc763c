import { startServer } from "../measure/child-process.ts";

/** What the pages are like. */
export interface PageServerOptions {
  readonly users: number;
  /** Milliseconds by which each answer is held back. */
  readonly latency?: number;
  /** Bytes that each record has in excess. */
  readonly weight?: number;
}

/** A server of user pages in a process of its own. */
export interface PageServer extends AsyncDisposable {
  readonly url: string;
}

/** Starts a server of finished user pages. */
export async function startPageServer({ users, latency = 0, weight = 0 }: PageServerOptions): Promise<PageServer> {
  const options = [`--users=${users}`, `--latency=${latency}`, `--weight=${weight}`];
  const { line, [Symbol.asyncDispose]: dispose } = await startServer(
    new URL("page-server.ts", import.meta.url),
    options,
  );
  return { url: line, [Symbol.asyncDispose]: dispose };
}
