/** The pages on which people approve sign-ins. They are plain HTML, work without scripts, and let people choose the user. */
import { findByUserCode, isRedirectOf, redirectOf, redirectTo, startInBrowser } from "../operations/oauth-clients.ts";
import { approveSignIn, denySignIn } from "../sign-in.ts";
import type { BrowserSignIn, DeviceSignIn, StoredSignIn } from "../state/authorization-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { InvalidInput } from "../validate.ts";
import { readBody } from "./body.ts";
import { emptyResponse, textResponse, type Exchange, type HttpResponse } from "./exchange.ts";
import { escapeHtml } from "./undocumented-routes.ts";

/** Handles the address that a program opens in the browser. */
export function showConsent(exchange: Exchange): HttpResponse {
  const { state, query } = exchange;
  const client = state.authorizations.client(single(query["client_id"]) ?? "");
  // Errors about these two are never redirected: the address could be anyone's.
  if (client === undefined) return problemPage("This program is not registered with the server.");
  const redirect_uri = single(query["redirect_uri"]);
  if (redirect_uri === undefined || !isRedirectOf(client, redirect_uri)) {
    return problemPage("This program is not registered with the address that it wants to send you to.");
  }
  const request = { client_id: client.client_id, redirect_uri, state: single(query["state"]) ?? null };
  const error = requestError(query);
  if (error !== undefined) return redirect(302, redirectTo(state, request, error));
  const signIn = startInBrowser(state, { ...request, code_challenge: single(query["code_challenge"]) ?? "" });
  const { autoApprove } = state.options.oauth;
  if (signIn.status === "pending" && autoApprove !== undefined) {
    const problem = tryTo(() => approveSignIn(state, String(signIn.id), autoApprove));
    if (problem !== undefined) return problemPage(`The option oauth.autoApprove cannot be applied: ${problem}.`);
  }
  return signIn.status === "pending" ? consentPage(exchange, signIn) : finish(state, signIn, 302);
}

/** Returns the only value of a parameter; undefined if it is missing, empty or repeated. */
function single(values: readonly string[] = []): string | undefined {
  return values.length === 1 && values[0] !== "" ? values[0] : undefined;
}

/** A challenge of the method S256: a SHA-256 in base64url. */
const CHALLENGE = /^[\w-]{43}$/;

function requestError(query: Exchange["query"]): Record<string, string> | undefined {
  const repeated = Object.entries(query).find(([, values]) => values.length > 1);
  if (repeated !== undefined) return invalid(`${repeated[0]} is sent twice.`);
  const type = single(query["response_type"]);
  if (type === undefined) return invalid("response_type is missing.");
  if (type !== "code") {
    return { error: "unsupported_response_type", error_description: "response_type must be code." };
  }
  if (single(query["code_challenge_method"]) !== "S256") return invalid("code_challenge_method must be S256.");
  if (!CHALLENGE.test(single(query["code_challenge"]) ?? "")) return invalid("code_challenge is missing or invalid.");
  return undefined;
}

function invalid(error_description: string): Record<string, string> {
  return { error: "invalid_request", error_description };
}

function finish(state: FakeState, signIn: BrowserSignIn, status: 302 | 303): HttpResponse {
  signIn.redirected = true;
  return redirect(status, redirectOf(state, signIn));
}

function redirect(status: 302 | 303, location: string): HttpResponse {
  const response = emptyResponse(status);
  response.headers["location"] = location;
  return response;
}

/** Handles the form of the consent page. */
export async function decideInBrowser(exchange: Exchange): Promise<HttpResponse> {
  const form = await readDecision(exchange);
  if (form instanceof Refusal) return problemPage(form.reason, 403);
  const { state } = exchange;
  const signIn = state.authorizations.unfinished().find(({ id }) => String(id) === form.signIn);
  if (signIn?.kind !== "browser") return problemPage("This sign-in has ended. Start again in the program.");
  const problem = signIn.status === "pending" ? apply(state, signIn, form) : undefined;
  return problem === undefined ? finish(state, signIn, 303) : consentPage(exchange, signIn, problem);
}

/** Handles the page on which the code of a program without a browser is entered. */
export function showDevicePage(exchange: Exchange): HttpResponse {
  const code = single(exchange.query["user_code"]);
  if (code === undefined) return codePage(exchange);
  const signIn = findByUserCode(exchange.state, code);
  return signIn === undefined ? codePage(exchange, code) : consentPage(exchange, signIn);
}

/** Handles the form of the device page. */
export async function decideOnDevice(exchange: Exchange): Promise<HttpResponse> {
  const form = await readDecision(exchange);
  if (form instanceof Refusal) return problemPage(form.reason, 403);
  const { state } = exchange;
  const signIn = state.authorizations.pending().find(({ id }) => String(id) === form.signIn);
  if (signIn?.kind !== "device") return problemPage("This code was used or has expired. Start again in the program.");
  const problem = apply(state, signIn, form);
  if (problem !== undefined) return consentPage(exchange, signIn, problem);
  const said = signIn.status === "approved" ? "You are signed in" : "The sign-in was refused";
  return page(200, said, `<p role="status">${said}. You can close this page and return to the program.</p>`);
}

interface Decision {
  readonly signIn: string;
  readonly user: string;
  readonly isApproved: boolean;
}

/** Why a form is refused. */
class Refusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

async function readDecision(exchange: Exchange): Promise<Decision | Refusal> {
  const { request } = exchange;
  const { value } = await readBody(exchange, "application/x-www-form-urlencoded");
  exchange.body = value;
  const origin = request.header("origin");
  // A page of another site could otherwise approve its own sign-in.
  if (origin !== null && origin !== request.origin) return new Refusal("This form belongs to another site.");
  const form = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const field = (name: string): string => String(form.get(name) ?? "");
  return { signIn: field("sign_in"), user: field("user").trim(), isApproved: field("decision") === "approve" };
}

/** Applies a decision. Returns what is wrong with it, if anything is. */
function apply(state: FakeState, { id }: StoredSignIn, { user, isApproved }: Decision): string | undefined {
  return tryTo(() => (isApproved ? approveSignIn(state, String(id), user) : denySignIn(state, String(id))));
}

function tryTo(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

function consentPage(exchange: Exchange, signIn: BrowserSignIn | DeviceSignIn, problem?: string): HttpResponse {
  const { state, request } = exchange;
  const name = state.authorizations.client(signIn.client_id)?.client_name ?? "A program without a name";
  const device = signIn.kind === "device";
  const path = `${state.options.prefix}/oauth/v1/${device ? "device" : "authorize"}`;
  return page(
    problem === undefined ? 200 : 400,
    "Sign in to Posit Connect",
    `<p><strong>${escapeHtml(name)}</strong> wants to act as you on ${escapeHtml(request.origin + state.options.prefix)}, with all of your permissions.</p>
${
  device
    ? `<p>Continue only if the program shows this code: <strong><code>${signIn.user_code}</code></strong></p>`
    : `<p>Afterwards it opens <code>${escapeHtml(signIn.redirect_uri)}</code>.</p>`
}
${problem === undefined ? "" : `<p role="alert">${escapeHtml(problem)}.</p>`}
<form method="post" action="${escapeHtml(path)}">
<input type="hidden" name="sign_in" value="${signIn.id}">
${userField(state)}
<p><button name="decision" value="approve">Approve</button> <button name="decision" value="deny" formnovalidate>Deny</button></p>
</form>`,
  );
}

/** Users that are offered. In larger organizations a username is typed. */
const MAXIMUM_OPTIONS = 200;

function userField({ users }: FakeState): string {
  const able = [...users.all()].filter(({ record }) => !record.locked).slice(0, MAXIMUM_OPTIONS);
  const label = `<p><label for="user">Sign in as</label>`;
  if (users.size > MAXIMUM_OPTIONS) {
    return `${label} <input id="user" name="user" required autocomplete="username" aria-describedby="hint"></p>
<p id="hint">A username, for example ${escapeHtml(able[0]?.record.username ?? "admin")}.</p>`;
  }
  const options = able.map(({ record: { username, first_name, last_name, user_role } }) => {
    const shown = `${username} – ${first_name} ${last_name}, ${user_role}`;
    return `<option value="${escapeHtml(username)}">${escapeHtml(shown)}</option>`;
  });
  return `${label} <select id="user" name="user" required>\n${options.join("\n")}\n</select></p>`;
}

function codePage({ state }: Exchange, unknownCode?: string): HttpResponse {
  const isWrong = unknownCode !== undefined;
  return page(
    isWrong ? 400 : 200,
    "Connect a program",
    `${isWrong ? `<p role="alert">No sign-in waits for the code ${escapeHtml(unknownCode)}.</p>` : ""}
<form method="get" action="${escapeHtml(state.options.prefix)}/oauth/v1/device">
<p><label for="code">Code that the program shows</label> <input id="code" name="user_code" required autocomplete="off"></p>
<p><button>Continue</button></p>
</form>`,
  );
}

function problemPage(text: string, status = 400): HttpResponse {
  return page(status, "Cannot sign in", `<p role="alert">${escapeHtml(text)}</p>`);
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:36rem;margin:3rem auto;padding:0 1rem}
button,input,select{font:inherit;padding:.4rem .8rem;max-width:100%}[role=alert]{border-inline-start:.3rem solid;padding-inline-start:.7rem}`;

/** The page cannot be framed, loads nothing, and runs no script. Its form ends at another origin, so `form-action` stays open. */
const HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // Not `no-referrer`, which hides the origin of forms.
  "referrer-policy": "same-origin",
};

function page(status: number, title: string, main: string): HttpResponse {
  const response = textResponse(
    status,
    "text/html",
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
<p><small>This server is a fake: nobody needs a password.</small></p>
</main>
</body>
</html>
`,
  );
  Object.assign(response.headers, HEADERS);
  return response;
}
