import type { Io } from "../io.ts";
import type { Result } from "../result.ts";
import type { Format } from "./format.ts";
import { renderRecord } from "./render-record.ts";
import { renderRows } from "./render-rows.ts";
import { renderValue } from "./render-value.ts";
import { safeText } from "./safe-text.ts";

/** Prints what a command returned: data to standard output, its note to standard error. */
export async function render(result: Result, format: Format, io: Io): Promise<void> {
  for await (const chunk of chunks(result, format, io)) await io.stdout.write(chunk);
  if (result.note !== undefined) await io.stderr.write(`${safeText(result.note)}\n`);
}

function chunks(result: Result, format: Format, io: Io): Iterable<string> | AsyncIterable<string> {
  switch (result.kind) {
    case "rows":
      return renderRows(result, format, io);
    case "record":
      return renderRecord(result, format, io);
    case "value":
      return renderValue(result, format);
    case "text":
      return [result.text];
  }
}
