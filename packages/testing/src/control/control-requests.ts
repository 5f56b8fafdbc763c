import { operations, type OperationId } from "@connect-sdk/api/operations";
import type { Fault } from "../faults/fault.ts";
import type { Duration } from "../state/clock.ts";
import { recordOf } from "../shape/record-of.ts";
import { refuse, type Shape } from "../shape/shape.ts";
import { name, numberFrom, oneOf, text } from "../shape/values.ts";

/** Reads the body of a request that sets up a fault. */
export function readFaultRequest(body: unknown): Fault {
  return faultShape(body, "");
}

/** Reads the body of a request that moves the clock. */
export function readClockRequest(body: unknown): { advance: Duration } {
  return clockShape(body, "");
}

/** Reads the body of a request for someone's key. */
export function readKeyRequest(body: unknown): { user: string } {
  return keyShape(body, "");
}

const isOperationId = (id: string): id is OperationId => id in operations;
const count = numberFrom(0, Number.MAX_SAFE_INTEGER);
const span = numberFrom(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const headers: Shape<Record<string, string>> = (value, path) => {
  if (typeof value !== "object" || value === null) return refuse(value, path, "an object");
  const entries = Object.entries(value).map(([key, entry]): [string, string] => [key, text(entry, `${path}.${key}`)]);
  return Object.fromEntries(entries);
};

const faultShape: Shape<Fault> = recordOf({
  operationId: oneOf(...Object.keys(operations).filter(isOperationId)),
  method: oneOf("GET", "POST", "PUT", "PATCH", "DELETE"),
  path: name,
  times: count,
  after: count,
  probability: numberFrom(0, 1),
  status: numberFrom(200, 599),
  body: (value: unknown) => value,
  html: (value, path) =>
    typeof value === "string" || typeof value === "boolean" ? value : refuse(value, path, "true, false or a page"),
  headers,
  delay: count,
  reset: oneOf<boolean | "after" | "during">(true, false, "after", "during"),
  truncate: (value, path) =>
    typeof value === "boolean" || (typeof value === "number" && value >= 0)
      ? value
      : refuse(value, path, "true, false or a number of bytes"),
});

const durationShape = recordOf({ days: span, hours: span, minutes: span, seconds: span, ms: span });
const clockShape = recordOf({ advance: durationShape }, ["advance"]);
const keyShape = recordOf({ user: name }, ["user"]);
