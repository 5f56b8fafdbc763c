import type { OperationId } from "@connect-sdk/api/operations";
import { validateBody } from "./validate-body.ts";

/**
 * A body without the fields that say null where the document has nothing of null. Clients in Python send null for what was
 * not given, such as the `unique_id` of a group. Fields that are needed stay, and are refused.
 */
export function withoutNulls(operationId: OperationId, body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const fields = Object.entries(body);
  if (!fields.some(([, value]) => value === null)) return body;
  const needed = new Set([...(NEVER_NULL[operationId] ?? []), ...pointers(operationId, {})]);
  const wrong = new Set(pointers(operationId, body).filter((pointer) => !needed.has(pointer)));
  // Real server: unknown, assumed that null is as good as nothing, which is what most JSON readers in Go make of it.
  return Object.fromEntries(fields.filter(([name, value]) => value !== null || !wrong.has(`/${name}`)));
}

/** Fields that can be left out, but that the document says must not be null. */
const NEVER_NULL: Readonly<Partial<Record<OperationId, readonly string[]>>> = { patchGroup: ["/name"] };

function pointers(operationId: OperationId, body: unknown): string[] {
  return validateBody(operationId, body).map(({ pointer }) => pointer);
}
