import { lstat, rename, symlink } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { jsonError, run, smallServer } from "./support/cli.ts";
import { emptyComputer } from "./support/stored.ts";

/** A computer with the profiles `default`, in the file, and `staging`, in the keyring. */
async function twoProfiles() {
  const [fake, computer] = [smallServer(), await emptyComputer()];
  await run(fake, ["login", "--server", fake.url], computer.world(fake.apiKey));
  await run(fake, ["login", "--server", fake.url, "--profile", "staging", "--keyring"], computer.world(fake.apiKey));
  return { fake, ...computer };
}

describe("logout", () => {
  test("removes the profile `default` from the file, and reports that its key stays valid", async () => {
    const { fake, file, profiles, world } = await twoProfiles();
    const before = fake.requests.length;
    const { code, stdout, stderr } = await run(fake, ["logout", "--json"], world());

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ profile: "default", server: fake.url, removed_from: "file", file });
    expect(stderr).toContain(`valid until you revoke it at ${fake.url}`);
    expect(await profiles()).not.toContain(fake.apiKey);
    expect(fake.requests).toHaveLength(before);
    expect((await run(fake, ["count"], world())).code).toBe(2);
    expect((await run(fake, ["count", "--profile", "staging"], world())).code).toBe(0);
  });

  test("removes the key of a profile from the keyring", async () => {
    const { fake, keyring, world } = await twoProfiles();
    const { stderr } = await run(fake, ["logout", "--profile", "staging"], world());

    expect(stderr).toContain("Removed the profile `staging` with its key from the system's keyring.");
    expect(keyring.entries.size).toBe(0);
  });

  test("of the last profile leaves no server and no key behind", async () => {
    const { fake, profiles, world } = await twoProfiles();
    await run(fake, ["logout", "--profile", "staging"], world());
    await run(fake, ["logout"], world());

    expect(JSON.parse(await profiles())).toEqual({ profiles: {} });
    expect((await run(fake, ["count"], world())).code).toBe(2);
  });

  test("removes the key from the file behind a symbolic link, as in dotfiles", async () => {
    const { fake, file, profiles, world } = await twoProfiles();
    await rename(file, `${file}.kept`);
    await symlink(`${file}.kept`, file);
    await run(fake, ["logout"], world());

    expect((await lstat(file)).isSymbolicLink()).toBe(true);
    expect(await profiles()).not.toContain(fake.apiKey);
  });

  test("keeps the profile when the keyring fails, so that logout can be retried", async () => {
    const { fake, keyring, world } = await twoProfiles();
    keyring.fails = "it is locked";
    const failed = await run(fake, ["logout", "--profile", "staging", "--json"], world());
    keyring.fails = undefined;

    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(jsonError(failed)).toMatchObject({ kind: "keyring" });
    expect((await run(fake, ["logout", "--profile", "staging"], world())).code).toBe(0);
    expect(keyring.entries.size).toBe(0);
  });

  test("of an unknown profile is a usage error that lists the known ones", async () => {
    const { fake, world } = await twoProfiles();
    const { code, stderr } = await run(fake, ["logout", "--profile", "stagin"], world());

    expect(code).toBe(2);
    expect(stderr).toContain("No profile `stagin`");
    expect(stderr).toContain("default, staging");
  });

  test("of a server is a usage error", async () => {
    const { fake, world } = await twoProfiles();

    expect((await run(fake, ["logout", "--server", fake.url], world())).code).toBe(2);
    expect((await run(fake, ["profiles", "--ndjson"], world())).stdout.trim().split("\n")).toHaveLength(2);
  });
});

describe("profiles", () => {
  test("are listed with their servers and where the keys are, but never the keys", async () => {
    const { fake, world } = await twoProfiles();
    const { code, stdout } = await run(fake, ["profiles", "--json"], world());

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      { profile: "default", server: fake.url, credential: "key", stored_in: "file" },
      { profile: "staging", server: fake.url, credential: "key", stored_in: "keyring" },
    ]);
  });

  test("an empty list is valid", async () => {
    const { world } = await emptyComputer();

    expect(await run(smallServer(), ["profiles", "--json"], world())).toEqual({ code: 0, stdout: "[]\n", stderr: "" });
  });

  test.each(["two words", "$(touch x)", "", "-x", "ü"])("reject the name %j", async (name) => {
    const [fake, { world }] = [smallServer(), await emptyComputer()];
    const { code } = await run(fake, ["login", "--server", fake.url, `--profile=${name}`], world(fake.apiKey));

    expect(code).toBe(2);
    expect(fake.requests).toHaveLength(0);
  });
});
