import type { Io } from "../io.ts";
import type { RecordResult, Row } from "../result.ts";
import type { Format } from "./format.ts";
import { jsonValue, ndjson } from "./json.ts";
import { only } from "./only.ts";
import { safeText } from "./safe-text.ts";
import { pick, requireKnown } from "./select-fields.ts";
import { tableOptions } from "./table-options.ts";

/** A single thing, as text. */
export async function* renderRecord(result: RecordResult, format: Format, io: Io): AsyncGenerator<string, void, void> {
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(result.record));
  const selected: Row = fields === undefined ? result.record : pick(result.record, fields);
  switch (format.kind) {
    case "json":
      return yield jsonValue(selected);
    case "ndjson":
      return yield* ndjson(only(selected));
    case "csv":
      return yield* (await import("./csv.ts")).csv(only(selected), Object.keys(selected), format);
    case "table": {
      if (fields === undefined && result.text !== undefined) return yield `${safeText(result.text)}\n`;
      const { fieldList, table } = await import("./table.ts");
      if (fields !== undefined || result.columns === undefined) return yield fieldList(selected, tableOptions(io));
      return yield* table(only(selected), result.columns, tableOptions(io));
    }
  }
}
