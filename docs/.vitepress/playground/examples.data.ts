import { readFileSync } from "node:fs";

/** The examples of the READMEs that run in a browser, read when the site is built. */
export interface PlaygroundExample {
  readonly title: string;
  /** The file of the repository that it comes from. */
  readonly file: string;
  readonly code: string;
}

declare const data: readonly PlaygroundExample[];
export { data };

const FILES = [
  "packages/users/README.md",
  "packages/users/docs/recipes.md",
  "packages/lifecycle/README.md",
  "packages/testing/README.md",
];

export default {
  watch: FILES.map((file) => `../../../${file}`),
  load: (): PlaygroundExample[] => FILES.flatMap((file) => readExamples(file)),
};

/** Returns the code blocks that are whole programs, each titled by the heading above it. */
function readExamples(file: string): PlaygroundExample[] {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  const examples: PlaygroundExample[] = [];
  let heading = "";
  let exempt = false;
  for (const [, title, comment, code] of text.matchAll(/^#+ (.+)$|^<!-- (.+) -->$|^```ts\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title.replaceAll("`", "");
    if (comment !== undefined) exempt = /^no-(run|check)/.test(comment);
    if (code === undefined) continue;
    const imports = [...code.matchAll(/from "(.+)"/g)].map(([, name]) => name ?? "");
    const runs = imports.length > 0 && imports.every((name) => IN_THE_PAGE.has(name)) && !code.includes(".listen(");
    const number = examples.filter(({ title: other }) => other.startsWith(heading)).length;
    if (runs && !exempt) examples.push({ title: number === 0 ? heading : `${heading} (${number + 1})`, file, code });
    exempt = false;
  }
  return examples;
}

const IN_THE_PAGE: ReadonlySet<string> = new Set([
  "@connect-sdk/api",
  "@connect-sdk/lifecycle",
  "@connect-sdk/testing",
  "@connect-sdk/users",
]);
