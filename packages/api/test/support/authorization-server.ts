import type { FetchFunction } from "@connect-sdk/api";
import type { Session } from "@connect-sdk/api/oauth";

export const SERVER = "https://connect.example.com";

/** Responds to a request of the token endpoint; `count` is 1 for the first. */
export type TokenHandler = (form: Record<string, string>, count: number) => Response | Promise<Response>;

export interface StubOptions {
  readonly url?: string;
  /** Replaces fields of the description; `undefined` removes one. */
  readonly metadata?: Record<string, unknown>;
  readonly token?: TokenHandler;
  readonly device?: () => Response;
  readonly register?: () => Response;
  readonly revoke?: () => Response;
  /** Responds before everything else. */
  readonly first?: (request: Request) => Response | undefined;
}

/** An authorization server that does what a test says: right, wrong, or hostile. It uses no network. */
export function authorizationServer({ url = SERVER, metadata = {}, ...handlers }: StubOptions = {}) {
  const requests: {
    readonly method: string;
    readonly url: string;
    readonly body: string;
    readonly redirect: string;
  }[] = [];
  const counts = new Map<string, number>();
  const description = {
    issuer: url,
    authorization_endpoint: `${url}/oauth/v1/authorize?from=document`,
    token_endpoint: `${url}/oauth/v1/token`,
    registration_endpoint: `${url}/oauth/v1/register`,
    device_authorization_endpoint: `${url}/oauth/v1/device`,
    revocation_endpoint: `${url}/oauth/v1/revoke`,
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    ...metadata,
  };
  const respond = async (request: Request, body: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const count = (counts.get(pathname) ?? 0) + 1;
    counts.set(pathname, count);
    const early = handlers.first?.(request);
    if (early !== undefined) return early;
    if (request.url === `${url}/.well-known/oauth-authorization-server`) return Response.json(description);
    const path = pathname.slice(new URL(url).pathname.replace(/\/$/, "").length);
    if (path === "/oauth/v1/register")
      return handlers.register?.() ?? Response.json({ client_id: "client-1" }, { status: 201 });
    if (path === "/oauth/v1/device") return handlers.device?.() ?? Response.json(DEVICE_GRANT);
    if (path === "/oauth/v1/revoke") return handlers.revoke?.() ?? new Response("");
    const form = Object.fromEntries(new URLSearchParams(body));
    if (path === "/oauth/v1/token") return (await handlers.token?.(form, count)) ?? tokens(count);
    return new Response("not found", { status: 404 });
  };
  const fetch: FetchFunction = async (request: Request) => {
    const body = await request.clone().text();
    requests.push({ method: request.method, url: request.url, body, redirect: request.redirect });
    return respond(request, body);
  };
  return { fetch, requests, count: (path: string) => counts.get(path) ?? 0 };
}

export const DEVICE_GRANT = {
  device_code: "device-code-secret",
  user_code: "BCDF-GHJK",
  verification_uri: `${SERVER}/oauth/v1/device/verify`,
  expires_in: 60,
  interval: 5,
};

/** The tokens of the n-th response. */
export function tokens(count: number, fields: Record<string, unknown> = {}): Response {
  return Response.json({
    access_token: `access-secret-${count}`,
    token_type: "Bearer",
    expires_in: 3600,
    refresh_token: `refresh-secret-${count}`,
    ...fields,
  });
}

export function oauthError(error: string, status = 400, description?: string): Response {
  return Response.json({ error, ...(description !== undefined && { error_description: description }) }, { status });
}

/** A clock that runs while somebody sleeps. */
export function steppedClock() {
  const slept: number[] = [];
  let time = 1_000_000;
  return {
    slept,
    now: () => time,
    advance: (milliseconds: number) => (time += milliseconds),
    async sleep(milliseconds: number, signal?: AbortSignal) {
      await Promise.resolve();
      signal?.throwIfAborted();
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}

export function session(fields: Partial<Session> = {}): Session {
  return {
    url: SERVER,
    clientId: "client-1",
    accessToken: "access-secret-0",
    refreshToken: "refresh-secret-0",
    expiresAt: 1_000_000 + 3_600_000,
    ...fields,
  };
}
