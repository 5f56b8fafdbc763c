import { isObject } from "@connect-sdk/api/internal";
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { checkDependencies, checkExports } from "../manifests/check-tarball.ts";
import { expectSuccess } from "../run-command.ts";
import { pack, unpack } from "../tarballs.ts";
import { checks, folderOf, inTemporaryFolder, PUBLISHED, readObject, root } from "../workspace.ts";

/**
 * `check:release`: makes a release in a copy of the checkout without publishing it. `--publish` adds a dry run of
 * `pnpm publish`, which needs the registry.
 */
const checklist = new Checklist("release", "release");

await inTemporaryFolder("release", async (folder) => {
  const checkout = join(folder, "checkout");
  mkdirSync(checkout);
  await copyCheckout(checkout);
  const changes = pendingChanges(checkout);
  const before = PUBLISHED.map((name) => manifestOf(checkout, name)["version"]);
  const changesets = join(checks, "node_modules", "@changesets", "cli", "bin.js");
  await expectSuccess(process.execPath, [changesets, "version"], { cwd: checkout });
  const version = String(manifestOf(checkout, "api")["version"]);

  await checklist.check("versions", "dry run", () => {
    const after = PUBLISHED.map((name) => manifestOf(checkout, name)["version"]);
    assert.deepEqual(new Set(after), new Set([version]), "the packages share one version");
    if (changes.length > 0) assert.notDeepEqual(after, before, "there are changesets, but no version changed");
    assert.deepEqual(pendingChanges(checkout), [], "every changeset is consumed");
    assert.equal(manifestOf(checkout, "checks")["version"], "0.0.0", "private packages have no releases");
  });
  await checklist.check("changelogs", "dry run", () => {
    for (const { packages, content } of changes)
      for (const name of packages) checkChangelog(checkout, name, version, content);
  });
  await checklist.check("lockfile stays frozen", "dry run", async () => {
    const args = ["install", "--frozen-lockfile", "--prefer-offline", "--ignore-scripts", "--reporter=silent"];
    await expectSuccess("pnpm", args, { cwd: checkout });
  });
  await checklist.check("tarballs", "dry run", async () => {
    const tarballs = await pack(checkout, folder);
    for (const name of PUBLISHED) {
      const unpacked = await unpack(tarballs[name]);
      assert.equal(readObject(join(unpacked.folder, "package.json"))["version"], version);
      checkDependencies(unpacked);
      checkExports(name, unpacked);
    }
  });
  if (process.argv.includes("--publish")) {
    await checklist.check("pnpm publish", "dry run", async () => {
      const args = ["publish", "--recursive", "--dry-run", "--no-git-checks", "--report-summary"];
      await expectSuccess("pnpm", args, { cwd: checkout });
      const { publishedPackages } = readObject(join(checkout, "pnpm-publish-summary.json"));
      assert.ok(Array.isArray(publishedPackages));
      const names = publishedPackages.map((entry: unknown) => (isObject(entry) ? entry["name"] : entry)).map(String);
      assert.deepEqual(names.sort(), PUBLISHED.map((name) => `@connect-sdk/${name}`).sort());
    });
  }
});

checklist.finish();

function manifestOf(checkout: string, name: string): Record<string, unknown> {
  return readObject(join(checkout, "packages", name, "package.json"));
}

/** Asserts that a changelog has the content of the changeset under the new version, and no commit hashes. */
function checkChangelog(checkout: string, packageName: string, version: string, content: string): void {
  const file = join(checkout, "packages", packageName.replace("@connect-sdk/", ""), "CHANGELOG.md");
  assert.ok(existsSync(file), `${packageName} has a changeset but no changelog`);
  const changelog = readFileSync(file, "utf8");
  assert.ok(changelog.includes(`## ${version}\n`), `the changelog of ${packageName} has no section ${version}`);
  for (const line of content.split("\n"))
    assert.ok(changelog.includes(line.trim()), `the changelog of ${packageName} lacks: ${line}`);
  assert.doesNotMatch(changelog, /^- [0-9a-f]{7,}: /m, "a changelog must not contain commit hashes");
}

/** Copies what git would commit, and the build, into a new repository. */
async function copyCheckout(target: string): Promise<void> {
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

/** A changeset. */
interface PendingChange {
  packages: string[];
  content: string;
}

/** Reads the changesets of a checkout. */
function pendingChanges(checkout: string): PendingChange[] {
  const folder = join(checkout, ".changeset");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => {
      const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, file), "utf8"));
      const [, front = "", content = ""] = parts ?? [];
      const packages = [...front.matchAll(/^"?(@connect-sdk\/\w+)"?:/gm)].flatMap(([, name]) =>
        name === undefined ? [] : [name],
      );
      if (packages.length === 0 || content.trim() === "")
        throw new Error(`.changeset/${file} names no package or is empty.`);
      return { packages, content: content.trim() };
    });
}
