import { hostileResponses } from "../hostile-responses.ts";
import { observeConnectClient, observeRawClient } from "./observe.ts";

const BEGIN = "<!-- hostile responses: written by `pnpm --filter @connect-sdk/api docs:hostile` -->";
const END = "<!-- end of hostile responses -->";

/** Returns a page with an updated table of hostile responses, by trying each on both clients. */
export async function withHostileTable(page: string): Promise<string> {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} or ${END}.`);
  return `${page.slice(0, begin) + BEGIN}\n\n${await table()}\n\n${page.slice(end)}`;
}

async function table(): Promise<string> {
  const rows: string[][] = [["call", "what happens", "openapi-fetch 0.17", "this client"], []];
  for (const hostile of hostileResponses) {
    const outcomes = [await observeRawClient(hostile), await observeConnectClient(hostile)];
    rows.push([`\`${hostile.operation}\``, hostile.title, ...outcomes]);
  }
  return pad(rows);
}

/** Aligns the columns like the formatter. */
export function pad(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row, index) => {
      const cells = widths.map((width, column) =>
        index === 1 ? "-".repeat(width) : (row[column] ?? "").padEnd(width),
      );
      return `| ${cells.join(" | ")} |`;
    })
    .join("\n");
}
