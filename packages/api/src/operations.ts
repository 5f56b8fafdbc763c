import type { operations as OperationTypes } from "./generated/schema.ts";
import { operations as table } from "./generated/operations.ts";

/** The id of an operation of the document, such as `"getUsers"`. */
export type OperationId = keyof OperationTypes;

/** HTTP methods that operations of the document use. */
export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** How one query parameter is serialized, and its allowed values. */
export interface QueryParameter {
  readonly type: "string" | "integer" | "boolean" | "array";
  readonly required: boolean;
  /** Joins the values of an array. */
  readonly delimiter?: "|" | ",";
  /** The allowed values (of an array: of its items). */
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** What the server assumes when the parameter is omitted. */
  readonly default?: unknown;
  /** First server version that knows it; absent if that is not published. */
  readonly since?: string;
  /** Connect's error code for a value that is not in `enum`. */
  readonly invalidCode?: number;
}

/** The facts about an operation at run time. */
export interface OperationDescription {
  readonly method: HttpMethod;
  /** The path below `/__api__`, with `{name}` for each path parameter. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryParameters: Readonly<Record<string, QueryParameter>>;
  /** The name of the body's schema under `components.schemas`. */
  readonly requestBody: string | null;
  /** The media type of the body; null if there is none. */
  readonly requestMediaType: string | null;
  /** Every documented status, successes first. */
  readonly statuses: readonly number[];
  /** Whether the response is paged (`page_number`, `page_size`). */
  readonly paged: boolean;
  readonly deprecated: boolean;
  /** Lowest role that may call it, whatever it is applied to. */
  readonly role: "viewer" | "publisher" | "administrator";
  /** Connect's error code for a caller with a lower role. */
  readonly deniedCode: number;
  /**
   * What the server expects of the credential. `optional`: not needed, but valid if sent. `public`: ignored. `bootstrap`: a
   * bootstrap token. `first-user`: like `optional` while a server that keeps passwords has no users.
   */
  readonly authentication: "required" | "optional" | "public" | "bootstrap" | "first-user";
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. */
  readonly repeatable: boolean;
  /** First server version that has it; null if that is not published. */
  readonly since: string | null;
  /** Last server version that has it; null if there is none. */
  readonly until: string | null;
  /** The operation to use instead of a deprecated one. */
  readonly replacedBy: string | null;
  /** Media types of successful responses besides JSON. */
  readonly otherMediaTypes: readonly string[];
  /** What the server writes to its audit log. */
  readonly auditActions: readonly string[];
  /** The scope with which a service token may call it; null if no service token may. */
  readonly serviceTokenScope: string | null;
}

/** Every operation of the document by its id. Plain data, for routing tables, validators and coverage reports. */
export const operations: { readonly [Id in OperationId]: (typeof table)[Id] } = table satisfies Record<
  OperationId,
  OperationDescription
>;
