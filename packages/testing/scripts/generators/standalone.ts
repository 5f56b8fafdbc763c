import type { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface CompileOptions {
  /** For large validators: a third of the size, at the price of unreadable code. */
  minify?: boolean;
}

/** Compiles schemas to one `const compiled` with a validator for each name. The code needs neither ajv nor the schemas. */
export async function compileStandalone(
  ajv: Ajv2020,
  references: Record<string, string>,
  { minify = false }: CompileOptions = {},
): Promise<string> {
  const code = standaloneCode.default(ajv, references).replaceAll(/^export /gm, "");
  const table = `export const compiled = { ${Object.keys(references).join(", ")} };`;
  const bundled = (await bundle(`${code}\n${table}`, minify))
    .replace(/export \{\s*compiled\s*\};\s*$/, "")
    .replace(/export\{([\w$]+) as compiled\};\s*$/, "\nconst compiled = $1;\n");
  return (await licensesOf("ajv", "ajv-formats")) + bundled;
}

/** Inlines the few functions of ajv that compiled code calls. */
async function bundle(code: string, minify: boolean): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    target: "es2022",
    legalComments: "none",
    minify,
    write: false,
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing");
  // esbuild names the files it took the code from, including versions: an upgrade without changes is not drift.
  return file.text.replaceAll(/^ *\/\/ .*\n/gm, "").replaceAll(/"(?:\.\.\/)*node_modules\/[^"]*"/g, '"bundled"');
}

/** Removes what compiled code does not need: descriptions, examples and our extensions. */
export function withoutProse(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      (key === "description" && typeof value === "string") || key === "example" || key.startsWith("x-connect-")
        ? undefined
        : value,
    ),
  );
}

/**
 * Returns the licenses of the packages whose code is in the compiled validators, as a comment that bundlers keep as long as a
 * statement with code follows.
 */
async function licensesOf(...packages: string[]): Promise<string> {
  const notices = packages.map(async (name) => {
    const manifest = fileURLToPath(import.meta.resolve(`${name}/package.json`));
    const license = await readFile(join(dirname(manifest), "LICENSE"), "utf8");
    return `Contains code of ${name}.\n\n${license.trim()}`;
  });
  const lines = (await Promise.all(notices)).join("\n\n").split("\n");
  return `/*!\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
