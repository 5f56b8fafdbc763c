import type { FlagParametersForType } from "@stricli/core";
import type { ConnectionFlags } from "../connection/settings.ts";
import type { OutputFlags, RowFlags, SortKey } from "../terminal/result.ts";

/** Flags of every command. */
export type GlobalFlags = OutputFlags & ConnectionFlags;

export const outputFlags: FlagParametersForType<OutputFlags> = {
  json: { kind: "boolean", optional: true, withNegated: false, brief: "Print JSON, and errors as one JSON line" },
  ndjson: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print one JSON object per line, as they arrive",
  },
  csv: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print CSV that is safe to open in a spreadsheet",
  },
  csvRaw: { kind: "boolean", optional: true, withNegated: false, brief: "Print CSV with unchanged cells" },
  fields: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: ",",
    placeholder: "a,b",
    brief: "Print only these fields, in this order",
  },
  quiet: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print data and errors only: no notes, no progress",
  },
  output: {
    kind: "parsed",
    parse: readOutputName,
    optional: true,
    placeholder: "FILE",
    brief: "Write to a file, complete or not at all (format by .csv, .json or .ndjson)",
  },
  excel: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print CSV that Excel opens with a double click",
  },
};

/** Flags of commands that print rows. Spread into their flags. */
export const rowFlags: FlagParametersForType<RowFlags> = {
  sort: {
    kind: "parsed",
    parse: readSortKey,
    optional: true,
    variadic: ",",
    placeholder: "FIELD[:desc]",
    brief: "Sort by a field, or by several separated by commas",
  },
  limit: {
    kind: "parsed",
    parse: positiveInteger,
    optional: true,
    placeholder: "N",
    brief: "Print at most this many rows",
  },
};

function readSortKey(text: string): SortKey {
  const [, field, order = "asc"] = /^\s*(.+?)(?::(asc|desc))?\s*$/i.exec(text) ?? [];
  if (field === undefined || field.includes(":")) throw new Error(`\`${text}\` is not FIELD, FIELD:asc or FIELD:desc.`);
  return { field, descending: order.toLowerCase() === "desc" };
}

/** One-letter spellings of flags, for the commands that have these flags. */
export const FLAG_LETTERS = { q: "quiet", L: "limit" } as const;

export const connectionFlags: FlagParametersForType<ConnectionFlags> = {
  server: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "URL",
    brief: "Server, instead of CONNECT_SERVER",
  },
  apiKeyFile: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read the API key from a file or standard input",
  },
  profile: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "NAME",
    brief: "Use a server stored by `login`",
  },
  insecure: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Skip the check of the server's certificate",
  },
  debug: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Show requests on standard error, without secrets",
  },
};

/** Spread into the flags of every command. */
export const globalFlags: FlagParametersForType<GlobalFlags> = { ...outputFlags, ...connectionFlags };

function readOutputName(name: string): string {
  if (name !== "") return name;
  throw new Error("The name of the file is empty.");
}

/** Returns a flag's name as it is typed: `first-name` for `firstName`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Parses a whole number above 0. */
export function positiveInteger(text: string): number {
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new Error(`\`${text}\` is not a whole number above 0.`);
}
