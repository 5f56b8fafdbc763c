import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";
import type { Io } from "../io.ts";

/** What is asked of the server's certificate. */
export interface TlsOptions {
  readonly ca?: string[];
  readonly rejectUnauthorized?: boolean;
}

/** A `fetch` that goes through the proxy that the environment names, with these TLS options. */
export function proxyFetch(tls: TlsOptions, env: Io["env"]): (request: Request) => Promise<Response> {
  const dispatcher = new EnvHttpProxyAgent({
    ...proxies(env),
    connect: { ...tls },
    requestTls: { ...tls },
    proxyTls: { ...tls },
  });
  return async (request) => {
    // The runtime's requests and answers are of other classes than undici's: only plain values cross the border.
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const answer = await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      redirect: request.redirect,
      signal: request.signal,
      dispatcher,
      ...(body !== undefined && { body }),
    });
    return new Response(answer.body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
    });
  };
}

function proxies(env: Io["env"]): { httpProxy: string; httpsProxy: string; noProxy: string } {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? "";
  return { httpProxy: read("HTTP_PROXY"), httpsProxy: read("HTTPS_PROXY"), noProxy: read("NO_PROXY") };
}
