import { isObject } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { RowProblem } from "@connect-sdk/lifecycle";
import { type ColumnFinder, type FileRows, type RawCell, type RawRow, repetitionFix, unknownField } from "./columns.ts";

/** How to read JSON. */
export interface JsonOptions<Column extends string> {
  /** Name of the file, for messages. */
  readonly name: string;
  readonly columns: ColumnFinder<Column>;
  /** The column of a row that is a string instead of an object. Default: such rows are invalid. */
  readonly stringColumn?: Column | undefined;
}

/**
 * Reads one JSON object per line, with fields named like the columns of CSV. A missing or null field leaves it unchanged; an
 * empty string clears it.
 *
 * @throws CliError of kind `usage` if there are no rows.
 */
export function readNdjson<Column extends string>(
  text: string,
  options: JsonOptions<Column>,
): FileRows<RawRow<Column>> {
  const reader = new RowReader(options);
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === "") return;
    const place = { line: at + 1, column: 1 };
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      reader.report({ ...place, column: positionOf(error) + 1, message: "this line is not JSON", fix: FIX_LINE });
      return;
    }
    reader.add(json, { ...place, source: line, what: "this line" });
  });
  if (reader.isEmpty) throw usageError(`${options.name} is empty.`, "Add one JSON object per line.");
  return reader.result();
}

/**
 * Reads an array of JSON objects, such as the output of `list --json`. Fields are as in NDJSON.
 *
 * @throws CliError of kind `usage` if the text is not a JSON array, or if there are no rows.
 */
export function readJsonArray<Column extends string>(
  text: string,
  options: JsonOptions<Column>,
): FileRows<RawRow<Column>> {
  const { name } = options;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const before = text.slice(0, positionOf(error)).split("\n");
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    throw usageError(`${name}, ${place}: this is not JSON.`, "Check that the file is complete.");
  }
  if (!Array.isArray(json)) throw usageError(`${name} is not a JSON array.`, FIX_ARRAY);
  const reader = new RowReader(options);
  const elements = elementsOf(text);
  json.forEach((value: unknown, at) => {
    const { line = 1, column = 1, source = "" } = elements[at] ?? {};
    reader.add(value, { line, column, source, what: "this element" });
  });
  if (reader.isEmpty) throw usageError(`${name} is empty.`, FIX_ARRAY);
  return reader.result();
}

const FIX_LINE = 'Write one object per line, such as {"username":"jdoe","user_role":"viewer"}.';
const FIX_ARRAY = 'Write an array of objects, such as [{"username":"jdoe","user_role":"viewer"}].';

interface Place {
  readonly line: number;
  /** Number of the character at which the value starts, from 1. */
  readonly column: number;
  /** The text of the value. */
  readonly source: string;
  readonly what: string;
}

/** Collects the rows of JSON values, and what is wrong with the others. */
class RowReader<Column extends string> {
  readonly #options: JsonOptions<Column>;
  readonly #rows: RawRow<Column>[] = [];
  readonly #problems: RowProblem[] = [];
  readonly #ignored = new Set<string>();

  constructor(options: JsonOptions<Column>) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#rows.length + this.#problems.length === 0;
  }

  report(problem: RowProblem): void {
    this.#problems.push(problem);
  }

  add(json: unknown, { line, column, source, what }: Place): void {
    const { columns, stringColumn } = this.#options;
    if (typeof json === "string" && stringColumn !== undefined) {
      this.#rows.push({ line, cells: new Map([[stringColumn, { value: json, column }]]) });
      return;
    }
    if (!isObject(json)) {
      this.report({ line, column, message: `${what} is not a JSON object`, fix: FIX_LINE });
      return;
    }
    const cells = new Map<Column, RawCell>();
    for (const [name, value] of Object.entries(json)) {
      const fields = columns.find(name);
      if (fields?.length === 0) {
        if (!columns.isIgnored(name)) this.#ignored.add(name);
        continue;
      }
      const at = Math.max(0, source.indexOf(JSON.stringify(name)));
      const start = source.lastIndexOf("\n", at);
      const place = { line: line + countLines(source, at), column: start < 0 ? column + at : at - start };
      if (fields === undefined) {
        this.report(unknownField(name, place, { taken: Object.keys(json), columns }));
        return;
      }
      const twice = fields.find((field) => cells.has(field));
      if (twice !== undefined) {
        const earlier = Object.keys(json).find((each) => columns.find(each)?.includes(twice)) ?? name;
        const message = `\`${twice}\` is there twice`;
        this.report({ ...place, field: twice, message, fix: repetitionFix({ name, earlier }) });
        return;
      }
      if (value !== null) for (const field of fields) cells.set(field, { value, column: place.column });
    }
    this.#rows.push({ line, cells });
  }

  result(): FileRows<RawRow<Column>> {
    return { rows: this.#rows, problems: this.#problems, ignored: [...this.#ignored] };
  }
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Returns where the elements of a valid JSON array are. */
function elementsOf(text: string): { line: number; column: number; source: string }[] {
  const elements: { line: number; column: number; source: string }[] = [];
  let [line, lineStart, depth] = [1, 0, 0];
  let start: { at: number; line: number; column: number } | undefined;
  const finish = (end: number): void => {
    if (start !== undefined) elements.push({ ...start, source: text.slice(start.at, end).trimEnd() });
    start = undefined;
  };
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]|\n|[^\s"[\]{},]+/g)) {
    if (token === "\n") {
      line += 1;
      lineStart = index + 1;
      continue;
    }
    const closes = token === "]" || token === "}";
    if (closes) depth -= 1;
    if (depth === 1 && token === ",") finish(index);
    else if (depth === 0 && closes) finish(index);
    else if (depth === 1 && !closes) start ??= { at: index, line, column: index - lineStart + 1 };
    if (token === "[" || token === "{") depth += 1;
  }
  return elements;
}

/** Returns the position of a syntax error. Engines word it differently, or leave it out. */
function positionOf(error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined ? 0 : Number(position);
}
