import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/**
 * Replaces what stands between the two markers of a Markdown file, and formats it as the repository's formatter would.
 *
 * @returns false if there is no such file, or it has no markers; nothing is written then.
 */
export async function writeBetweenMarkers(file: string, text: string): Promise<boolean> {
  let before: string;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    return false;
  }
  const start = before.indexOf(START);
  const end = before.indexOf(END);
  if (start < 0 || end < start) return false;
  const after = `${before.slice(0, start + START.length)}\n\n${text}\n\n${before.slice(end)}`;
  writeFileSync(file, await format(after, { ...(await resolveConfig(file)), parser: "markdown" }));
  return true;
}
