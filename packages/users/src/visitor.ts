/** Content on Connect: exchanges the session tokens that Connect passes to it for credentials. Loaded when it is used. */
import { type ConnectClient, InvalidArgumentError } from "@connect-sdk/api";
import { checkInput, failures, internalsOf, isObject, redactSent, unlessAborted } from "@connect-sdk/api/internal";
import { unusableError } from "./errors.ts";
import { hideWhenInspected } from "./records.ts";
import { type CallOptions, CALL_OPTIONS } from "./session.ts";

/** Options of `connection.withUserSessionToken()`. */
export interface VisitorOptions extends CallOptions {
  /** The guid of the integration, if the content has several that match. */
  audience?: string | undefined;
  /** An API key to act with where the program does not run on Connect, such as on your computer. Ignored on Connect. */
  localKey?: string | undefined;
}

/** Options of `connection.contentCredentials()`. */
export interface ContentCredentialsOptions extends CallOptions {
  /** The guid of the integration, if the content has several. */
  audience?: string | undefined;
  /**
   * The kind of credential. Default: an OAuth access token. For AWS pass `urn:ietf:params:aws:token-type:credentials`: then
   * `access_token` is JSON in base64.
   */
  requestedTokenType?: string | undefined;
}

/** A credential of the service behind an integration. Its token is hidden where it is inspected or logged. */
export interface ContentCredentials {
  access_token: string;
  /** How to send the token, such as `Bearer`. */
  token_type: string | null;
  issued_token_type: string | null;
  /** Seconds until it expires, if the server says so. */
  expires_in?: number | null;
}

/** Reads an environment variable. An empty one counts as missing. */
type ReadVariable = (name: string) => string | undefined;

const API_KEY = "urn:posit:connect:api-key";

/** Milliseconds for which a key is reused if the server does not say how long it is valid. Real server: unknown, assumed one hour. */
const LIFETIME = 55 * 60_000;
/** Milliseconds by which a key is replaced before it expires. */
const MARGIN = 30_000;
/** How many visitors are remembered. The oldest is forgotten first. */
const MAX_VISITORS = 1_000;

interface Visitor {
  readonly client: Promise<ConnectClient>;
  expires: number;
}

/** The visitors of each client, by token and audience. */
const visitors = new WeakMap<ConnectClient, Map<string, Visitor>>();

/** Returns a client that acts as the visitor with this token. */
export async function visitorClient(
  api: ConnectClient,
  token: string | null | undefined,
  options: VisitorOptions,
  variable: ReadVariable,
): Promise<ConnectClient> {
  const rules = `audience:string localKey:string ${CALL_OPTIONS}`;
  const { audience, localKey, signal } = checkInput("options", options, rules);
  const isOnConnect = [variable("POSIT_PRODUCT"), variable("RSTUDIO_PRODUCT")].includes("CONNECT");
  if (localKey !== undefined && !isOnConnect) return clientWithKey(api, localKey);
  const known = visitors.get(api) ?? new Map<string, Visitor>();
  visitors.set(api, known);
  const key = JSON.stringify([checkToken(token, isOnConnect), audience]);
  const now = Date.now();
  let visitor = known.get(key);
  if (visitor === undefined || visitor.expires <= now) {
    forgetExpired(known, now);
    const find = () => findAudience(api, variable("CONNECT_CONTENT_GUID"));
    visitor = createVisitor(api, known, key, { subject_token: checkToken(token, isOnConnect), audience }, find);
    known.set(key, visitor);
  }
  return unlessAborted(visitor.client, signal);
}

/** Returns the token of a request. @throws InvalidArgumentError if there is none, or if it is something else. */
function checkToken(token: unknown, isOnConnect: boolean): string {
  if (typeof token === "string" && /^[!-~]+$/.test(token)) return token;
  const isMissing = token === undefined || token === null || token === "";
  throw new InvalidArgumentError(
    `The request has ${isMissing ? "no" : "a malformed"} user session token. Nothing was sent.`,
    {
      argument: "token",
      fix: !isMissing
        ? "Pass the header Posit-Connect-User-Session-Token of the request as it is."
        : isOnConnect
          ? "Let only signed-in users open the content: Connect adds the header Posit-Connect-User-Session-Token for them."
          : "Connect adds the header Posit-Connect-User-Session-Token. Elsewhere, pass the option localKey.",
    },
  );
}

function forgetExpired(known: Map<string, Visitor>, now: number): void {
  for (const [key, { expires }] of known) if (expires <= now) known.delete(key);
  for (const key of known.keys()) {
    if (known.size < MAX_VISITORS) return;
    known.delete(key);
  }
}

function createVisitor(
  api: ConnectClient,
  known: Map<string, Visitor>,
  key: string,
  given: Partial<Exchange>,
  find: () => Promise<string | undefined>,
): Visitor {
  const subject_token_type = "urn:posit:connect:user-session-token";
  const form = { ...given, subject_token_type, requested_token_type: API_KEY };
  const createKey = async (): Promise<string> => {
    try {
      const { access_token, expires_in } = await exchange(api, form).catch(async (error: unknown) => {
        const isAmbiguous = isObject(error) && error["code"] === 257 && form.audience === undefined;
        const audience = isAmbiguous ? await find() : undefined;
        if (audience === undefined) throw error;
        return exchange(api, { ...form, audience });
      });
      visitor.expires = Date.now() + (typeof expires_in === "number" ? expires_in * 1000 - MARGIN : LIFETIME);
      return access_token;
    } catch (error) {
      if (known.get(key) === visitor) known.delete(key);
      throw error;
    }
  };
  const visitor: Visitor = {
    // Connect may return a key that it has given out before, so that it expires earlier than expected.
    client: Promise.resolve().then(async () => clientWithKey(api, await createKey(), createKey)),
    expires: Date.now() + LIFETIME,
  };
  return visitor;
}

function clientWithKey(api: ConnectClient, apiKey: string, refresh?: () => Promise<string>): ConnectClient {
  const internals = internalsOf(api);
  if (internals !== undefined) return internals.withKey(apiKey, refresh);
  throw new InvalidArgumentError("This client was not created by createConnectClient().", {
    argument: "api",
    fix: "Pass one that was.",
  });
}

/** Returns the guid of the only integration of this content that gives API keys of visitors, as Connect's other clients choose it. */
async function findAudience(api: ConnectClient, content: string | undefined): Promise<string | undefined> {
  if (content === undefined) return undefined;
  try {
    const response = await api.fetch(`/v1/content/${encodeURIComponent(content)}/oauth/integrations/associations`);
    const list = response.ok ? parse(await response.text()) : undefined;
    const isKeyed = (each: unknown) => isObject(each) && each["oauth_integration_template"] === "connect";
    const keyed: unknown[] = Array.isArray(list) ? list.filter(isKeyed) : [];
    const [found, ...others] = keyed;
    const guid: unknown = isObject(found) && others.length === 0 ? found["oauth_integration_guid"] : undefined;
    return typeof guid === "string" ? guid : undefined;
  } catch {
    // The refusal of the exchange says more.
    return undefined;
  }
}

/** Exchanges the session token of this content. */
export async function contentCredentials(
  api: ConnectClient,
  options: ContentCredentialsOptions,
  variable: ReadVariable,
): Promise<ContentCredentials> {
  const rules = `audience:string requestedTokenType:string ${CALL_OPTIONS}`;
  const { audience, requestedTokenType: requested_token_type, signal } = checkInput("options", options, rules);
  // The file first: Connect renews it while the content runs.
  const file = variable("CONNECT_CONTENT_SESSION_TOKEN_FILE");
  const content = file === undefined ? undefined : readFile(file);
  const token = content?.text ?? variable("CONNECT_CONTENT_SESSION_TOKEN")?.trim();
  if (token === undefined || token === "") {
    throw new InvalidArgumentError(`There is no content session token${content?.problem ?? ""}. Nothing was sent.`, {
      argument: "CONNECT_CONTENT_SESSION_TOKEN",
      fix: "Run the program as content on Connect 2024.12 or newer, with an integration.",
    });
  }
  const subject_token_type = "urn:posit:connect:content-session-token";
  const form = { subject_token: token, subject_token_type, requested_token_type, audience };
  const credentials = await exchange(api, form, signal);
  return hideWhenInspected(credentials, { access_token: "[hidden]" });
}

/** Returns the trimmed text of a file, or why there is none. */
function readFile(name: string): { text?: string; problem?: string } {
  const named = `: the file ${name} of CONNECT_CONTENT_SESSION_TOKEN_FILE`;
  try {
    // Not an import, which bundlers for browsers would stumble over.
    const process: unknown = Reflect.get(globalThis, "process");
    const load: unknown = isObject(process) ? process["getBuiltinModule"] : undefined;
    const fs: unknown = typeof load === "function" ? Reflect.apply(load, process, ["node:fs"]) : undefined;
    const read: unknown = isObject(fs) ? fs["readFileSync"] : undefined;
    const text: unknown = typeof read === "function" ? Reflect.apply(read, fs, [name, "utf8"]) : undefined;
    return typeof text === "string" && text.trim() !== "" ? { text: text.trim() } : { problem: `${named} is empty` };
  } catch (error) {
    return { problem: `${named} cannot be read (${isObject(error) ? String(error["code"]) : "unknown"})` };
  }
}

interface Exchange {
  readonly subject_token: string;
  readonly subject_token_type: string;
  readonly requested_token_type?: string | undefined;
  readonly audience?: string | undefined;
}

const PATH = "/v1/oauth/integrations/credentials";

const RENEW =
  "The service behind the integration did not renew the credential: check the integration, and sign in to it again.";
const MAX_ROLE = "Correct the integration: its max_role has to be Viewer, Publisher or Admin.";

/** What to do about the error codes of the exchange. */
const FIXES = {
  212: 'Add an integration to the content (Settings, Access). For visitors it needs the template "connect".',
  214: "Update the server: session tokens of content require Connect 2024.12.",
  215: "Pass the header of the current request: the session of the visitor has ended, or the token is from another server.",
  219: RENEW,
  220: "The visitor has to sign in to the integration first, at /__oauth__/integrations/GUID/login of the server.",
  221: "OAuth integrations require an Enhanced or Advanced license of Connect. Ask the administrator.",
  236: "Read the content session token again: it has expired, or it is from another server.",
  241: RENEW,
  242: "Correct requestedTokenType, or update the server: API keys of visitors require Connect 2025.01.",
  243: MAX_ROLE,
  244: MAX_ROLE,
  252: 'Use another integration: visitors need the template "connect", the content itself a service account.',
  256: "Pass the guid of an integration that the content uses as audience.",
  257: "The content has several integrations that match: pass the guid of one of them as audience.",
};

async function exchange(
  api: ConnectClient,
  { audience, requested_token_type, ...fields }: Partial<Exchange>,
  signal?: AbortSignal,
): Promise<ContentCredentials> {
  const form = {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    ...fields,
    // Servers before 2025.03 refuse an empty one.
    ...(requested_token_type !== undefined && { requested_token_type }),
    ...(audience !== undefined && { audience }),
  };
  const response = await api.fetch(PATH, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams(form).toString(),
    ...(signal !== undefined && { signal }),
  });
  const text = await response.text();
  if (response.status >= 400) {
    const redact = redactSent(internalsOf(api)?.redact ?? ((words) => words), form);
    const call = { method: "POST", operationId: "exchangeCredentials", redact } as const;
    const { createApiError } = await failures.load();
    throw createApiError(`${api.url}/__api__${PATH}`, response, text, call, FIXES);
  }
  const body = parse(text);
  const { access_token, token_type = null, issued_token_type = null, expires_in } = isObject(body) ? body : {};
  const isKind = (value: unknown): value is string | null => typeof value === "string" || value === null;
  if (
    typeof access_token !== "string" ||
    access_token === "" ||
    !isKind(token_type) ||
    !isKind(issued_token_type) ||
    (requested_token_type !== undefined && (issued_token_type ?? requested_token_type) !== requested_token_type)
  ) {
    throw await unusableError(api, "POST", PATH, "returned no usable credential", response);
  }
  return { access_token, token_type, issued_token_type, ...(typeof expires_in === "number" && { expires_in }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
