import type { OperationId } from "@connect-sdk/api/operations";
import type { Send, World } from "./world.ts";

/** Operations that a fault treats alike. */
export type OperationClass = (typeof OPERATION_CLASSES)[number];

export const OPERATION_CLASSES = [
  /** Reads one answer. */
  "read",
  /** Reads a list that takes several pages. */
  "list",
  /** Writes, may be repeated, and is answered with a record. */
  "update",
  /** Writes, may be repeated, and is answered with nothing. */
  "lock",
  /** Writes, must not be repeated, and is answered with a record. */
  "create",
  /** Writes, must not be repeated, and is answered with nothing. */
  "member",
  /** The command that creates one user for each row of a file. */
  "import",
] as const;

/** What a user of the SDK does, prepared so that one call is what the fault hits. */
export interface Operation {
  readonly name: string;
  readonly class: OperationClass;
  /** The request that the fault hits. */
  readonly target: { readonly id: OperationId; readonly method: string; readonly path: RegExp };
  /** How many users the server has. */
  readonly users: number;
  /** Gets everything ready, without any fault. */
  prepare(world: World): Promise<Prepared>;
}

/** Operations by their names. */
export type NamedOperations = Readonly<Record<string, Omit<Operation, "name">>>;

/** An operation that is ready to run. */
export interface Prepared {
  /** Does it. Rejects with what the SDK threw. */
  run(): Promise<unknown>;
  /** Throws unless the result is the right one. */
  check(result: unknown): void;
  /** How often it has taken effect on the server. */
  effects(): number;
}

const GUID = "[0-9a-f-]{36}";

/** Requests that faults hit, each as the fake and as a `fetch` see it. */
export const targets = {
  getUsers: { id: "getUsers", method: "GET", path: /\/v1\/users$/ },
  getUser: { id: "getUser", method: "GET", path: new RegExp(`/v1/users/${GUID}$`) },
  updateUser: { id: "updateUser", method: "PUT", path: new RegExp(`/v1/users/${GUID}$`) },
  lockUser: { id: "lockUser", method: "POST", path: new RegExp(`/v1/users/${GUID}/lock$`) },
  createPushUser: { id: "createPushUser", method: "POST", path: /\/v1\/users$/ },
  getContents: { id: "getContents", method: "GET", path: /\/v1\/content$/ },
  getGroupMembers: { id: "getGroupMembers", method: "GET", path: new RegExp(`/v1/groups/${GUID}/members$`) },
  addGroupMember: { id: "addGroupMember", method: "POST", path: new RegExp(`/v1/groups/${GUID}/members$`) },
  removeGroupMember: {
    id: "removeGroupMember",
    method: "DELETE",
    path: new RegExp(`/v1/groups/${GUID}/members/${GUID}$`),
  },
} as const satisfies Readonly<Record<string, Operation["target"]>>;

/** Answers in place of the server: given the request, how to pass it on, and how many came before. */
export type StandIn = (request: Request, send: Send, turn: number) => Promise<Response>;

/** Puts something between the client and the server that only requests to the target meet. */
export function interceptTarget(world: World, target: Operation["target"], standIn: StandIn): void {
  let turn = 0;
  world.intercept((send) => (request) => (isTarget(request, target) ? standIn(request, send, turn++) : send(request)));
}

/** Whether a request is to what the fault is meant for. */
export function isTarget({ method, url }: Pick<Request, "method" | "url">, target: Operation["target"]): boolean {
  return method === target.method && target.path.test(new URL(url).pathname);
}

/** The address of the same request with another query. */
export function withQuery(request: Request, changes: Readonly<Record<string, string>>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return new Request(url, request);
}
