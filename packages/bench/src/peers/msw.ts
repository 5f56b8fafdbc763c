import { createFakeConnect } from "@connect-sdk/testing";
import { pathToFileURL } from "node:url";
import { quantile } from "../measure/statistics.ts";
import { times } from "../measure/side-by-side.ts";
import type { Peer } from "./peer.ts";

const CALLS = 1_000;

interface Interception {
  listen(options: object): void;
  close(): void;
}
interface MswModule {
  http: { get(path: string, resolver: () => Response): unknown };
}
interface MswNodeModule {
  setupServer: (...handlers: unknown[]) => Interception;
}

/** Requests are caught within the process; what is answered one has to write. Here: one canned user. */
export const msw: Peer = {
  name: "msw",
  packages: ["msw@2.15.0"],
  async compare({ folder }) {
    const fake = createFakeConnect({ users: 100, journalLimit: 0 });
    const user = fake.users[50];
    const headers = { authorization: `Key ${fake.apiKey}` };
    const path = `${fake.url}/__api__/v1/users/${user?.guid ?? ""}`;
    const home = `${folder}/node_modules/msw/lib`;
    // Installed a moment ago, so its types are not there when this file is checked.
    const { http } = (await import(pathToFileURL(`${home}/core/index.mjs`).href)) as MswModule;
    const { setupServer } = (await import(pathToFileURL(`${home}/node/index.mjs`).href)) as MswNodeModule;
    const server = setupServer(http.get(`${fake.url}/__api__/v1/users/:guid`, () => Response.json(user)));
    const perSecond = async (send: typeof fetch): Promise<number> => {
      const found = await times(
        async () => {
          for (let turn = 0; turn < CALLS; turn++) await (await send(path, { headers })).json();
        },
        { rounds: 9 },
      );
      return (CALLS / quantile(found, 0.5)) * 1000;
    };
    const ours = await perSecond(fake.fetch);
    server.listen({ onUnhandledRequest: "error" });
    try {
      return [{ work: "GET one user, in-process", peer: "MSW 2.15", ours, theirs: await perSecond(fetch), unit: "/s" }];
    } finally {
      server.close();
    }
  },
};
