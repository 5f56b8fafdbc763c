import { ShapeError } from "../shape/shape.ts";
import type { FakeSnapshot } from "../snapshot.ts";

/** Whether a value says of itself that it is a snapshot. What is in it, `restore()` looks at. */
export function isSnapshot(value: unknown): value is FakeSnapshot {
  return typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
}

/** Reads a value that has to be a snapshot. */
export function readSnapshot(value: unknown): FakeSnapshot {
  if (isSnapshot(value)) return value;
  throw new ShapeError(`this is not a snapshot: its format must be ${JSON.stringify(FORMAT)}`);
}

const FORMAT: FakeSnapshot["format"] = "fake-connect/1";
