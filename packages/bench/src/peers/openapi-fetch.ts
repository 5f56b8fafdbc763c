import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { pathToFileURL } from "node:url";
import { quantile } from "../measure/statistics.ts";
import { times } from "../measure/side-by-side.ts";
import type { Peer } from "./peer.ts";

const CALLS = 2_000;

interface RawClient {
  GET(path: string, init: object): Promise<{ data?: unknown }>;
}
interface RawModule {
  default(options: object): RawClient;
}

/** The bare typed client: no retries, no timeout, no checks, errors as values. */
export const openapiFetch: Peer = {
  name: "openapi-fetch",
  packages: ["openapi-fetch@0.17.0"],
  async compare({ folder }) {
    const fake = createFakeConnect({ users: 100, journalLimit: 0 });
    const guid = fake.users[50]?.guid ?? "";
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    // Installed a moment ago, so its types are not there when this file is checked.
    const raw = (await import(pathToFileURL(`${folder}/node_modules/openapi-fetch/dist/index.mjs`).href)) as RawModule;
    const client = raw.default({
      baseUrl: `${fake.url}/__api__`,
      fetch: fake.fetch,
      headers: { authorization: `Key ${fake.apiKey}` },
    });
    const perSecond = async (call: () => Promise<unknown>): Promise<number> => {
      const found = await times(
        async () => {
          for (let turn = 0; turn < CALLS; turn++) await call();
        },
        { rounds: 9 },
      );
      return (CALLS / quantile(found, 0.5)) * 1000;
    };
    const theirs = await perSecond(() => client.GET("/v1/users/{guid}", { params: { path: { guid } } }));
    const ours = await perSecond(() => users.get(guid));
    return [{ work: "get one user, in-process", peer: "openapi-fetch 0.17", ours, theirs, unit: "/s" }];
  },
};
