import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineProject, type UserWorkspaceConfig } from "vitest/config";

const conditions = ["@connect-sdk/source"];

/** What is special about the tests of a package. */
export interface PackageTests {
  /** Test files besides those in `test`. */
  readonly include?: readonly string[];
  /** Setup files of this package alone, which run once before all tests. */
  readonly globalSetup?: readonly string[];
  /** Test files, or folders of them, that take long and rarely fail. `npm test` leaves them to `.ci/run`. */
  readonly slow?: readonly string[];
}

/**
 * Vitest settings of one package. Tests run on the sources of all packages, so nothing has to be built first.
 *
 * `CHECKS` selects tests: `fast` for `npm test`, `slow` for the others in `.ci/run`. Without it, all run.
 */
export function packageTests(name: string, settings: PackageTests = {}): UserWorkspaceConfig {
  const { include = [], globalSetup = [], slow = [] } = settings;
  const selection = process.env["CHECKS"];
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: selection === "slow" ? [...slow] : ["test/**/*.test.ts", ...include],
      exclude: selection === "fast" ? [...slow] : [],
      globalSetup: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url)), ...globalSetup],
      // Only reached by a test that waits forever. A slow machine must not reach them.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // No module keeps state between tests, so test files share a process and load each module once.
      isolate: false,
      // Vitest would leave a processor free, which is half of a small machine.
      maxWorkers: availableParallelism(),
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  });
}
