import { operations, type OperationDescription, type OperationId } from "@connect-sdk/api/operations";
import { emptyResponse, textResponse, type Exchange, type HttpRequest, type HttpResponse } from "./exchange.ts";

/*
 * Requests that no route takes. A real server responds to all of them alike. The fake says which of them are its own gaps, so
 * that nobody looks for the mistake in their program.
 */

/** Handles a path or method that neither the document nor the list of undocumented routes has. */
export function handleUnknown(exchange: Exchange): HttpResponse {
  const { path, request, state } = exchange;
  const called = `${request.method} ${path}`;
  if (isControlPath(path, state.options.prefix)) {
    return notFound(
      exchange,
      "The control routes are off; start with --control or fake.listen({ control: true })",
      true,
    );
  }
  if (isGap(path, request, state.options.prefix)) {
    return notFound(exchange, `The fake does not model ${called}, which Connect may have`, true);
  }
  return notFound(exchange, `Neither Connect's documentation nor the fake has ${called}`);
}

/** Handles an operation that the server's version does not have. */
export function handleUnsupported(id: OperationId, exchange: Exchange): HttpResponse {
  return notFound(
    exchange,
    `Connect has ${id}${versionsOf(operations[id])}; the fake behaves like ${exchange.state.version.text}`,
  );
}

/** Handles a path that an option or the version of the server takes away. */
export function handleSwitchedOff(exchange: Exchange, reason: string): HttpResponse {
  return notFound(exchange, reason);
}

function versionsOf({ since, until }: OperationDescription): string {
  return [since === null ? "" : ` since ${since}`, until === null ? "" : ` until ${until}`].join("");
}

/** Handles a preflight request of a browser. Servers without CORS have no such route. */
export function handlePreflight(exchange: Exchange): HttpResponse {
  if (!exchange.state.options.cors) return notFound(exchange, "Cross-origin requests need the option cors");
  const response = emptyResponse(204);
  response.headers["access-control-allow-methods"] = "GET, POST, PUT, PATCH, DELETE, HEAD";
  // Real servers do not allow Authorization either: pages are meant to use the browser's session.
  response.headers["access-control-allow-headers"] = "Origin, Content-Length, Content-Type";
  response.headers["access-control-max-age"] = String(12 * 60 * 60);
  return response;
}

const NOT_FOUND = "404 page not found";

/** Responds as Connect does, for all versions. The note goes into the journal, and into the body of a gap of the fake. */
function notFound(exchange: Exchange, note: string, isGap = false): HttpResponse {
  exchange.note = { pointer: "", rule: isGap ? "not-modelled" : "route", message: note };
  return textResponse(404, "text/plain", isGap ? `${NOT_FOUND}\n\n@connect-sdk/testing: ${note}.\n` : NOT_FOUND);
}

function isControlPath(path: string, prefix: string): boolean {
  const root = `${prefix}/__fake__`;
  return path === root || path.startsWith(`${root}/`);
}

/** Returns whether a path is one that Connect has and the fake does not model. */
function isGap(path: string, request: HttpRequest, prefix: string): boolean {
  if (request.path.startsWith(`${prefix}/__api__/`)) return ENDPOINTS.test(path);
  return path.startsWith(prefix) && PAGES.test(path.slice(prefix.length));
}

/**
 * Endpoints of Connect, from its public reference, mostly by the first segments that a family of them has in common. It matters
 * only for requests that no route takes, so it need not be shortened when an endpoint is added to the document.
 */
const ENDPOINTS = new RegExp(
  `^(?:${[
    "/v1/(?:audit|audit_logs|bundles|environments|experimental|hosts|instrumentation|jobs|metrics|oauth|packages)",
    "/v1/(?:repositories|schedules|search|server_settings|subscriptions|system|tags|tasks|timezones|vanities|variants)",
    "/v1/content/[^/]+/(?:build|bundles|deploy|environment|jobs|lockout|oauth|packages|render|repository|tags)",
    "/v1/content/[^/]+/(?:thumbnail|vanity|variants)",
    "/v1/users/[^/]+/(?:content|groups|oauth|tokens)",
    "/v1/groups/[^/]+/content",
    "/(?:applications|audit_logs|bundles|environments|groups|metrics|notifications|server_settings|subscriptions)",
    "/(?:tags|tasks|timezones|tokens|users|variants|vanities)",
  ].join("|")})(?:/|$)`,
);

/** Pages and protocols of Connect beside its API. */
const PAGES = /^\/(?:\.well-known|__docs__|__login__|__logout__|__oauth__|connect|content|oauth|scim)(?:\/|$)/;
