import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startVitest } from "vitest/node";
import { folderOf, type Mutation } from "./sources.ts";

/**
 * Runs the tests of a package with one of its files changed, and exits with 1 if one of them fails. The mutation comes as
 * JSON on standard input. The file itself stays as it is: it is changed on its way into the tests.
 */
const mutation = JSON.parse(await text(process.stdin)) as Mutation;
const root = folderOf(mutation.package);
const changed = join(root, mutation.file);

const vitest = await startVitest(
  "test",
  [],
  {
    root,
    watch: false,
    bail: 1,
    reporters: [{}],
    // These start programs, which would read the file as it is.
    exclude: ["**/node_modules/**", "**/command-line/**"],
  },
  {
    plugins: [
      {
        name: "mutate",
        enforce: "pre",
        transform: (_code, id) => (id.split("?")[0] === changed ? mutation.text : undefined),
      },
    ],
  },
);
const failed = vitest.state.getCountOfFailedTests() > 0 || vitest.state.getUnhandledErrors().length > 0;
const ran = vitest.state.getTestModules().length > 0;
const broken = vitest.state.getTestModules().some((module) => module.state() === "failed");
await vitest.close();
process.exit(ran && !failed && !broken ? 0 : 1);
