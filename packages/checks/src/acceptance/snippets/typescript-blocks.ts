import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { transform } from "esbuild";
import ts from "typescript";
import { expectSuccess } from "../run-command.ts";
import { checks, root } from "../workspace.ts";
import { type CodeBlock, placeOf } from "./code-block.ts";

/** Code blocks in TypeScript, written to files in a folder from which the packages can be imported. */
export class TypeScriptBlocks {
  readonly #folder = join(checks, "reports", "snippets");
  readonly #problems = new Map<string, string[]>();

  /** Type-checks all blocks in one program, against the sources of the packages. */
  constructor(blocks: readonly CodeBlock[]) {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    // Otherwise Vitest would find the configuration of this package.
    writeFileSync(join(this.#folder, "vitest.config.mjs"), "export default {};\n");
    for (const block of blocks) writeFileSync(this.#fileOf(block), contextOf(block) + block.code);
    const program = ts.createProgram(
      blocks.map((block) => this.#fileOf(block)),
      compilerOptions(),
    );
    for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
      const name = file === undefined ? "" : basename(file.fileName);
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      const problem = `line ${line} of the block: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
      this.#problems.set(name, [...(this.#problems.get(name) ?? []), problem]);
    }
  }

  /** @throws Error with the diagnostics of a block. */
  expectTyped(block: CodeBlock): void {
    const problems = this.#problems.get(basename(this.#fileOf(block))) ?? [];
    if (problems.length > 0) throw new Error([`${placeOf(block)} does not compile:`, ...problems].join("\n"));
  }

  /** Runs a block against a fake server, on the runner that it is written for. Throws when it fails. */
  async expectRuns(block: CodeBlock): Promise<void> {
    const source = this.#fileOf(block);
    if (/from "(vitest|@connect-sdk\/testing\/vitest)"/.test(block.code)) {
      const test = source.replace(/\.ts$/, ".test.ts");
      writeFileSync(test, block.code);
      const vitest = join(checks, "node_modules", "vitest", "vitest.mjs");
      const args = ["run", "--root", this.#folder, basename(test)];
      await expectSuccess(process.execPath, [vitest, ...args], { cwd: checks });
      return;
    }
    // The oldest supported Node does not know `await using`.
    const supported = { "import-attributes": true };
    const { code } = await transform(block.code, { loader: "ts", format: "esm", target: "es2022", supported });
    const script = source.replace(/\.ts$/, ".mjs");
    writeFileSync(script, code);
    const harness = join(import.meta.dirname, "run-snippet.mjs");
    await expectSuccess(process.execPath, [harness, script], { cwd: this.#folder, timeout: 20_000 });
  }

  #fileOf(block: CodeBlock): string {
    return join(this.#folder, `${block.file.replaceAll(/\W+/g, "-")}-${block.line}.ts`);
  }
}

/** The names that a block can use when an earlier block of the same file declared them. `run-snippet.mjs` has the values. */
const CONTEXT = {
  api: 'import("@connect-sdk/api").ConnectClient',
  connection: 'import("@connect-sdk/users").Connection',
  fake: 'import("@connect-sdk/testing").FakeConnect',
  me: 'import("@connect-sdk/users").User',
  user: 'import("@connect-sdk/users").User',
  users: 'import("@connect-sdk/users").Users',
};

/** Returns the declarations in one line, which keeps line numbers easy to map. */
function contextOf({ code, before }: CodeBlock): string {
  const declared = Object.entries(CONTEXT).filter(([name]) => introduces(before, name) && !introduces(code, name));
  return `${declared.map(([name, type]) => `declare const ${name}: ${type};`).join(" ")}\n`;
}

function introduces(code: string, name: string): boolean {
  return new RegExp(`\\b(const|let) (\\{[^}]*\\b${name}\\b[^}]*\\}|${name}\\b)`).test(code);
}

function compilerOptions(): ts.CompilerOptions {
  const base = ts.readConfigFile(join(root, "tsconfig.base.json"), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, root);
  return {
    ...options,
    lib: [
      "lib.es2023.d.ts",
      "lib.dom.d.ts",
      "lib.dom.iterable.d.ts",
      "lib.dom.asynciterable.d.ts",
      "lib.esnext.disposable.d.ts",
    ],
    types: ["node"],
    typeRoots: [join(checks, "node_modules", "@types")],
    // A snippet shows how to get a value, and need not use it.
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
}
