import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { checks, folderOf, PUBLISHED, root } from "../../acceptance/workspace.ts";

const KEPT_IN = join(root, "node_modules", ".cache", "connect-sdk-mutants");

/** A test file, and how long it takes. */
export interface TimedTest {
  readonly file: string;
  readonly milliseconds: number;
}

/** A test file, and what it reaches. */
export interface CoveredTest extends TimedTest {
  readonly isGreen: boolean;
  readonly entered: readonly string[];
}

/** Remembers what test files reach, until they or the code of any package change. */
export class CoverageCache {
  readonly #path: string;
  readonly #code = fingerprintOfCode();
  readonly #known: Map<string, CoveredTest>;

  /** @param name - whose tests reach what */
  constructor(name: string) {
    this.#path = join(KEPT_IN, `${name}.json`);
    this.#known = new Map(read(this.#path));
  }

  get(file: string): CoveredTest | undefined {
    return this.#known.get(this.#keyOf(file));
  }

  keep(tests: readonly CoveredTest[]): void {
    for (const test of tests) this.#known.set(this.#keyOf(test.file), test);
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify([...this.#known]));
  }

  #keyOf(file: string): string {
    return createHash("sha256").update(this.#code).update(file).update(readFileSync(file)).digest("hex");
  }
}

function read(path: string): [string, CoveredTest][] {
  try {
    // Written by `keep`.
    return JSON.parse(readFileSync(path, "utf8")) as [string, CoveredTest][];
  } catch {
    return [];
  }
}

/** Returns a fingerprint of all files that a test may load, except for the test files themselves. */
function fingerprintOfCode(): string {
  const hash = createHash("sha256");
  const instrument = ["coverage", "coverage-setup", "sources", "worker"].map((name) =>
    join(checks, "src", "torture", "mutants", `${name}.ts`),
  );
  const shared = ["pnpm-lock.yaml", "vitest.shared.ts"].map((file) => join(root, file));
  const files = [...instrument, ...shared, ...PUBLISHED.flatMap((name) => filesIn(folderOf(name)))];
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

const BUILT = new Set(["node_modules", "dist", "reports", "coverage", ".turbo"]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$|\.json$/.test(entry.name) && !entry.name.endsWith(".test.ts"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) =>
      file
        .slice(folder.length)
        .split(sep)
        .every((part) => !BUILT.has(part)),
    )
    .toSorted();
}
