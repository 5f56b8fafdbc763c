import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expectSuccess } from "../run-command.ts";
import { checks, readObject } from "../workspace.ts";

/** A program in `consumers/` and how to compile it. */
export interface CompiledConsumer {
  /** The row in the table. */
  name: string;
  /** The folder below `consumers/`. */
  fixture: string;
  /** The files to compile, relative to the folder. */
  files: readonly string[];
  /** The compiled file that must exit with 0 and print `ok`. Default: the first of `files`. */
  run?: string;
  /** Files that are needed at run time and not compiled. */
  copy?: readonly string[];
  /** The first TypeScript that can compile it, such as `5.8`. Default: the oldest supported one. */
  since?: string;
  /** Options in addition to the strict ones of all consumers. */
  compilerOptions: Record<string, unknown>;
}

/** Compiles a consumer in a project with the packages and a copy of `consumers/`, checking all declaration files, and runs the result. */
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

/** Runs a script that must print `ok` and nothing else, not even a warning. */
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

/** A version of TypeScript that consumers use. */
export interface Compiler {
  /** Such as `TypeScript 5.9.3`. */
  name: string;
  /** Such as `5.9.3`. */
  version: string;
  /** The script that `node` runs. */
  tsc: string;
  /** Whether `check:consumers` uses it without `--all-compilers`. */
  everyTime: boolean;
}

/** The oldest supported version, one in between, the one that the build uses, and the newest, which is the fastest. */
export const COMPILERS: readonly Compiler[] = ["typescript-5.6", "typescript-5.9", "typescript", "typescript-7.0"].map(
  (dependency) => {
    const folder = join(checks, "node_modules", dependency);
    const { version } = readObject(join(folder, "package.json"));
    return {
      name: `TypeScript ${String(version)}`,
      version: String(version),
      tsc: join(folder, "bin", "tsc"),
      everyTime: dependency === "typescript-7.0",
    };
  },
);

// The oldest supported library.
const node = { lib: ["es2022"], types: ["node"] };
const browser = { lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"], types: [] };

/** Programs in a project with all packages. */
export const compiledConsumers: readonly CompiledConsumer[] = [
  {
    name: "Node program, node16",
    fixture: "program",
    files: ["main.ts"],
    compilerOptions: { ...node, module: "node16", moduleResolution: "node16" },
  },
  {
    name: "Node program, nodenext",
    fixture: "program",
    files: ["main.ts"],
    compilerOptions: { ...node, module: "nodenext", moduleResolution: "nodenext", exactOptionalPropertyTypes: true },
  },
  {
    name: "Node program, bundler",
    fixture: "program",
    files: ["main.ts"],
    compilerOptions: { ...node, module: "esnext", moduleResolution: "bundler" },
  },
  {
    name: "browser page, bundler",
    fixture: "page",
    files: ["main.ts", "bundle.ts"],
    run: "run.mjs",
    copy: ["run.mjs"],
    compilerOptions: { ...browser, module: "esnext", moduleResolution: "bundler", exactOptionalPropertyTypes: true },
  },
  {
    name: "CommonJS program, nodenext",
    fixture: "commonjs",
    files: ["caller.cts"],
    // `require()` of ES modules.
    since: "5.8",
    compilerOptions: { ...node, module: "nodenext", moduleResolution: "nodenext" },
  },
];

/** A tool in a project with nothing but `@connect-sdk/api`. */
export const typesOnly: CompiledConsumer = {
  name: "types and document only",
  fixture: "types-only",
  files: ["main.ts"],
  compilerOptions: {
    lib: ["es2022", "dom"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    resolveJsonModule: true,
  },
};
