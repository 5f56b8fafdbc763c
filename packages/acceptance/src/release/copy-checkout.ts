import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expectSuccess } from "../run-command.ts";
import { folderOf, PUBLISHED, root } from "../workspace.ts";

/** Copies what git would commit, and what was built, into a repository of its own, so that a release can be tried out there. */
export async function copyCheckout(target: string): Promise<void> {
  const listed = await expectSuccess("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  const files = listed.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  for (const file of files) cpSync(join(root, file), join(target, file));
  for (const name of PUBLISHED) {
    cpSync(join(folderOf(name), "dist"), join(target, "packages", name, "dist"), { recursive: true });
  }
  const identity = ["-c", "user.name=release", "-c", "user.email=release@example.com", "-c", "commit.gpgsign=false"];
  await expectSuccess("git", ["init", "--quiet", "--initial-branch", "main"], { cwd: target });
  await expectSuccess("git", ["add", "--all"], { cwd: target });
  await expectSuccess("git", [...identity, "commit", "--quiet", "--no-verify", "--message", "before the release"], {
    cwd: target,
  });
}
