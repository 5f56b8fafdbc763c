import { type ConnectClientOptions, createConnectClient } from "@connect-sdk/api";

const url = "https://connect.example.com";
const apiKey = "0123456789abcdef";

createConnectClient({ url, apiKey });
createConnectClient({ url, apiKey, behindGateway: true });
createConnectClient({ url, token: "t" });
createConnectClient({ url, token: () => "t" });
createConnectClient({ url, token: async () => "t", refresh: async () => "t2" });
createConnectClient({ url, anonymous: true });

// @ts-expect-error no credential at all
createConnectClient({ url });
// @ts-expect-error a key and a token
createConnectClient({ url, apiKey, token: "t" });
// @ts-expect-error a gateway without a key
createConnectClient({ url, behindGateway: true });
// @ts-expect-error a gateway takes keys only
createConnectClient({ url, token: "t", behindGateway: true });
// @ts-expect-error half a credential: nothing to refresh
createConnectClient({ url, refresh: () => "t" });
// @ts-expect-error a key cannot be refreshed
createConnectClient({ url, apiKey, refresh: () => "t" });
// @ts-expect-error a credential that contradicts itself
createConnectClient({ url, apiKey, anonymous: true });
// @ts-expect-error anonymous is never false: leave a credential instead
createConnectClient({ url, anonymous: false });
// @ts-expect-error an environment variable may be missing
createConnectClient({ url, apiKey: process.env["CONNECT_API_KEY"] });

/** Both kinds of `fetch`: the global one, and one that responds synchronously. */
export const fetches: ConnectClientOptions[] = [
  { url, apiKey, fetch: globalThis.fetch },
  { url, apiKey, fetch: (request: Request) => new Response(request.url) },
];
