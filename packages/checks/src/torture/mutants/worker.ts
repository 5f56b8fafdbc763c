import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { configDefaults } from "vitest/config";
import { isObject } from "@connect-sdk/api/internal";
import { BaseSequencer, createVitest, type TestModule, type TestSpecification, type Vitest } from "vitest/node";
import { folderOf, PUBLISHED } from "../../acceptance/workspace.ts";
import { type CoverageCache, type CoveredTest, openCoverageCache, type TimedTest } from "./coverage-cache.ts";
import { instrument } from "./coverage.ts";
import { AREAS, readSources } from "./sources.ts";

// Runs tests with one mutation after the other, in a process of its own: a mutation may make it hang.
// Usage: `worker.ts PACKAGE [areas]`, with messages from and to its parent.

/** What the parent asks for. */
export type Order =
  /** Run all tests without a mutation. */
  | { readonly kind: "cover"; readonly folder: string }
  | {
      readonly kind: "run";
      /** The file that is mutated, and its new content. */
      readonly path: string;
      readonly code: string;
      /** The test files in this order, as parts of their paths. */
      readonly files: readonly string[];
    };

/** What the worker found out. */
export type Reply =
  | { readonly kind: "ready" }
  /** A test file has ended, and others follow. */
  | { readonly kind: "progress" }
  | { readonly kind: "covered"; readonly tests: readonly CoveredTest[] }
  | ({ readonly kind: "ran"; readonly tests: readonly TimedTest[] } & Outcome);

/** What became of the tests. */
export interface Outcome {
  /** A test that ran into a time limit proves nothing on a busy machine. */
  readonly outcome: "passed" | "failed" | "timed out";
  /** The test files that did not pass. */
  readonly red: readonly string[];
}

/** Tests that start programs. Those read the original files, so they reach no mutation of an area. */
const EXCLUDED = [
  "**/node_modules/**",
  "test/{browser,cli,examples,recipes}/**",
  "test/{completion,environment,libreoffice,locks,output-file,process,sign-in-processes,system-keyring,terminal}.test.ts",
];

/** Keeps the order of the parent. */
class GivenOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const [packageName, purpose] = process.argv.slice(2);
const owner = PUBLISHED.find((name) => name === packageName);
if (owner === undefined) throw new TypeError(`Unknown package: ${packageName ?? ""}.`);
const isForAreas = purpose === "areas";
const root = folderOf(owner);
const openCache = (): CoverageCache => openCoverageCache(owner);
/** What a run without a mutation watches: every area that these tests test. */
const watched = AREAS.filter(({ tests }) => isForAreas && tests.includes(owner)).flatMap((area) => readSources(area));
/** The code that takes the place of files, while Vitest loads them. The files themselves do not change. */
let replaced: ReadonlyMap<string, string> = new Map();

process.on("message", (order: Order) => {
  void (order.kind === "cover" ? cover(order.folder) : run(order)).then((reply) => process.send?.(reply));
});
process.on("disconnect", () => process.exit());

const mutating = await open(1, []);
process.send?.({ kind: "ready" } satisfies Reply);

function open(bail: number, setupFiles: readonly string[]): Promise<Vitest> {
  return createVitest(
    "test",
    {
      root,
      config: join(root, "vitest.config.ts"),
      watch: false,
      exclude: isForAreas ? [...EXCLUDED] : [...configDefaults.exclude],
      bail,
      maxWorkers: 1,
      // Each test file loads the code again, so that it is known which files load what.
      isolate: setupFiles.length > 0,
      setupFiles: [...setupFiles],
      reporters: [{ onTestModuleEnd: reportProgress }],
      sequence: { sequencer: GivenOrder },
    },
    {
      plugins: [
        {
          name: "mutate",
          enforce: "pre",
          transform: (_code, id) => replaced.get(id.split("?")[0] ?? ""),
        },
      ],
    },
  );
}

function reportProgress(): void {
  process.send?.({ kind: "progress" } satisfies Reply);
}

async function cover(folder: string): Promise<Reply> {
  const cache = openCache();
  replaced = new Map(watched.map((source) => [source.path, instrument(source)]));
  process.env["MUTANTS_COVERAGE"] = folder;
  const vitest = await open(0, [new URL("coverage-setup.ts", import.meta.url).pathname]);
  const all = await vitest.globTestSpecifications();
  const unknown = all.filter(({ moduleId }) => cache.get(moduleId) === undefined);
  const { testModules } = await vitest.runTestSpecifications(unknown);
  await vitest.close();
  replaced = new Map();
  const entered = new Map(
    readdirSync(folder).map((name) => {
      // Written by `coverage-setup.ts`.
      const report = JSON.parse(readFileSync(join(folder, name), "utf8")) as { file: string; entered: string[] };
      return [report.file, report.entered];
    }),
  );
  const tests = testModules.map((module) => ({
    ...timed(module),
    isGreen: module.ok(),
    entered: entered.get(module.moduleId) ?? [],
  }));
  cache.keep(tests.filter(({ isGreen }) => isGreen));
  const known = all.flatMap(({ moduleId }) => cache.get(moduleId) ?? []);
  return { kind: "covered", tests: [...known, ...tests.filter(({ isGreen }) => !isGreen)] };
}

async function run({ path, code, files }: Extract<Order, { kind: "run" }>): Promise<Reply> {
  replaced = new Map([[path, code]]);
  mutating.invalidateFile(path);
  // Failures of the runs before would end this one.
  mutating.state.filesMap.clear();
  mutating.state.idMap.clear();
  mutating.state.clearErrors();
  const all = await mutating.globTestSpecifications();
  const specifications = new Set(files.flatMap((file) => all.filter(({ moduleId }) => moduleId.includes(file))));
  if (specifications.size === 0) throw new TypeError(`No test file matches ${files.join(", ")}.`);
  const { testModules, unhandledErrors } = await mutating.runTestSpecifications([...specifications]);
  replaced = new Map();
  mutating.invalidateFile(path);
  const messages = [
    ...unhandledErrors.map((error) => messageOf(error)),
    ...testModules.flatMap((module) => [...module.errors(), ...failuresOf(module)]).map(({ message }) => message),
  ];
  const tests = testModules.map(timed);
  const red = testModules.filter((module) => !module.ok()).map(({ moduleId }) => moduleId);
  if (red.length === 0 && messages.length === 0) return { kind: "ran", outcome: "passed", red, tests };
  const isTimeLimit = messages.length > 0 && messages.every((message) => TIME_LIMIT.test(message));
  return { kind: "ran", outcome: isTimeLimit ? "timed out" : "failed", red, tests };
}

/** Messages of Vitest about a test, a hook, or one of its own processes that took too long. */
const TIME_LIMIT = /^\[vitest-[\w-]+\]: Timeout |^(?:Test|Hook) timed out in /;

function timed(module: TestModule): TimedTest {
  const { duration, collectDuration } = module.diagnostic();
  return { file: module.moduleId, milliseconds: duration + collectDuration };
}

function failuresOf(module: TestModule): readonly { readonly message: string }[] {
  return [...module.children.allTests("failed")].flatMap((test) => test.result().errors ?? []);
}

function messageOf(error: unknown): string {
  return isObject(error) ? String(error["message"]) : String(error);
}
