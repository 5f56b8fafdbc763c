import { operations } from "@connect-sdk/api/operations";
import { listAudit, listContent, listGroups, showContent, showGroup } from "./organization.ts";
import { watchChanges } from "./changes.ts";
import { previewClock } from "./clock.ts";
import { NotFound, type ControlRoute, type Inspection } from "./inspection.ts";
import { changeUser, listUsers, revealKey, showUser } from "./users.ts";

/** Returns the control routes that show a fake in parts, by method and path below `/__fake__`. */
export function inspectionRoutes(inspection: Inspection): readonly (readonly [string, ControlRoute])[] {
  const changes = watchChanges(inspection);
  return [
    ["GET /changes", ({ query, signal }) => changes(query, signal)],
    ["GET /operations", listOperations],
    ["GET /users", ({ query }) => listUsers(inspection, query)],
    ["GET /users/{guid}", ({ parameter }) => showUser(inspection, parameter)],
    ["PATCH /users/{guid}", ({ parameter, body }) => changeUser(inspection, parameter, body)],
    ["GET /groups", ({ query }) => listGroups(inspection, query)],
    ["GET /groups/{guid}", ({ parameter }) => showGroup(inspection, parameter)],
    ["GET /content", ({ query }) => listContent(inspection, query)],
    ["GET /content/{guid}", ({ parameter }) => showContent(inspection, parameter)],
    ["GET /audit/entries", ({ query }) => listAudit(inspection, query)],
    ["GET /keys/{id}", ({ parameter }) => revealKey(inspection, parameter)],
    ["POST /clock/preview", ({ body }) => previewClock(inspection, body)],
    [
      "DELETE /faults/{id}",
      ({ parameter }) => {
        if (!inspection.faults.remove(Number(parameter))) throw new NotFound(`There is no fault ${parameter}.`);
      },
    ],
  ];
}

/** An operation of the Connect API. */
export interface ListedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

function listOperations(): ListedOperation[] {
  return Object.entries(operations).map(([id, { method, path }]) => ({ id, method, path }));
}
