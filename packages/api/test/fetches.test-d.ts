import { createConnectClient } from "@connect-sdk/api";
import crossFetch from "cross-fetch";
import nodeFetch from "node-fetch";
import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";

const url = "https://connect.example.com";
const apiKey = "0123456789abcdef";

createConnectClient({ url, apiKey, fetch: undiciFetch });
createConnectClient({ url, apiKey, fetch: crossFetch });
const dispatcher = new EnvHttpProxyAgent();
createConnectClient({ url, apiKey, fetch: (request, init) => undiciFetch(request.url, { ...init, dispatcher }) });
// The types of node-fetch know no `ArrayBuffer`.
createConnectClient({
  url,
  apiKey,
  fetch: (request, init) =>
    nodeFetch(request.url, { ...init, body: init.body instanceof ArrayBuffer ? Buffer.from(init.body) : init.body }),
});
createConnectClient({ url, apiKey, fetch: (request) => globalThis.fetch(request) });
// @ts-expect-error not a response
createConnectClient({ url, apiKey, fetch: () => ({}) });
