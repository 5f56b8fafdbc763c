import type { HttpMethod, OperationId } from "./operations.ts";

/** An operation's id and what the body of its success is: nothing, an object, a list, or a page of a list. */
export type Route = readonly [id: OperationId, body: "none" | "object" | "list" | "page", identity?: string];

/** The operations of the document, by path and method. */
export type Routes = Readonly<Record<string, Partial<Record<HttpMethod, Route>>>>;

/**
 * Whether a body is what the route promises, as far as it takes to be sure that it is Connect's answer and no other's: its
 * container, and in each record the text that identifies it. New fields and values of a newer server pass.
 */
export function hasShape([, body, identity]: Route, data: unknown): boolean {
  const isRecord = (each: unknown) => isObject(each) && (identity === undefined || typeof each[identity] === "string");
  const isList = (each: unknown) => Array.isArray(each) && each.every(isRecord);
  if (body === "none") return data === undefined;
  if (body === "object") return isRecord(data);
  if (body === "list") return isList(data);
  return isObject(data) && isList(data["results"]) && Number.isInteger(data["total"]);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
