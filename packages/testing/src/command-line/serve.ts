import type { Io } from "./io.ts";
import type { Options } from "./parse-command-line.ts";
import { startServer, type StartedServer } from "./start-server.ts";

/** Port that nothing else is known to use: Connect's own, with another last digit on top. */
const DEFAULT_PORT = 3939;

/** Serves until the process is asked to end. */
export async function serve(options: Options, io: Io): Promise<number> {
  await using server = await startServer(options, DEFAULT_PORT);
  const ended = new Promise<void>((resolve) => {
    const stopListening = io.onSignal(() => {
      // A second signal ends the process at once.
      stopListening();
      resolve();
    });
  });
  io.stdout.write(readyText(server, options.has("json")));
  await ended;
  return 0;
}

/** Printed only once the server can be reached: whoever waits for it need not try again. */
function readyText({ url, apiKey }: StartedServer, json: boolean): string {
  return json
    ? `${JSON.stringify({ url, apiKey, pid: process.pid })}\n`
    : `CONNECT_SERVER=${url}\nCONNECT_API_KEY=${apiKey}\n`;
}
