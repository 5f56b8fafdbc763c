import { format } from "prettier";
import { exportedFiles } from "../exported-files.ts";
import { folderOf, type PublishedPackage } from "../workspace.ts";
import { publicSurfaces, type Surface } from "./public-surface.ts";

/** Writes down everything that users of a package can import and see, as Markdown. Needs the package to be built. */
export async function renderReport(name: PublishedPackage): Promise<string> {
  const entries = exportedFiles(name).flatMap(({ specifier, types }) =>
    types === undefined ? [] : [[specifier, types] as const],
  );
  const surfaces = publicSurfaces(folderOf(name), new Map(entries));
  const head = [
    `# Public surface of @connect-sdk/${name}`,
    "",
    "Written by `pnpm api-report` from the built declarations, without comments. A change here is a change for users: it needs a changeset.",
  ];
  const sections = await Promise.all(surfaces.map(renderSurface));
  return [...head, ...sections, ""].join("\n");
}

async function renderSurface({ specifier, exported, hidden }: Surface): Promise<string> {
  const lines = ["", `## \`${specifier}\``, "", "```ts", await typescript(exported), "```"];
  if (hidden.length > 0)
    lines.push("", "Not exported, but part of what is:", "", "```ts", await typescript(hidden), "```");
  return lines.join("\n");
}

async function typescript(declarations: readonly string[]): Promise<string> {
  return (await format(declarations.join("\n\n"), { parser: "typescript", printWidth: 120 })).trimEnd();
}
