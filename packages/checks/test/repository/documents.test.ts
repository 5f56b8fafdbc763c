import { isObject } from "@connect-sdk/api/internal";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { documents } from "../../src/acceptance/snippets/code-block.ts";
import { PUBLISHED, readObject, root } from "../../src/acceptance/workspace.ts";

const DECISIONS = "docs/decisions";
const decisions = readdirSync(join(root, DECISIONS)).filter((file) => file !== "README.md");
const pages = [
  ...documents(),
  ...[...decisions, "README.md"].map((file) => `${DECISIONS}/${file}`),
  // Folders whose README holds a proof.
  ...PUBLISHED.flatMap((name) =>
    readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("README.md"))
      .map((file) => `packages/${name}/src/${file.replaceAll("\\", "/")}`),
  ),
  "packages/checks/README.md",
];
/** How pages that npm shows link to files of this repository. */
const ON_GITHUB = "https://github.com/connect-sdk/connect-sdk/blob/main/";
/** How they link to pages of the site, which are Markdown files of this repository. */
const ON_THE_SITE = "https://connect-sdk.github.io/connect-sdk/";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the decisions", () => {
  test("are indexed in order, with their titles", () => {
    const entries = [...read(`${DECISIONS}/README.md`).matchAll(/^- \[(\d+)\. (.+?)\]\((.+?)\): .+\.$/gm)];
    expect(entries.map(([, , , file]) => file)).toEqual(decisions.toSorted());
    for (const [, number = "", title = "", file = ""] of entries) {
      expect(read(`${DECISIONS}/${file}`).split("\n")[0]).toBe(`# ${number}. ${title}`);
    }
  });

  test.each(decisions)("%s is named after its number and starts with the decision", (file) => {
    const [, number = "", decided = ""] = /^# (\d+)\. .+\n\n(\S+)/.exec(read(`${DECISIONS}/${file}`)) ?? [];
    expect(file).toMatch(new RegExp(`^${number.padStart(4, "0")}-[a-z0-9-]+\\.md$`));
    expect(decided).toBe("**Decided:**");
  });
});

describe.each(pages)("%s", (page) => {
  test("has no dead links", () => {
    const local = withoutBlocks(read(page)).replaceAll(`](${ON_GITHUB}`, `](${relative(dirname(page), ".")}/`);
    const linksToSite = [...read(page).matchAll(/\]\((https:[^)#]*)(?:#([^)]+))?\)/g)].filter(
      ([, url = "", anchor]) => {
        if (!url.startsWith(ON_THE_SITE)) return false;
        const file = fileOnSite(url.slice(ON_THE_SITE.length));
        return file === undefined || (anchor !== undefined && !anchorsOf(read(file)).has(anchor));
      },
    );
    expect(linksToSite.map(([link]) => link)).toEqual([]);
    const links = [...local.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    const dead = links.filter(([, path = "", anchor]) => {
      const file = path === "" ? page : join(dirname(page), path);
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(read(file)).has(anchor));
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  test("names only files that exist", () => {
    const named = [...read(page).matchAll(/`((?:packages|openapi|docs|scripts)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    );
    const generated = /\/(reports|dist)\//;
    expect(named.filter((path) => !generated.test(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  test("names only pnpm commands that exist", () => {
    const commands = [...read(page).matchAll(/\bpnpm (?:--filter @connect-sdk\/([a-z]+) )?([a-z][\w:-]*)/g)];
    const unknown = commands.filter(([, name, script = ""]) => !scriptsOf(name).includes(script));
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});

/** Returns the file of a page of the site. */
function fileOnSite(path: string): string | undefined {
  const [, name = "", page = ""] = /^packages\/(\w+)\/(.*)$/.exec(path) ?? [];
  if (path === "" || path === "overview") return "docs/README.md";
  const files =
    name === ""
      ? [`docs/${path}.md`, `docs/${path}README.md`]
      : [
          `packages/${name}/docs/${page}.md`,
          `packages/${name}/src/${page}/README.md`,
          `packages/${name}/${page}README.md`,
        ];
  return files.find((file) => existsSync(join(root, file)));
}

function withoutBlocks(markdown: string): string {
  return markdown.replaceAll(/^( *)```[^]*?^\1```$/gm, "");
}

/** Returns the anchors of the headings on GitHub and npm. */
function anchorsOf(markdown: string): Set<string> {
  const headings = withoutBlocks(markdown).matchAll(/^#+ (.+)$/gm);
  return new Set(
    Array.from(headings, ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function scriptsOf(name: string | undefined): string[] {
  const { scripts } = readObject(join(root, name === undefined ? "." : `packages/${name}`, "package.json"));
  return isObject(scripts) ? Object.keys(scripts) : [];
}
