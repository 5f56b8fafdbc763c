import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a changeset and the packages it is for. */
export interface PendingChange {
  packages: string[];
  text: string;
}

/** Reads the changesets of a checkout. */
export function pendingChanges(checkout: string): PendingChange[] {
  const folder = join(checkout, ".changeset");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => {
      const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, file), "utf8"));
      const [, front = "", text = ""] = parts ?? [];
      const packages = [...front.matchAll(/^"?(@connect-sdk\/\w+)"?:/gm)].flatMap(([, name]) =>
        name === undefined ? [] : [name],
      );
      if (packages.length === 0 || text.trim() === "")
        throw new Error(`.changeset/${file} names no package or says nothing.`);
      return { packages, text: text.trim() };
    });
}
