import type { ConnectClient, TokenCredentials, TokenFunction } from "../client-types.ts";
import { invalidArgument } from "../errors.ts";
import type { CorrelationIds } from "./headers.ts";
import type { ConnectPlugin, Redact } from "../plugin.ts";
import { normalizeServerUrl } from "../url.ts";

/** The plugin, and the credential that it adds. */
export interface CredentialsPlugin extends ConnectPlugin {
  /**
   * Returns the credential as requests carry it: a secret, to be compared only. `undefined` where a plugin or a caller sets one.
   * A promise where the caller's token function is called, which may take any time.
   */
  readonly current: () => Promise<string> | string | undefined;
}

/** One of `Credentials`, as far as it is given. */
interface GivenCredentials {
  readonly apiKey?: string | undefined;
  readonly behindGateway?: boolean | undefined;
  readonly token?: string | TokenFunction | undefined;
  readonly refresh?: TokenCredentials["refresh"];
  readonly anonymous?: true | undefined;
}

/**
 * Adds the credential to requests below the server's `/__api__`, and gets a new token when the server returns 401. A header
 * that the caller set is kept.
 *
 * @throws {@link InvalidArgumentError} for a malformed key or token: at once, or when the token function is called.
 */
export function credentials(
  url: string,
  options: GivenCredentials,
  secrets: Secrets,
  refreshKey?: () => Promise<string>,
): CredentialsPlugin {
  const { anonymous, apiKey, behindGateway, token, refresh = refreshKey } = options;
  const root = `${url}/__api__/`;
  const header = behindGateway === true ? "x-rsc-authorization" : "authorization";
  const [argument, scheme] = token === undefined ? ["apiKey", "Key"] : ["token", "Bearer"];

  const toHeader = (secret: string | undefined): string => {
    // Checked here, because the runtime would quote what it cannot put into a header.
    if (typeof secret !== "string" || !/^[!-~]+$/.test(secret)) {
      const fix = "Pass it as Connect shows it.";
      throw invalidArgument(argument, `${argument} is missing or malformed.`, fix);
    }
    secrets.add(secret);
    return `${scheme} ${secret}`;
  };
  const { renew, url: home = url } = typeof token === "function" ? token : {};
  if (normalizeServerUrl(home) !== url) {
    throw invalidArgument("token", "The token belongs to another server.", "Pass the url of its session.");
  }
  // An environment variable may be missing although its type says otherwise.
  const fixed = anonymous === true || typeof token === "function" ? undefined : toHeader(token ?? apiKey);
  let latest: Promise<string> | undefined;
  // Whether a plugin or a caller has set another credential.
  let isReplaced = anonymous === true;
  const currentHeader = async (): Promise<string> =>
    toHeader(await (latest ?? (typeof token === "function" ? token() : (token ?? apiKey))));

  return {
    name: "credentials",
    current: () => (isReplaced ? undefined : fixed !== undefined && latest === undefined ? fixed : currentHeader()),
    async fetch(request, next, { streaming }) {
      const given = request.headers.get(header);
      // A further attempt has the client's own.
      isReplaced ||= given !== null && given !== fixed;
      if (anonymous === true || given !== null || !request.url.startsWith(root)) return next(request);
      if (fixed !== undefined && refresh === undefined) {
        request.headers.set(header, fixed);
        return next(request);
      }
      // Another attempt may need another token, and a body can be sent only once: each is set on a copy.
      let sent = "";
      const send = async (): Promise<Response> => {
        const copy = request.clone();
        copy.headers.set(header, (sent = await currentHeader()));
        return next(copy);
      };
      const used = latest;
      const response = await send();
      if (response.status !== 401 || (refresh ?? renew) === undefined) return response;
      if (streaming) await response.body?.cancel();
      if (refresh === undefined) {
        await renew?.(sent.slice(`${scheme} `.length));
        return send();
      }
      // Calls that were rejected with the same token wait for the same new one.
      if (latest === used) {
        latest = Promise.resolve()
          .then(refresh)
          .catch((error: unknown) => {
            latest = used;
            throw error;
          });
      }
      return send();
    },
  };
}

/** What the other packages need of a client and what is not part of its interface. */
export interface Internals {
  readonly plugin: CredentialsPlugin;
  /** Replaces the client's credentials. */
  readonly redact: Redact;
  /** Milliseconds that an attempt may take. */
  readonly timeout: number | false;
  readonly watchers: Watchers;
  readonly ids: CorrelationIds;
  /** Returns a client that differs only in its API key, and gets another one from `refresh` when the server rejects that. */
  readonly withKey: (apiKey: string, refresh?: () => Promise<string>) => ConnectClient;
}

const remembered = new WeakMap<ConnectClient, Internals>();

export function rememberClient(client: ConnectClient, internals: Internals): void {
  remembered.set(client, internals);
}

/** Returns the internals of a client; `undefined` if `createConnectClient` has not created it. */
export function internalsOf(client: ConnectClient): Internals | undefined {
  return remembered.get(client);
}

/** Makes the calls of a client have the correlation ids that a function returns. Like {@link watchResponses}, this is no plugin. */
export function correlate(client: ConnectClient, next: () => string | undefined): void {
  const ids = remembered.get(client)?.ids;
  if (ids !== undefined) ids.next = next;
}

/** Functions that are called with every response as it arrives, before anything is read or retried. */
export type Watchers = Set<(response: Response) => void>;

/**
 * Calls back with every response of a client. Unlike a plugin, it can be removed, and it costs a call nothing: requests that no
 * plugin sees are sent without copies.
 *
 * @returns a function that ends it.
 */
export function watchResponses(client: ConnectClient, watch: (response: Response) => void): () => void {
  const watchers = remembered.get(client)?.watchers;
  watchers?.add(watch);
  return () => watchers?.delete(watch);
}

/** Remembers what must not appear in any error. */
export interface Secrets {
  add(secret: string): void;
  redact: Redact;
}

/** Creates a memory of credentials. It keeps the latest four, because tokens are replaced from time to time. */
export function createSecrets(): Secrets {
  let known: readonly { readonly secret: string; redact?: Redact }[] = [];
  return {
    add(secret) {
      if (!known.some((each) => each.secret === secret)) known = [{ secret }, ...known.slice(0, 3)];
    },
    redact: (text) => known.reduce((rest, each) => (each.redact ??= redactSecret(each.secret, 8))(rest), text),
  };
}

/** Fields of a body and headers that hold a secret: passwords, tickets, tokens, keys, and a credential that the caller set. */
const SENSITIVE = /password|ticket|token|secret|api_?key|authorization|cookie/i;

/**
 * Returns a function that replaces the secrets in what a caller sends, in addition to those that are replaced already.
 *
 * @param sent - headers and bodies: objects, JSON or a form.
 */
export function redactSent(redact: Redact, ...sent: readonly unknown[]): Redact {
  for (const part of sent) {
    for (const [name, value] of Object.entries(fieldsOf(part))) {
      if (typeof value === "object" && value !== null) redact = redactSent(redact, value);
      if (typeof value !== "string" || !SENSITIVE.test(name)) continue;
      // Without the scheme of an `Authorization` header.
      const outer = redact;
      const own = redactSecret(value.replace(/^(key|bearer|basic) /i, ""), 4);
      redact = (text) => own(outer(text));
    }
  }
  return redact;
}

function fieldsOf(sent: unknown): object {
  if (sent instanceof URLSearchParams) return Object.fromEntries(sent);
  if (typeof sent === "object" && sent !== null) return sent;
  if (typeof sent !== "string") return {};
  try {
    return fieldsOf(JSON.parse(sent));
  } catch {
    return fieldsOf(new URLSearchParams(sent));
  }
}

/**
 * Returns a function that replaces one secret, however it is encoded: in another case, escaped as in JSON or HTML,
 * percent-encoded, as hexadecimal digits, or anywhere inside a base64 string. Strings that are too short to be a secret are
 * ignored: redacting `key` would garble more than it hides.
 */
export function redactSecret(secret: string, minimum: number): Redact {
  let pieces: readonly Redact[] | undefined;
  return (text) =>
    secret.length < minimum
      ? text
      : (pieces ??= piecesOf(secret).map(redactPiece)).reduce((rest, redact) => redact(rest), text);
}

/** To compile the pattern of a key takes 30 ms, for each client. Nearly no text has even four characters of it. */
function redactPiece(piece: string): Redact {
  const start = patternOf(piece, 4);
  let whole: RegExp | undefined;
  return (text) => (text.search(start) < 0 ? text : text.replace((whole ??= patternOf(piece)), "[redacted]"));
}

/** Splits a secret evenly: the runtime limits the size of a pattern, and access tokens can have thousands of characters. */
function piecesOf(secret: string): string[] {
  const count = Math.ceil(secret.length / 600);
  const size = Math.ceil(secret.length / count);
  return Array.from({ length: count }, (_, at) => secret.slice(at * size, (at + 1) * size));
}

function patternOf(secret: string, length?: number): RegExp {
  const bytes = [...new TextEncoder().encode(secret)];
  // The digits that do not depend on what precedes and follows the secret.
  const base64 = [0, 1, 2].map((offset) =>
    btoa(String.fromCharCode(...Array<number>(offset).fill(0), ...bytes)).slice(
      Math.ceil((offset * 8) / 6),
      Math.floor(((offset + bytes.length) * 8) / 6),
    ),
  );
  const hex = bytes.map((byte) => toHex(byte)).join("");
  return new RegExp(
    [secret, ...base64, hex].map((form) => Array.from(form, spell).slice(0, length).join("")).join("|"),
    "gi",
  );
}

/** Returns a pattern for the encodings of a character. */
function spell(character: string): string {
  const code = character.charCodeAt(0);
  const percent = [...new TextEncoder().encode(character)].map((byte) => `%(?:25)*${toHex(byte)}`).join("");
  const base64 = { "+": "|-", "/": "|_" }[character] ?? "";
  const plain = character.replace(/[^\w]/g, String.raw`\$&`);
  const escaped = String.raw`\\*(?:${plain}${base64}|u${toHex(code, 4)})`;
  return `(?:${escaped}|${percent}|&#(?:x0*${toHex(code)}|0*${code});)`;
}

function toHex(code: number, length = 2): string {
  return code.toString(16).padStart(length, "0");
}
