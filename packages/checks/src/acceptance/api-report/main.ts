import { isObject } from "@connect-sdk/api/internal";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { format } from "prettier";
import { Checklist } from "../checklist.ts";
import { runCommand } from "../run-command.ts";
import { folderOf, inTemporaryFolder, PUBLISHED, type PublishedPackage, readObject, root } from "../workspace.ts";
import { publicSurfaces, type Surface } from "./public-surface.ts";

/** `check:api-report`: compares the public surface with the committed reports. `--accept` writes them. */
const accept = process.argv.includes("--accept");
const checklist = new Checklist("public surface", "api-report");

for (const name of PUBLISHED) {
  const file = join(folderOf(name), "api-report.md");
  await checklist.check(`@connect-sdk/${name}`, "as committed", async () => {
    const report = await renderReport(name);
    if (accept) writeFileSync(file, report);
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    await expectUnchanged(
      file,
      committed,
      report,
      "If that is intended, accept it with `pnpm api-report`, add a changeset, and commit both.",
    );
  });
}

checklist.finish();

/** Returns everything that users of a package can import, as Markdown. The package must be built. */
async function renderReport(name: PublishedPackage): Promise<string> {
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

/** An entry of `exports`. */
interface ExportedFile {
  /** The import specifier, such as `@connect-sdk/api/schema`. */
  specifier: string;
  file: string;
  /** The declarations; undefined for JSON. */
  types: string | undefined;
}

/** Returns the files that a package exports when it is published. */
function exportedFiles(name: PublishedPackage): ExportedFile[] {
  const folder = folderOf(name);
  const { publishConfig } = readObject(join(folder, "package.json"));
  const exports = isObject(publishConfig) ? publishConfig["exports"] : undefined;
  if (!isObject(exports)) throw new Error(`@connect-sdk/${name} has no publishConfig.exports.`);
  return Object.entries(exports).map(([path, target]) => {
    const specifier = `@connect-sdk/${name}${path.slice(1)}`;
    if (typeof target === "string") return { specifier, file: join(folder, target), types: undefined };
    if (!isObject(target) || typeof target["default"] !== "string" || typeof target["types"] !== "string") {
      throw new Error(`${specifier} needs "types" and "default" in publishConfig.exports.`);
    }
    return { specifier, file: join(folder, target["default"]), types: join(folder, target["types"]) };
  });
}

/** Throws an error with a diff and advice when the current report differs from the committed one. */
async function expectUnchanged(file: string, committed: string, current: string, advice: string): Promise<void> {
  if (committed === current) return;
  const diff = await inTemporaryFolder("diff", async (folder) => {
    const [before, after] = [join(folder, "committed"), join(folder, "current")];
    writeFileSync(before, committed);
    writeFileSync(after, current);
    const { stdout } = await runCommand("git", ["diff", "--no-index", "--no-color", before, after], { cwd: folder });
    // The first four lines name temporary files.
    return stdout.split("\n").slice(4).join("\n");
  });
  throw new Error(`${relative(root, file)} changed:\n\n${diff}\n${advice}`);
}
