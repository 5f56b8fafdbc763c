import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expectSuccess } from "../run-command.ts";
import type { Compiler } from "./compilers.ts";

/** A program of `consumers/` and how a stranger compiles it. */
export interface CompiledConsumer {
  /** The row in the table. */
  name: string;
  /** The folder below `consumers/`. */
  fixture: string;
  /** What is compiled, below the folder. */
  files: readonly string[];
  /** The compiled file that must end with 0 and print `ok`; by default the first of `files`. */
  run?: string;
  /** Files that are not compiled but needed to run. */
  copy?: readonly string[];
  /** Compiler options over the strict ones that all have. */
  compilerOptions: Record<string, unknown>;
}

/** Compiles a consumer in a project that has the packages and a copy of `consumers/`, every declaration file included, and runs the result. */
export async function compileAndRun(project: string, consumer: CompiledConsumer, compiler: Compiler): Promise<void> {
  const { fixture, files, copy = [], compilerOptions } = consumer;
  const cell = `${consumer.name}-${compiler.name}`.replaceAll(/[^\w.]+/g, "-");
  const sources = join(project, fixture);
  const out = join(project, "out", cell);

  const config = join(project, `tsconfig.${cell}.json`);
  const options = { ...STRICT, rootDir: sources, outDir: out, ...compilerOptions };
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: files.map((file) => join(sources, file)) }));
  await expectSuccess(process.execPath, [compiler.tsc, "-p", config], { cwd: project });

  for (const file of copy) cpSync(join(sources, file), join(out, basename(file)));
  const script = join(out, consumer.run ?? compiledName(files[0] ?? "main.ts"));
  await expectOk(script, project);
}

/** Runs a script that must print `ok` and nothing else: no warning either. */
export async function expectOk(script: string, cwd: string): Promise<void> {
  const printed = await expectSuccess(process.execPath, [script], { cwd });
  if (printed.trim() !== "ok") throw new Error(`${script} printed ${JSON.stringify(printed)} instead of ok.`);
}

const STRICT = {
  target: "es2023",
  strict: true,
  skipLibCheck: false,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmitOnError: true,
};

function compiledName(file: string): string {
  return file.replace(/\.([cm]?)ts$/, ".$1js");
}
