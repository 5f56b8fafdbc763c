import { randomBytes } from "node:crypto";
import {
  emptyResponse,
  textResponse,
  type HttpRequest,
  type HttpResponse,
  type RequestHandler,
} from "../http/exchange.ts";
import { foreignReason } from "../http/authenticate.ts";

/** The page of the inspector and its token. */
export interface InspectorPage {
  /** Lets the page use the control routes. Part of the URL that is printed, after the `#`, so it is never sent in a URL. */
  readonly token: string;
  /** Serves the page and its files, and passes all other requests on. */
  readonly serve: (handle: RequestHandler) => RequestHandler;
}

/**
 * Creates the page at `/__fake__/`.
 *
 * @param prefix - the path prefix of the server.
 */
export function createInspectorPage(prefix: string): InspectorPage {
  const root = `${prefix}/__fake__`;
  return {
    token: randomBytes(24).toString("base64url"),
    serve: (handle) => (request) => {
      const { method, path } = request;
      // Not an async function: all other requests get their response at once.
      if (!path.startsWith(root) || (method !== "GET" && method !== "HEAD")) return handle(request);
      if (path === root) return isLoopback(request) ? redirect(`${root}/`) : refusal();
      const file = path.startsWith(`${root}/`) ? FILES.get(path.slice(root.length + 1)) : undefined;
      if (file === undefined) return handle(request);
      return isLoopback(request) ? serveFile(file) : refusal();
    },
  };
}

interface PageFile {
  readonly asset: "html" | "javascript" | "css" | "icon";
  readonly type: string;
}

async function serveFile({ asset, type }: PageFile): Promise<HttpResponse> {
  const assets = await import("../generated/inspector-assets.ts");
  return withHeaders(textResponse(200, type, assets[asset]), HEADERS);
}

const FILES: ReadonlyMap<string, PageFile> = new Map<string, PageFile>([
  ["", { asset: "html", type: "text/html" }],
  ["inspector.js", { asset: "javascript", type: "text/javascript" }],
  ["inspector.css", { asset: "css", type: "text/css" }],
  ["icon.svg", { asset: "icon", type: "image/svg+xml" }],
]);

/** The page loads nothing from elsewhere, runs no inline script, cannot be framed, and is not stored. */
const HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** A page of another site can make its own name point to this machine, but it cannot send a loopback name as the host. */
function isLoopback(request: HttpRequest): boolean {
  return foreignReason(request, "127.0.0.1") === undefined;
}

function refusal(): HttpResponse {
  const text = "The inspector is only served to this machine. Open it by 127.0.0.1 or localhost.\n";
  return withHeaders(textResponse(403, "text/plain", text), HEADERS);
}

function redirect(location: string): HttpResponse {
  return withHeaders(emptyResponse(308), { location });
}

function withHeaders(response: HttpResponse, headers: Readonly<Record<string, string>>): HttpResponse {
  Object.assign(response.headers, headers);
  return response;
}
