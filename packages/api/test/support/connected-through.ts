// The recipes of docs/proxies-and-certificates.md, which quotes this file.
import { createConnectClient } from "@connect-sdk/api";
import { Agent, EnvHttpProxyAgent, fetch, ProxyAgent } from "undici";

export function throughProxy(url: string, apiKey: string, proxy: string) {
  const dispatcher = new ProxyAgent(proxy);
  return createConnectClient({
    url,
    apiKey,
    fetch: (request, init) => fetch(request.url, { ...init, dispatcher }),
  });
}

export function throughProxyOfEnvironment(url: string, apiKey: string) {
  const dispatcher = new EnvHttpProxyAgent();
  return createConnectClient({
    url,
    apiKey,
    fetch: (request, init) => fetch(request.url, { ...init, dispatcher }),
  });
}

export function trusting(url: string, apiKey: string, ca: string) {
  const dispatcher = new Agent({ connect: { ca } });
  return createConnectClient({
    url,
    apiKey,
    fetch: (request, init) => fetch(request.url, { ...init, dispatcher }),
  });
}
