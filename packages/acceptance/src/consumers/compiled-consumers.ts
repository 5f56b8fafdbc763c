import type { CompiledConsumer } from "./compile-and-run.ts";

const node = { lib: ["es2023"], types: ["node"] };
const browser = { lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"], types: [] };

/** Programs that have all four packages installed. */
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
    compilerOptions: { ...node, module: "nodenext", moduleResolution: "nodenext" },
  },
];

/** The tool that has nothing but `@connect-sdk/api`. */
export const typesOnly: CompiledConsumer = {
  name: "types and document only",
  fixture: "types-only",
  files: ["main.ts"],
  compilerOptions: {
    lib: ["es2023", "dom"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    resolveJsonModule: true,
  },
};
