import { hostileResponses } from "../hostile-responses.ts";
import { observeConnectClient, observeRawClient } from "./observe.ts";

const BEGIN = "<!-- hostile responses: written by `pnpm --filter @connect-sdk/api docs:hostile` -->";
const END = "<!-- end of hostile responses -->";

/** Returns a README with an updated table of hostile responses, by trying each on both clients. */
export async function withHostileTable(readme: string): Promise<string> {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The README lacks ${BEGIN} or ${END}.`);
  return `${readme.slice(0, begin) + BEGIN}\n\n${await table()}\n\n${readme.slice(end)}`;
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
function pad(rows: readonly (readonly string[])[]): string {
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
