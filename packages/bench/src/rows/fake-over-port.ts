import { startServer } from "../measure/child-process.ts";
import { drive } from "../measure/drive.ts";
import { ratios } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";

const REQUESTS = 8_000;

export const fakeOverPort: Row = {
  name: "fake-over-port",
  what: "the fake over a port, GET one user",
  floor: "bare `node:http` sending the same bytes",
  budget: { at: "least", value: 0.7, unit: "×" },
  async measure() {
    await using fake = await startServer(new URL("../servers/fake-server.ts", import.meta.url), []);
    const { url, apiKey, user } = readLine(fake.line);
    await using bare = await startServer(new URL("../servers/bare-server.ts", import.meta.url), [JSON.stringify(user)]);
    const path = `/__api__/v1/users/${user.guid}`;
    const headers = { authorization: `Key ${apiKey}`, accept: "application/json" };
    // Requests per second are the inverse of the time that they take.
    return await ratios(
      () => drive({ url: bare.line, path, headers, requests: REQUESTS }),
      () => drive({ url, path, headers, requests: REQUESTS }),
      { rounds: 11 },
    );
  },
};

function readLine(line: string): { url: string; apiKey: string; user: { guid: string } } {
  // Written by our own script.
  return JSON.parse(line) as { url: string; apiKey: string; user: { guid: string } };
}
