import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createVitest } from "vitest/node";
import { folderOf } from "../../acceptance/workspace.ts";
import type { Mutation } from "./apply.ts";

/**
 * Runs some tests of a package with each of the mutations on standard input, and prints `green` or `red` for each. A mutation is
 * applied while Vitest loads the file; the file itself does not change. A mutation without a file changes nothing.
 */
const mutations = JSON.parse(await text(process.stdin)) as Mutation[];
const root = folderOf(mutations[0]?.package ?? "api");
let current: { readonly path: string; readonly code: string } | undefined;

const vitest = await createVitest(
  "test",
  { root, watch: false, bail: 1, reporters: [{}] },
  {
    plugins: [
      {
        name: "mutate",
        enforce: "pre",
        transform: (_code, id) => (id.split("?")[0] === current?.path ? current?.code : undefined),
      },
    ],
  },
);
await vitest.standalone();
for (const { file, code, tests } of mutations) {
  const path = join(root, file);
  current = file === "" ? undefined : { path, code };
  vitest.invalidateFile(path);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    await vitest.globTestSpecifications([...tests]),
    true,
  );
  vitest.invalidateFile(path);
  const isGreen = testModules.length > 0 && unhandledErrors.length === 0 && testModules.every((module) => module.ok());
  console.log(isGreen ? "green" : "red");
}
await vitest.close();
process.exit();
