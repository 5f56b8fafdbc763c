/**
 * `check:release`: does a release in a copy of the checkout, up to the point where something would be published. With
 * `--publish` it also lets pnpm go through publishing, as a dry run that asks the registry what is there.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { checkDependencies, checkExports } from "../manifests/check-manifest.ts";
import { unpack } from "../manifests/unpack.ts";
import { pack } from "../pack.ts";
import { expectSuccess } from "../run-command.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { acceptance, isObject, PUBLISHED, readObject } from "../workspace.ts";
import { copyCheckout } from "./copy-checkout.ts";
import { pendingChanges } from "./pending-changes.ts";

const checklist = new Checklist("release", "release");

await inTemporaryFolder("release", async (folder) => {
  const checkout = join(folder, "checkout");
  mkdirSync(checkout);
  await copyCheckout(checkout);
  const changes = pendingChanges(checkout);
  const before = PUBLISHED.map((name) => manifestOf(checkout, name)["version"]);
  const changesets = join(acceptance, "node_modules", "@changesets", "cli", "bin.js");
  await expectSuccess(process.execPath, [changesets, "version"], { cwd: checkout });
  const version = String(manifestOf(checkout, "api")["version"]);

  await checklist.check("versions", "dry run", () => {
    const after = PUBLISHED.map((name) => manifestOf(checkout, name)["version"]);
    assert.deepEqual(new Set(after), new Set([version]), "the four packages share one version");
    if (changes.length > 0) assert.notDeepEqual(after, before, "there are changesets, yet no version changed");
    assert.deepEqual(pendingChanges(checkout), [], "every changeset is used up");
    assert.equal(manifestOf(checkout, "acceptance")["version"], "0.0.0", "private packages have no releases");
  });
  await checklist.check("changelogs", "dry run", () => {
    for (const { packages, text } of changes)
      for (const name of packages) checkChangelog(checkout, name, version, text);
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

/** A changelog must say what the changeset said, under the new version, and name no commit. */
function checkChangelog(checkout: string, packageName: string, version: string, text: string): void {
  const file = join(checkout, "packages", packageName.replace("@connect-sdk/", ""), "CHANGELOG.md");
  assert.ok(existsSync(file), `${packageName} has a changeset, yet no changelog`);
  const changelog = readFileSync(file, "utf8");
  assert.ok(changelog.includes(`## ${version}\n`), `the changelog of ${packageName} has no section ${version}`);
  for (const line of text.split("\n"))
    assert.ok(changelog.includes(line.trim()), `the changelog of ${packageName} lacks: ${line}`);
  assert.doesNotMatch(changelog, /^- [0-9a-f]{7,}: /m, "a commit hash tells users nothing");
}
