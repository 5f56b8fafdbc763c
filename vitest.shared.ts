import { fileURLToPath } from "node:url";
import { defineProject, type UserWorkspaceConfig } from "vitest/config";

const conditions = ["@connect-sdk/source"];

/** Vitest settings of one package. Tests run on the sources of all packages, so nothing has to be built first. */
export function packageTests(name: string): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: ["test/**/*.test.ts"],
      globalSetup: fileURLToPath(new URL("vitest.setup.ts", import.meta.url)),
      // Only reached by a test that waits forever. A slow machine must not reach it.
      testTimeout: 60_000,
      // No module keeps state between tests, so test files share a process and load each module once.
      isolate: false,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  });
}
