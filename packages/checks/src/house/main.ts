import { Checklist } from "../acceptance/checklist.ts";
import { PUBLISHED } from "../acceptance/workspace.ts";
import { calls, measureCall } from "./calls.ts";
import { COUNTED, describeFiles, largeFiles, LIMITS, smallFiles, type SourceFile, sourceFiles } from "./census.ts";

/**
 * `check:house`: limits how many source files one call executes, and how many and how long the source files are. A reader who
 * follows a call has to open each of those files. Prints them; `--quiet` prints the counts alone.
 */
const quiet = process.argv.includes("--quiet");
const checklist = new Checklist("layout", "house");

for (const call of calls) {
  await checklist.check(call.what, "executed files", async () => {
    const { warm, loaded } = await measureCall(call);
    console.log(`\n${call.what}: ${warm.length} files, at most ${call.limit}; ${loaded.length} with loading`);
    if (!quiet) console.log(warm.map((file) => `  ${file}`).join("\n"));
    if (warm.length > call.limit) throw new Error(`Executes ${warm.length} files instead of at most ${call.limit}.`);
  });
}

const files = sourceFiles(COUNTED);
console.log("");
for (const name of PUBLISHED) console.log(`${name}: ${describeFiles(sourceFiles([name]))}`);
console.log(`${COUNTED.join(", ")}: ${describeFiles(files)}`);
await checklist.check("number", "source files", () => {
  if (files.length > LIMITS.files) throw new Error(`${files.length} files instead of at most ${LIMITS.files}.`);
});
await checklist.check("small ones", "source files", () => {
  const small = smallFiles(files);
  const most = Math.floor(files.length * LIMITS.smallShare);
  if (small.length <= most) return;
  throw new Error(`${small.length} files under ${LIMITS.small} lines instead of at most ${most}:${list(small)}`);
});
await checklist.check("large ones", "source files", () => {
  const large = largeFiles(sourceFiles(PUBLISHED));
  if (large.length > 0) throw new Error(`Files over ${LIMITS.large} lines:${list(large)}`);
});

checklist.finish();

function list(some: readonly SourceFile[]): string {
  return quiet ? "" : ["", ...some.map(({ file, lines }) => `  ${lines} ${file}`)].join("\n");
}
