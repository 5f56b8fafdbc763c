import type { Flags } from "./command-line.ts";
import type { Io } from "./io.ts";
import { startServer } from "./start-server.ts";

/** A port that other programs rarely use. */
const DEFAULT_PORT = 3939;

/** Serves until the process is asked to end. */
export async function serve(flags: Flags, io: Io): Promise<number> {
  await using server = await startServer(flags, DEFAULT_PORT);
  const { url, apiKey, inspectorUrl } = server;
  server.ref();
  const ended = new Promise<void>((resolve) => {
    const stopListening = io.onSignal(() => {
      // A second signal ends the process at once.
      stopListening();
      resolve();
    });
  });
  // Printed only when the server accepts connections, so that scripts need not poll.
  io.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ url, apiKey, pid: process.pid, inspectorUrl })}\n`
      : `CONNECT_SERVER=${url}\nCONNECT_API_KEY=${apiKey}\n${inspectorUrl === undefined ? "" : `FAKE_CONNECT_UI=${inspectorUrl}\n`}`,
  );
  await ended;
  return 0;
}
