import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { documents } from "../../src/acceptance/snippets/code-block.ts";
import { isObject, readObject, root } from "../../src/acceptance/workspace.ts";

const DECISIONS = "docs/decisions";
const decisions = readdirSync(join(root, DECISIONS)).filter((file) => file !== "README.md");
const pages = [...documents(), ...[...decisions, "README.md"].map((file) => `${DECISIONS}/${file}`)];

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the decisions", () => {
  test("are indexed in their order, each under its title", () => {
    const entries = [...read(`${DECISIONS}/README.md`).matchAll(/^- \[(\d+)\. (.+?)\]\((.+?)\): .+\.$/gm)];
    expect(entries.map(([, , , file]) => file)).toEqual(decisions.toSorted());
    for (const [, number = "", title = "", file = ""] of entries) {
      expect(read(`${DECISIONS}/${file}`).split("\n")[0]).toBe(`# ${number}. ${title}`);
    }
  });

  test.each(decisions)("%s is called by its number and says first what was decided", (file) => {
    const [, number = "", decided = ""] = /^# (\d+)\. .+\n\n(\S+)/.exec(read(`${DECISIONS}/${file}`)) ?? [];
    expect(file).toMatch(new RegExp(`^${number.padStart(4, "0")}-[a-z0-9-]+\\.md$`));
    expect(decided).toBe("**Decided:**");
  });
});

describe.each(pages)("%s", (page) => {
  test("links to what is there", () => {
    const links = [...withoutBlocks(read(page)).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    const dead = links.filter(([, path = "", anchor]) => {
      const file = path === "" ? page : join(dirname(page), path);
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(read(file)).has(anchor));
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  test("names files that are there", () => {
    const named = [...read(page).matchAll(/`((?:packages|openapi|docs|scripts)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    );
    const written = /\/(reports|dist)\//;
    expect(named.filter((path) => !written.test(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  test("names pnpm commands that are there", () => {
    const commands = [...read(page).matchAll(/\bpnpm (?:--filter @connect-sdk\/([a-z]+) )?([a-z][\w:-]*)/g)];
    const unknown = commands.filter(([, name, script = ""]) => !scriptsOf(name).includes(script));
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});

function withoutBlocks(text: string): string {
  return text.replaceAll(/^( *)```[^]*?^\1```$/gm, "");
}

/** The names that headings get on GitHub and npm. */
function anchorsOf(text: string): Set<string> {
  const headings = withoutBlocks(text).matchAll(/^#+ (.+)$/gm);
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
