import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED, root } from "../workspace.ts";

/** The Markdown files whose code blocks must be right, relative to the repository. */
export function documents(): string[] {
  const docs = readdirSync(join(root, "docs")).map((file) => `docs/${file}`);
  const readmes = PUBLISHED.map((name) => `packages/${name}/README.md`);
  const all = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    ...docs.filter((file) => file.endsWith(".md")),
    ...readmes,
  ];
  return all.filter((file) => existsSync(join(root, file)));
}
