/*
 * Operations: what the server does. There is one file for each tag of the document, with the handlers, rules and views of
 * that resource. Handlers change the state and return a result or throw an `ApiProblem`. They know neither HTTP nor faults.
 */
import type { UserRole } from "@connect-sdk/api";
import type { OperationId, operations as table } from "@connect-sdk/api/operations";
import type { operations } from "@connect-sdk/api/schema";
import type { FakeState } from "../state/fake-state.ts";
import { rank, type UserEntry } from "../state/user-search/user-entry.ts";

/** A handler for each of some operations. */
export type HandlerMap<Ids extends OperationId = OperationId> = {
  [Id in Ids]: (state: FakeState, input: InputOf<Id>, context: ContextOf<Id>) => ResultOf<Id> | Promise<ResultOf<Id>>;
};

/** The parameters and the body of a request, read and validated. */
export interface InputOf<Id extends OperationId> {
  readonly path: PathOf<Id>;
  readonly query: QueryOf<Id>;
  readonly body: BodyOf<Id>;
}

type Table = typeof table;

export type PathOf<Id extends OperationId> = Readonly<Record<Table[Id]["pathParameters"][number], string>>;

export type QueryOf<Id extends OperationId> = {
  readonly [Name in keyof Table[Id]["queryParameters"]]:
    ParameterValue<Table[Id]["queryParameters"][Name]> | AbsentValue<Table[Id]["queryParameters"][Name]>;
};

type ParameterValue<P> = P extends { type: "array"; enum: readonly (infer Value)[] }
  ? Value[]
  : P extends { enum: readonly (infer Value)[] }
    ? Value
    : P extends { type: "integer" }
      ? number
      : P extends { type: "boolean" }
        ? boolean
        : string;

/** Integers and booleans have a default. Other parameters are undefined if they are optional and absent. */
type AbsentValue<P> = P extends { type: "integer" | "boolean" } | { required: true } ? never : undefined;

/** The JSON of a request, or the bytes of one that is not JSON. */
export type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Body } | { "application/x-www-form-urlencoded": infer Body } };
}
  ? Body
  : Table[Id]["requestMediaType"] extends null
    ? undefined
    : Uint8Array<ArrayBuffer>;

/** The facts about a request that are not part of its input. */
export interface OperationContext<AnyCaller extends Caller | undefined = Caller | undefined> {
  /** Undefined for requests without a credential, which only a few operations accept. */
  readonly caller: AnyCaller;
  /** The server's address as the client sees it, including a path prefix. */
  readonly baseUrl: string;
  /** Whether the client prefers CSV. */
  readonly wantsCsv: boolean;
  /** Whether the request has a valid bootstrap token. */
  readonly bootstrapping: boolean;
}

/** The context of an operation. Operations that require authentication always have a caller. */
export type ContextOf<Id extends OperationId> = OperationContext<
  Table[Id]["authentication"] extends "required" ? Caller : Caller | undefined
>;

/** The user that sends a request. The API key it is sent with can be weaker than its user. */
export interface Caller {
  readonly user: UserEntry;
  /** The weaker of the roles of the key and the user. */
  readonly role: UserRole;
}

/** Returns whether the caller has at least this role. */
export function hasRole(caller: Caller, role: UserRole): boolean {
  return rank(caller.role) >= rank(role);
}

export function isAdministrator(caller: Caller): boolean {
  return caller.role === "administrator";
}

/** The result of a successful operation. The status determines the body. */
export type ResultOf<Id extends OperationId> = {
  [Status in keyof Responses<Id> & SuccessStatus]: ResultWith<Id, Status, Responses<Id>[Status]> & Audited<Id>;
}[keyof Responses<Id> & SuccessStatus];

type SuccessStatus = 200 | 201 | 202 | 204;

/**
 * A write that the document declares with `x-connect-audit-actions` says what it has done. It is then added to the audit log
 * with the caller as actor. The list is empty if nothing has changed.
 */
type Audited<Id extends OperationId> = Table[Id]["auditActions"] extends readonly []
  ? { audit?: never }
  : { audit: readonly AuditEvent<Table[Id]["auditActions"][number]>[] };

/** Something for the audit log. */
export interface AuditEvent<Action extends string = string> {
  readonly action: Action;
  /** Names what was changed in words, and users as `describeUser` does. */
  readonly event: string;
}

type Responses<Id extends OperationId> = operations[Id]["responses"];

type ResultWith<Id extends OperationId, Status, Response> = Response extends { content: infer Content }
  ? | (Content extends { "application/json": infer Body }
        ? { status: Status; body: Body; json?: SerializedBody }
        : never)
    | OtherResult<Status, Table[Id]["otherMediaTypes"][number]>
  : { status: Status; body?: never };

/** A result that is not JSON, in one of the media types of the document. */
type OtherResult<Status, MediaType extends string> = [MediaType] extends [never]
  ? never
  : { status: Status; mediaType: MediaType; content: SerializedBody };

/** The result of any operation. */
export interface OperationResult {
  readonly status: number;
  readonly body?: unknown;
  /** The JSON of `body`, if it is already known. */
  readonly json?: SerializedBody;
  /** Set if the result is not JSON. */
  readonly mediaType?: string;
  readonly content?: SerializedBody;
  readonly audit?: readonly AuditEvent[];
}

/** A body as a string, or as bytes: those of a string are UTF-8. */
export type SerializedBody = string | Uint8Array<ArrayBuffer>;
