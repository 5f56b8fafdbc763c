import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { pathToFileURL } from "node:url";
import { quantile, times } from "../measure/timing.ts";
import type { Peer } from "./peer.ts";

// The declared interfaces of this file stand for packages that are only installed when the benchmark runs.

interface OpenapiFetchModule {
  readonly default: (options: object) => { GET(path: string, init: object): Promise<{ data?: unknown }> };
}

/** The bare typed client: no retries, no timeout, no checks, errors as values. */
export const openapiFetch: Peer = {
  name: "openapi-fetch",
  packages: ["openapi-fetch@0.17.0"],
  async compare({ folder }) {
    const fake = createFakeConnect({ users: 100, journalLimit: 0 });
    const guid = fake.users[50]?.guid ?? "";
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    const file = `${folder}/node_modules/openapi-fetch/dist/index.mjs`;
    const { default: createClient } = (await import(pathToFileURL(file).href)) as OpenapiFetchModule;
    const client = createClient({
      baseUrl: `${fake.url}/__api__`,
      fetch: fake.fetch,
      headers: { authorization: `Key ${fake.apiKey}` },
    });
    const theirs = await perSecond(() => client.GET("/v1/users/{guid}", { params: { path: { guid } } }));
    const ours = await perSecond(() => users.get(guid));
    return [{ work: "get one user, in-process", peer: "openapi-fetch 0.17", ours, theirs, unit: "/s" }];
  },
};

interface MswModule {
  http: { get(path: string, resolver: () => Response): unknown };
}
interface MswNodeModule {
  setupServer: (...handlers: unknown[]) => { listen(options: object): void; close(): void };
}

/** MSW intercepts requests in the process. Its user writes the responses, here one canned user. */
export const msw: Peer = {
  name: "msw",
  packages: ["msw@2.15.0"],
  async compare({ folder }) {
    const fake = createFakeConnect({ users: 100, journalLimit: 0 });
    const user = fake.users[50];
    const headers = { authorization: `Key ${fake.apiKey}` };
    const url = `${fake.url}/__api__/v1/users/${user?.guid ?? ""}`;
    const home = `${folder}/node_modules/msw/lib`;
    const { http } = (await import(pathToFileURL(`${home}/core/index.mjs`).href)) as MswModule;
    const { setupServer } = (await import(pathToFileURL(`${home}/node/index.mjs`).href)) as MswNodeModule;
    const server = setupServer(http.get(`${fake.url}/__api__/v1/users/:guid`, () => Response.json(user)));
    const getUser = async (send: typeof fetch): Promise<unknown> => (await send(url, { headers })).json();
    const ours = await perSecond(() => getUser(fake.fetch));
    server.listen({ onUnhandledRequest: "error" });
    try {
      const theirs = await perSecond(() => getUser(fetch));
      return [{ work: "GET one user, in-process", peer: "MSW 2.15", ours, theirs, unit: "/s" }];
    } finally {
      server.close();
    }
  },
};

const CALLS = 2_000;

async function perSecond(call: () => Promise<unknown>): Promise<number> {
  const found = await times(
    async () => {
      for (let turn = 0; turn < CALLS; turn++) await call();
    },
    { rounds: 9 },
  );
  return (CALLS / quantile(found, 0.5)) * 1000;
}
