import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runCommand } from "./run-command.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { root } from "./workspace.ts";

/** Throws with a diff and what to do when a text is not what is committed. */
export async function expectUnchanged(file: string, committed: string, current: string, advice: string): Promise<void> {
  if (committed === current) return;
  const diff = await inTemporaryFolder("diff", async (folder) => {
    const [before, after] = [join(folder, "committed"), join(folder, "current")];
    writeFileSync(before, committed);
    writeFileSync(after, current);
    const { stdout } = await runCommand("git", ["diff", "--no-index", "--no-color", before, after], { cwd: folder });
    // The first four lines name temporary files.
    return stdout.split("\n").slice(4).join("\n");
  });
  throw new Error(`${relative(root, file)} changed:\n\n${diff}\n${advice}`);
}
