import { defineProject, type UserWorkspaceConfig } from "vitest/config";

const conditions = ["@connect-sdk/source"];

/** Vitest settings of one package: tests run on the sources of all packages, so nothing has to be built first. */
export function packageTests(name: string): UserWorkspaceConfig {
  return defineProject({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include: ["test/**/*.test.ts"],
      // For tests that wait for something that never comes. A busy machine must not look like one.
      testTimeout: 60_000,
      // Nothing here keeps state outside of what it makes, so test files can share a process, which saves loading everything anew.
      isolate: false,
      restoreMocks: true,
      unstubEnvs: true,
      unstubGlobals: true,
    },
  });
}
