import { createFakeConnect, type FakeConnect } from "../fake-connect.ts";
import type { FakeServer } from "../listen.ts";
import type { FakeConnectOptions } from "../options.ts";
import { ListenError } from "../server/listen-error.ts";
import { readDataFile } from "./data-file.ts";
import type { Options } from "./parse-command-line.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

/** A fake that listens, and the administrator's key for it. */
export interface StartedServer extends FakeServer {
  readonly apiKey: string;
}

/**
 * Makes a fake as the command line wants it, and binds it.
 *
 * @throws {UsageError} when an option or the data cannot be used, or the address is taken.
 */
export async function startServer(options: Options, defaultPort: number): Promise<StartedServer> {
  const given = readOptions(options);
  const file = options.text("data");
  const data = file === undefined ? undefined : await readDataFile(file);
  const fake = create({ ...(data?.seed !== undefined && { seed: data.seed }), ...given });
  data?.load(fake);
  try {
    const server = await fake.listen({
      host: options.text("host") ?? "127.0.0.1",
      port: options.number("port") ?? defaultPort,
      latency: options.number("latency") ?? 0,
      control: options.has("control"),
    });
    return { ...server, apiKey: fake.apiKey };
  } catch (error) {
    throw error instanceof ListenError ? new UsageError(error.message, { cause: error }) : error;
  }
}

function create(options: FakeConnectOptions): FakeConnect {
  try {
    return createFakeConnect(options);
  } catch (error) {
    // The library names its own options; on the command line some of them are spelt differently.
    throw error instanceof TypeError ? new UsageError(error.message, { cause: error }) : error;
  }
}
