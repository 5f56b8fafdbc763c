import type { OperationId, operations as table } from "@connect-sdk/api/operations";
import type { operations } from "@connect-sdk/api/schema";
import type { FakeState } from "../state/fake-state.ts";
import type { Call } from "./call.ts";

type Table = typeof table;

/** What a query parameter is once it was read. Lists are undefined when the parameter was left out. */
type ParameterValue<P> = P extends { type: "array"; enum: readonly (infer Value)[] }
  ? Value[]
  : P extends { enum: readonly (infer Value)[] }
    ? Value
    : P extends { type: "integer" }
      ? number
      : P extends { type: "boolean" }
        ? boolean
        : string;

/** Numbers and booleans have a default; texts are only certain to be there if they are required. */
type ParameterGap<P> = P extends { type: "integer" | "boolean" } | { required: true } ? never : undefined;

/** The query of an operation, read and checked. */
export type QueryOf<Id extends OperationId> = {
  readonly [Name in keyof Table[Id]["queryParameters"]]:
    ParameterValue<Table[Id]["queryParameters"][Name]> | ParameterGap<Table[Id]["queryParameters"][Name]>;
};

/** The path parameters of an operation. */
export type PathOf<Id extends OperationId> = Readonly<Record<Table[Id]["pathParameters"][number], string>>;

/** The body of an operation, which was held against the document. */
export type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : undefined;

/** What a handler gets to see of a request. */
export interface InputOf<Id extends OperationId> {
  readonly path: PathOf<Id>;
  readonly query: QueryOf<Id>;
  readonly body: BodyOf<Id>;
}

type Responses<Id extends OperationId> = operations[Id]["responses"];

type ReplyWith<Id extends OperationId, Status, Response> = Response extends { content: infer Content }
  ? | (Content extends { "application/json": infer Body } ? { status: Status; body: Body; json?: ReadyJson } : never)
    | ("text/csv" extends Table[Id]["otherMediaTypes"][number] ? { status: Status; csv: string } : never)
  : { status: Status; body?: never };

/**
 * What a handler answers with when all went well: the status decides on the body. `json` is the body's JSON, if it is at hand
 * already. To refuse, a handler throws a `Problem`.
 */
export type ReplyOf<Id extends OperationId> = {
  [Status in keyof Responses<Id> & (200 | 201 | 204)]: ReplyWith<Id, Status, Responses<Id>[Status]>;
}[keyof Responses<Id> & (200 | 201 | 204)];

/** JSON that need not be written any more, as text or in UTF-8. */
export type ReadyJson = string | Uint8Array<ArrayBuffer>;

/** A handler for each of some operations. */
export type HandlerMap<Ids extends OperationId = OperationId> = {
  [Id in Ids]: (state: FakeState, input: InputOf<Id>, call: Call) => ReplyOf<Id>;
};
