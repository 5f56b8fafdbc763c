/** `check:api-report`: compares the public surface with the committed reports. With `--accept` it writes them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { expectUnchanged } from "../expect-unchanged.ts";
import { folderOf, PUBLISHED } from "../workspace.ts";
import { renderReport } from "./render-report.ts";

const accept = process.argv.includes("--accept");
const checklist = new Checklist("public surface", "api-report");

for (const name of PUBLISHED) {
  const file = join(folderOf(name), "api-report.md");
  await checklist.check(`@connect-sdk/${name}`, "as committed", async () => {
    const report = await renderReport(name);
    if (accept) writeFileSync(file, report);
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    await expectUnchanged(
      file,
      committed,
      report,
      "If that is intended, accept it with `pnpm api-report`, add a changeset, and commit both.",
    );
  });
}

checklist.finish();
