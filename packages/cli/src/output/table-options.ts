import type { Io } from "../io.ts";
import { styleFor } from "./style.ts";
import type { TableOptions } from "./table.ts";

/** How a table is laid out on this program's standard output. */
export function tableOptions({ stdout, stderr, env }: Io): TableOptions {
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : undefined;
  return { width, style: styleFor(stdout, env), note: (text) => stderr.write(`${text}\n`) };
}
