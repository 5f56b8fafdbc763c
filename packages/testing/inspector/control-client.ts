import type { Changes } from "../src/inspector/changes.ts";
import type { ClockPreview } from "../src/inspector/clock.ts";
import type { Page } from "../src/inspector/inspection.ts";
import type { AuditLogRecord } from "../src/state/audit-log.ts";
import type { showContent, showGroup, InspectedContent, InspectedGroup } from "../src/inspector/organization.ts";
import type { ListedOperation } from "../src/control/control.ts";
import type { InspectedUser, UserDetail } from "../src/inspector/users.ts";
import type { ListedFault } from "../src/faults.ts";
import type { PendingSignIn } from "../src/sign-in.ts";

/** The results of the control routes that the page calls. */
export interface ControlResults {
  "GET /changes": Changes;
  "GET /operations": ListedOperation[];
  "GET /users": Page<InspectedUser>;
  "GET /users/{}": UserDetail;
  "PATCH /users/{}": UserDetail;
  "GET /groups": Page<InspectedGroup>;
  "GET /groups/{}": ReturnType<typeof showGroup>;
  "GET /content": Page<InspectedContent>;
  "GET /content/{}": ReturnType<typeof showContent>;
  "GET /audit/entries": Page<AuditLogRecord>;
  "GET /keys/{}": { api_key: string };
  "POST /keys": { api_key: string };
  "GET /oauth": PendingSignIn[];
  "POST /oauth/approve": { redirect: string | null };
  "POST /oauth/deny": { redirect: string | null };
  "GET /faults": ListedFault[];
  "POST /faults": ListedFault;
  "DELETE /faults": undefined;
  "DELETE /faults/{}": undefined;
  "POST /clock": { now: string };
  "POST /clock/preview": ClockPreview;
  "GET /snapshot": unknown;
  "POST /snapshot": undefined;
  "POST /reset": undefined;
}

export interface ControlInput {
  /** Takes the place of `{}` in the path. */
  readonly id?: string;
  /** Parameters that are undefined or empty are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls a control route of the fake that serves this page. */
export type ControlClient = <Route extends keyof ControlResults>(
  route: Route,
  input?: ControlInput,
) => Promise<ControlResults[Route]>;

/** The fake refused a request. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * @param base - the address of the page, which lies at `/__fake__/` below the server's prefix.
 * @param key - the token of the page, or the administrator's key.
 */
export function createControlClient(base: string, key: string): ControlClient {
  return async <Route extends keyof ControlResults>(route: Route, input: ControlInput = {}) => {
    const [method = "GET", path = ""] = route.split(" ");
    const headers: Record<string, string> = { authorization: `Key ${key}` };
    const { body, signal = null } = input;
    const response = await fetch(urlOf(base, path, input), {
      method,
      headers,
      signal,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new ControlError(response.status, messageOf(text, response.status));
    // This package serves the page and the routes: their types are those of the handlers.
    return (text === "" ? undefined : JSON.parse(text)) as ControlResults[Route];
  };
}

function urlOf(base: string, path: string, { id, query = {} }: ControlInput): URL {
  const url = new URL(`.${path.replace("{}", encodeURIComponent(id ?? ""))}`, base);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") url.searchParams.set(name, String(value));
  }
  return url;
}

function messageOf(text: string, status: number): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && "error" in body) return String(body.error);
  } catch {
    // Not from the fake.
  }
  return `The fake responded with status ${status}.`;
}
