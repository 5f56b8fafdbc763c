import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checks, folderOf, PUBLISHED, root } from "../../acceptance/workspace.ts";

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

/** The content of the cache's file. */
interface Kept {
  /** The fingerprint of the code that the tests ran with. */
  readonly code: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  /** The fingerprint of the test file. */
  readonly version: string;
  readonly test: CoveredTest;
}

/** Remembers what test files reach, until they or the code change. */
export class CoverageCache {
  readonly #path: string;
  readonly #code: string;
  readonly #entries: Map<string, Entry>;
  /** The fingerprints of test files when they were first looked up, before they ran: they may be edited while they run. */
  readonly #versions = new Map<string, string>();

  /**
   * @param path - the file that keeps it
   * @param code - the fingerprint of what the tests load
   */
  constructor(path: string, code: string) {
    this.#path = path;
    this.#code = code;
    this.#entries = new Map(read(path, code).map((entry) => [entry.test.file, entry]));
  }

  get(file: string): CoveredTest | undefined {
    const entry = this.#entries.get(file);
    return entry?.version === this.#versionOf(file) ? entry.test : undefined;
  }

  /** Adds test files to the cache, and writes it. */
  keep(tests: readonly CoveredTest[]): void {
    for (const test of tests) this.#entries.set(test.file, { version: this.#versionOf(test.file), test });
    const entries = [...this.#entries.values()].filter(({ test }) => existsSync(test.file));
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify({ code: this.#code, entries } satisfies Kept));
  }

  #versionOf(file: string): string {
    const version = this.#versions.get(file) ?? fingerprintOf([file]);
    this.#versions.set(file, version);
    return version;
  }
}

/** Returns the entries of a cache, unless they are from other code. */
function read(path: string, code: string): readonly Entry[] {
  try {
    // Written by `keep`.
    const kept = JSON.parse(readFileSync(path, "utf8")) as Partial<Kept>;
    return kept.code === code ? (kept.entries ?? []) : [];
  } catch {
    return [];
  }
}

/** Opens the cache of a package's tests. */
export function openCoverageCache(name: string): CoverageCache {
  const path = join(root, "node_modules", ".cache", "connect-sdk-mutants", `${name}.json`);
  return new CoverageCache(path, fingerprintOf(loadedFiles()));
}

/** Returns a fingerprint of the content of files and of the version of Node. */
export function fingerprintOf(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\n${file}\n`).update(createHash("sha256").update(readFileSync(file)).digest());
  return hash.digest("hex");
}

/**
 * Returns every file that a test of the published packages may load, except for test files: whatever is in those packages, in
 * the folders and at the root of the repository that they share, and what makes the cache.
 */
export function loadedFiles(): string[] {
  const shared = ["docs", "examples", "openapi", "scripts"].map((name) => join(root, name));
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [
    ...atRoot.map(({ name }) => join(root, name)),
    ...[...shared, join(checks, "src", "torture", "mutants"), ...PUBLISHED.map(folderOf)].flatMap(filesIn),
  ].toSorted();
}

/** Folders whose content is not written by hand. */
const BUILT = new Set(["node_modules", "dist", "reports", "coverage", ".turbo"]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return BUILT.has(entry.name) ? [] : filesIn(path);
    return entry.isFile() && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}
