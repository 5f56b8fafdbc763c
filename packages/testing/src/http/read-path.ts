import { Problem } from "../errors/problem.ts";
import { isGuid } from "../state/guid.ts";

/** Path parameters with guids checked and in lower case. Throws a `Problem` for what cannot be a guid. */
export function readPath(sent: Readonly<Record<string, string>>): Record<string, string> {
  const path: Record<string, string> = {};
  for (const name in sent) {
    const value = sent[name] ?? "";
    path[name] = name.endsWith("guid") ? readGuid(value) : value;
  }
  return path;
}

function readGuid(text: string): string {
  if (!isGuid(text)) throw new Problem("InvalidId", `Not a valid GUID: ${text}`);
  return text.toLowerCase();
}
