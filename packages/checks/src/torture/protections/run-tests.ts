import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startVitest } from "vitest/node";
import { folderOf } from "../../acceptance/workspace.ts";
import type { Mutation } from "./apply.ts";

/**
 * Runs some tests of a package with a mutation and exits with 1 if one fails. The mutation is JSON on standard input. It is
 * applied while Vitest loads the file; the file itself does not change. Without a file name, nothing is changed.
 */
const mutation = JSON.parse(await text(process.stdin)) as Mutation;
const root = folderOf(mutation.package);
const changed = join(root, mutation.file);

const vitest = await startVitest(
  "test",
  [...mutation.tests],
  {
    root,
    watch: false,
    bail: 1,
    reporters: [{}],
  },
  {
    plugins: [
      {
        name: "mutate",
        enforce: "pre",
        transform: (_code, id) => (id.split("?")[0] === changed ? mutation.code : undefined),
      },
    ],
  },
);
const failed = vitest.state.getCountOfFailedTests() > 0 || vitest.state.getUnhandledErrors().length > 0;
const ran = vitest.state.getTestModules().length > 0;
const broken = vitest.state.getTestModules().some((module) => module.state() === "failed");
await vitest.close();
process.exit(ran && !failed && !broken ? 0 : 1);
