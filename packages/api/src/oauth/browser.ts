/** Signing in with the browser of this computer: authorization code with PKCE, received on a loopback address (RFC 8252). */
import * as oauth from "oauth4webapi";
import { ConnectError } from "../errors.ts";
import { checkInput, checkValue, isObject } from "../input.ts";
import { sleep, unlessAborted } from "../signals.ts";
import {
  type AuthorizationServer,
  callServer,
  expiredError,
  register,
  rejection,
  requireServer,
  SIGN_IN_OPTIONS,
  SignInError,
  type SignInOptions,
  untrusted,
} from "./server.ts";
import { createSession, type Session } from "./session.ts";

/** Options of {@link signInWithBrowser}. */
export interface BrowserSignInOptions extends SignInOptions {
  /** Opens the page on which the user signs in, or shows its URL. If it throws, the sign-in ends with its exception. */
  open: (url: string) => void | Promise<void>;
  /** Milliseconds that the user may take. Default: 600,000. */
  timeout?: number | undefined;
}

/**
 * Signs in with the browser of this computer, and resolves when the user has approved. Needs Node, Deno or Bun: the browser
 * returns the result to a listener on 127.0.0.1. Elsewhere use {@link signInWithDevice}.
 *
 * @throws {@link SignInError} with the `problem` `denied`, `expired`, `unsupported`, `untrusted` or `rejected`.
 * @example
 * ```ts
 * const session = await signInWithBrowser({ url: "https://connect.example.com", open: (page) => console.log("Open", page) });
 * ```
 */
export async function signInWithBrowser(given: BrowserSignInOptions): Promise<Session> {
  const options = checkInput("options", given, `open:!function timeout:number ${SIGN_IN_OPTIONS}`);
  checkValue("open", options.open, "function");
  const server = await requireServer(options.url, options);
  const page = findPage(server);
  const clientId = options.clientId ?? (await register(server, options.clientName));
  const state = oauth.generateRandomState();
  const listener = await listen(state);
  try {
    const verifier = oauth.generateRandomCodeVerifier();
    const query = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: listener.redirectUri,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
    };
    for (const [name, value] of Object.entries(query)) page.searchParams.set(name, value);
    const callback = Promise.race([listener.received, failureOf(options.open, page.href)]);
    const parameters = await waitFor(callback, options);
    return await exchangeCode(
      server,
      clientId,
      { parameters, state, verifier, redirectUri: listener.redirectUri },
      options,
    );
  } finally {
    listener.close();
  }
}

/** Returns the page on which the user signs in. @throws {@link SignInError} if the server has none, or does not know PKCE. */
function findPage({ url, metadata }: AuthorizationServer): URL {
  const { authorization_endpoint, code_challenge_methods_supported = ["S256"] } = metadata;
  if (authorization_endpoint !== undefined && code_challenge_methods_supported.includes("S256")) {
    return new URL(authorization_endpoint);
  }
  throw new SignInError(`${url} does not let programs sign in safely with a browser (code challenge S256).`, {
    problem: "unsupported",
    fix: "Sign in with a code, or use an API key.",
  });
}

/** Opens the page. Never resolves: a browser may run for as long as the user likes. */
async function failureOf(open: BrowserSignInOptions["open"], page: string): Promise<never> {
  await open(page);
  return new Promise<never>(() => undefined);
}

/** Waits until the browser returns, for as long as the user may take. */
async function waitFor(
  callback: Promise<URLSearchParams>,
  { timeout = 600_000, clock, signal }: BrowserSignInOptions,
): Promise<URLSearchParams> {
  const end = new AbortController();
  const late = (clock?.sleep ?? sleep)(timeout, end.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    const parameters = await unlessAborted(Promise.race([callback, late]), signal);
    if (parameters === undefined) throw expiredError();
    return parameters;
  } finally {
    end.abort();
  }
}

interface Callback {
  readonly parameters: URLSearchParams;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

async function exchangeCode(
  server: AuthorizationServer,
  clientId: string,
  { parameters, state, verifier, redirectUri }: Callback,
  { clock }: BrowserSignInOptions,
): Promise<Session> {
  const { metadata, url } = server;
  const client = { client_id: clientId };
  let checked: URLSearchParams;
  try {
    checked = oauth.validateAuthResponse(metadata, client, parameters, state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw rejection(error);
    throw untrusted(
      "The browser returned a response that is not from this server",
      "Close the page and sign in again.",
    );
  }
  const startedAt = (clock?.now ?? Date.now)();
  const tokens = await callServer(server, [checked.get("code") ?? "", verifier, state], async (library) =>
    oauth.processAuthorizationCodeResponse(
      metadata,
      client,
      await oauth.authorizationCodeGrantRequest(
        metadata,
        client,
        oauth.None(),
        checked,
        redirectUri,
        verifier,
        library,
      ),
    ),
  );
  return createSession(url, clientId, tokens, startedAt);
}

/** Receives the browser on 127.0.0.1, at a port that is free. */
interface Listener {
  readonly redirectUri: string;
  /** Resolves to the parameters of the one request that knows the state. Every other request is refused and changes nothing. */
  readonly received: Promise<URLSearchParams>;
  close(): void;
}

async function listen(state: string): Promise<Listener> {
  const http = builtin("node:http", isHttp);
  const crypto = builtin("node:crypto", isCrypto);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const expected = encode(state);
  let accept: ((parameters: URLSearchParams) => void) | undefined;
  const received = new Promise<URLSearchParams>((resolve) => (accept = resolve));
  let origin = "";

  const server = http.createServer((request, response) => {
    const { method, url = "", headers } = request;
    // A page of another site cannot choose the host, but could make its own name lead here.
    const target = URL.canParse(url, origin) ? new URL(url, origin) : undefined;
    if (
      !server.listening ||
      method !== "GET" ||
      target?.pathname !== "/callback" ||
      headers.host !== new URL(origin).host
    ) {
      respond(response, 404, NOT_FOUND);
      return;
    }
    const given = encode(target.searchParams.getAll("state").join());
    if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) {
      respond(response, 400, NOT_FOUND);
      return;
    }
    // Only one request can return from the browser. The port is free at once, before the code is used.
    server.close();
    // After the page was sent: the program may end as soon as it has the result.
    response.once("close", () => accept?.(target.searchParams));
    respond(response, 200, target.searchParams.has("error") ? REFUSED : RECEIVED);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", (cause) => {
      reject(
        new ConnectError("This computer cannot receive the browser: listening on 127.0.0.1 failed.", {
          fix: "Allow it, or sign in with a code.",
          cause,
        }),
      );
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  origin = `http://127.0.0.1:${port}`;
  return {
    redirectUri: `${origin}/callback`,
    received,
    close() {
      server.close();
      // Browsers open connections ahead and keep them; they would keep the process alive.
      server.closeIdleConnections();
      server.unref();
    },
  };
}

/** The pages are static: nothing of the request appears in them, and they load nothing. */
const RECEIVED = "Signed in. You can close this page and return to the program.";
const REFUSED = "Not signed in. You can close this page and return to the program.";
const NOT_FOUND = "Nothing to see here.";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  connection: "close",
};

function respond(response: NodeResponse, status: number, words: string): void {
  response.writeHead(status, HEADERS);
  response.end(`<!doctype html><html lang="en"><title>Connect</title><p>${words}</p></html>`);
}

// Types of what is needed from Node. The package compiles without Node's own, because it runs in browsers too.

interface NodeHttp {
  createServer(listener: (request: NodeRequest, response: NodeResponse) => void): NodeServer;
}
interface NodeRequest {
  readonly method?: string;
  readonly url?: string;
  readonly headers: { readonly host?: string };
}
interface NodeResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body: string): unknown;
  once(event: "close", listener: () => void): unknown;
}
interface NodeServer {
  readonly listening: boolean;
  once(event: "error", listener: (error: unknown) => void): unknown;
  listen(port: number, host: string, listening: () => void): unknown;
  address(): { readonly port: number } | string | null;
  close(): unknown;
  closeIdleConnections(): void;
  unref(): unknown;
}
interface NodeCrypto {
  timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
}

function isHttp(module: unknown): module is NodeHttp {
  return isObject(module) && typeof module["createServer"] === "function";
}

function isCrypto(module: unknown): module is NodeCrypto {
  return isObject(module) && typeof module["timingSafeEqual"] === "function";
}

/** Loads a module of Node, without an import that bundlers for browsers would stumble over. */
function builtin<Module>(name: string, isModule: (module: unknown) => module is Module): Module {
  const process: unknown = Reflect.get(globalThis, "process");
  const load: unknown = isObject(process) ? process["getBuiltinModule"] : undefined;
  const module: unknown = typeof load === "function" ? Reflect.apply(load, process, [name]) : undefined;
  if (isModule(module)) return module;
  throw new SignInError("This runtime cannot receive the browser.", {
    problem: "unsupported",
    fix: "Sign in with signInWithDevice().",
  });
}
