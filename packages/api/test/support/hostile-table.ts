import { hostileAnswers } from "../hostile-answers.ts";
import { observeConnectClient, observeRawClient } from "./observe.ts";

const BEGIN = "<!-- hostile answers: written by `pnpm --filter @connect-sdk/api docs:hostile` -->";
const END = "<!-- end of hostile answers -->";

/** A README with the table of hostile answers brought up to date, by trying each on both clients. */
export async function withHostileTable(readme: string): Promise<string> {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The README lacks ${BEGIN} or ${END}.`);
  return `${readme.slice(0, begin) + BEGIN}\n\n${await table()}\n\n${readme.slice(end)}`;
}

async function table(): Promise<string> {
  const rows: string[][] = [["asked for", "what happens", "openapi-fetch 0.17", "this client"], []];
  for (const answer of hostileAnswers) {
    const outcomes = [await observeRawClient(answer), await observeConnectClient(answer)];
    rows.push([`\`${answer.operation}\``, answer.title, ...outcomes]);
  }
  return pad(rows);
}

/** Lines the columns up, as the formatter does. */
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
