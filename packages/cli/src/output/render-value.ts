import { isObject } from "../is-object.ts";
import type { ValueResult } from "../result.ts";
import type { Format } from "./format.ts";
import { jsonValue, ndjson } from "./json.ts";
import { only } from "./only.ts";
import { pick, requireKnown } from "./select-fields.ts";

/** What a server answered, as text: JSON unless another format is asked for and fits. */
export async function* renderValue({ value }: ValueResult, format: Format): AsyncGenerator<string, void, void> {
  if (value === undefined) return;
  if (!isObject(value)) return yield jsonValue(value);
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(value));
  const selected = fields === undefined ? value : pick(value, fields);
  if (format.kind === "ndjson") return yield* ndjson(only(selected));
  if (format.kind !== "csv") return yield jsonValue(selected);
  yield* (await import("./csv.ts")).csv(only(selected), Object.keys(selected), format);
}
