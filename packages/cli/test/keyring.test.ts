import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { jsonError, run, smallServer } from "./support/cli.ts";
import { emptyComputer } from "./support/stored.ts";

/** A computer whose profile `default` has its key in the keyring. */
async function signedIn() {
  const [fake, computer] = [smallServer(), await emptyComputer()];
  const login = await run(fake, ["login", "--keyring", "--server", fake.url], computer.world(fake.apiKey));
  return { fake, login, ...computer };
}

test("login --keyring stores the key only in the keyring, and reports it", async () => {
  const { fake, login, keyring, profiles, world } = await signedIn();

  expect(login.code).toBe(0);
  expect(login.stderr).toContain("The key is stored in the system's keyring");
  expect([...keyring.entries.values()]).toEqual([fake.apiKey]);
  for (const text of [login.stdout, login.stderr, await profiles()]) expect(text).not.toContain(fake.apiKey);
  expect(await run(fake, ["count"], world())).toEqual({ code: 0, stdout: "4\n", stderr: "" });
});

test("logging in again keeps the key in the keyring", async () => {
  const { fake, keyring, profiles, world } = await signedIn();
  const [admin] = fake.users;
  if (admin === undefined) throw new Error("no administrator");
  const next = fake.keyFor(admin);
  await run(fake, ["login", "--server", fake.url], world(next));

  expect([...keyring.entries.values()]).toEqual([next]);
  expect(await profiles()).not.toContain(next);
});

test("login --no-keyring moves the key from the keyring to the file", async () => {
  const { fake, keyring, profiles, world } = await signedIn();
  const { stderr } = await run(fake, ["login", "--no-keyring", "--server", fake.url], world(fake.apiKey));

  expect(stderr).toContain("stored unencrypted");
  expect(await profiles()).toContain(fake.apiKey);
  expect(keyring.entries.size).toBe(0);
  keyring.fails = "must not be read";
  expect((await run(fake, ["count"], world())).code).toBe(0);
});

test("logging in to another server removes the profile's previous key", async () => {
  const { keyring, world } = await signedIn();
  const other = smallServer();
  const server = `${other.url}/connect/`;
  await run(other, ["login", "--server", server], world(other.apiKey));

  expect([...keyring.entries.values()]).toEqual([other.apiKey]);
  expect((await run(other, ["count"], world())).code).toBe(0);
});

test("a key that cannot be removed from the keyring is a warning that names its entry", async () => {
  const { fake, keyring, world } = await signedIn();
  const [entry = ""] = keyring.entries.keys();
  keyring.fails = "it is locked";
  const { code, stderr } = await run(fake, ["login", "--no-keyring", "--server", fake.url], world(fake.apiKey));

  expect(code).toBe(0);
  expect(stderr).toContain(`warning: The previous key is still in the keyring, as \`${entry}\`.`);
});

test("a keyring that cannot store a key is an error, and the key is not written to a file instead", async () => {
  const [fake, { keyring, profiles, world }] = [smallServer(), await emptyComputer()];
  keyring.failsToWrite = `cannot store "${fake.apiKey}": it is locked`;
  const outcome = await run(fake, ["login", "--keyring", "--json", "--server", fake.url], world(fake.apiKey));

  expect(outcome).toMatchObject({ code: 1, stdout: "" });
  expect(jsonError(outcome)).toMatchObject({
    kind: "keyring",
    message: 'The key cannot be written to the system\'s keyring: cannot store "[the key]": it is locked.',
  });
  expect(jsonError(outcome).fix).toContain("--no-keyring");
  await expect(profiles()).rejects.toThrow("ENOENT");
});

test("a keyring that cannot be read is an error before any request", async () => {
  const { fake, keyring, world } = await signedIn();
  const before = fake.requests.length;
  keyring.fails = "the prompt was dismissed";
  const outcome = await run(fake, ["count", "--json"], world());

  expect(outcome).toMatchObject({ code: 1, stdout: "" });
  expect(jsonError(outcome)).toMatchObject({
    kind: "keyring",
    message: "The key cannot be read from the system's keyring: the prompt was dismissed.",
  });
  expect(fake.requests).toHaveLength(before);
});

test("a key that was removed from the keyring exits with 3 and suggests the login that stores it again", async () => {
  const { fake, keyring, world } = await signedIn();
  keyring.entries.clear();
  const { code, stderr } = await run(fake, ["count"], world());

  expect(code).toBe(3);
  expect(stderr).toContain("connect-users login --profile default --keyring");
});

test("an edited profile does not send the key to another server", async () => {
  const { fake, file, profiles, world } = await signedIn();
  const before = fake.requests.length;
  await writeFile(file, (await profiles()).replace(fake.url, "https://elsewhere.example.com"));

  expect((await run(fake, ["count"], world())).code).toBe(3);
  expect(fake.requests).toHaveLength(before);
});

test("doctor reports that the key comes from the keyring", async () => {
  const { fake, world } = await signedIn();

  expect((await run(fake, ["doctor"], world())).stdout).toContain(
    "api key: found in the system's keyring, for profile `default`",
  );
});

test("--api-key-file takes precedence over the keyring, which is not read", async () => {
  const { fake, keyring, world } = await signedIn();
  keyring.fails = "must not be read";

  expect((await run(fake, ["count", "--api-key-file", "-"], world(fake.apiKey))).code).toBe(0);
});
