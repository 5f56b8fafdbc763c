import type { FakeConnect } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "./response.ts";

export const VERIFIER = "a-verifier-with-43-unreserved-characters-0001";
const CALLBACK = "http://127.0.0.1/callback";
export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
export const EXCHANGE_GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
export const METADATA_PATH = "/.well-known/oauth-authorization-server";

type Fields = Readonly<Record<string, string>>;

/** A server, in-process or on a port. */
export type Target = Pick<FakeConnect, "url" | "fetch">;

/** Sends a form to an endpoint of the authorization server. */
export async function postForm({ url, fetch }: Target, path: string, fields: Fields): Promise<ClientResponse> {
  const init = { method: "POST", body: new URLSearchParams(fields), redirect: "manual" } as const;
  return readResponse(await fetch(`${url}/oauth/v1/${path}`, init));
}

/** Sends client metadata to the registration. */
export async function register({ url, fetch }: Target, metadata: unknown): Promise<ClientResponse> {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(metadata) };
  return readResponse(await fetch(`${url}/oauth/v1/register`, init));
}

/** Registers a client that may redirect to this machine. Returns its id. */
export async function registeredClient(target: Target, client_name = "test client"): Promise<string> {
  const { body } = await register(target, { client_name, redirect_uris: [CALLBACK] });
  return String(body["client_id"]);
}

/** Opens the address that starts a sign-in, as a browser does. Empty fields are left out. */
export async function authorize(target: Target, fields: Fields): Promise<ClientResponse> {
  const all = {
    response_type: "code",
    redirect_uri: "http://127.0.0.1:4711/callback",
    code_challenge: await challengeOf(VERIFIER),
    code_challenge_method: "S256",
    state: "a state",
    ...fields,
  };
  const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
  return open(target, `${target.url}/oauth/v1/authorize?${query.toString()}`);
}

/** Opens an address without following redirects. */
export async function open({ fetch }: Target, url: string): Promise<ClientResponse> {
  return readResponse(await fetch(url, { redirect: "manual" }));
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString("base64url");
}

/** Returns the parameters with which a browser is sent back. */
export function sentBack(location: string | null): Fields {
  return Object.fromEntries(new URL(location ?? "http://nowhere.test").searchParams);
}

/** Signs a user in and returns an authorization code. */
export async function codeFor(fake: FakeConnect, user: string, client_id: string): Promise<string> {
  await authorize(fake, { client_id, state: `${user} ${String(Math.random())}` });
  const waiting = fake.oauth.pending.at(-1);
  return sentBack(fake.oauth.approve(waiting?.id ?? "", user))["code"] ?? "";
}

/** Exchanges a code for tokens. */
export function redeem(target: Target, client_id: string, code: string, fields: Fields = {}): Promise<ClientResponse> {
  return postForm(target, "token", {
    grant_type: "authorization_code",
    client_id,
    code,
    redirect_uri: "http://127.0.0.1:4711/callback",
    code_verifier: VERIFIER,
    ...fields,
  });
}

/** A session of a user: the tokens, and what a client does with them. */
export interface Session {
  readonly client_id: string;
  access: string;
  refresh: string;
}

/** Signs a user in with a code. */
export async function signedIn(fake: FakeConnect, user: string, client_id?: string): Promise<Session> {
  const client = client_id ?? (await registeredClient(fake));
  const { body } = await redeem(fake, client, await codeFor(fake, user, client));
  return { client_id: client, access: String(body["access_token"]), refresh: String(body["refresh_token"]) };
}

/** Uses a refresh token. */
export function refresh(target: Target, { client_id, refresh: token }: Session): Promise<ClientResponse> {
  return postForm(target, "token", { grant_type: "refresh_token", client_id, refresh_token: token });
}

/** Asks who a bearer token belongs to. */
export async function whoIs({ url, fetch }: Target, token: string, scheme = "Bearer"): Promise<ClientResponse> {
  return readResponse(await fetch(`${url}/__api__/v1/user`, { headers: { authorization: `${scheme} ${token}` } }));
}

/** Returns status and error of a refusal in the envelope of OAuth. */
export function oauthRefusal({ status, body }: ClientResponse): readonly [number, unknown] {
  return [status, body["error"]];
}
