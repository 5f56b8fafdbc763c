import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemKeyring } from "../src/connection/keyring.ts";
import { folder } from "./support/folder.ts";
import { shell } from "./support/shell.ts";

/** Returns an environment with a profile whose key is in the keyring. */
async function withProfile() {
  const { path } = await folder();
  await mkdir(join(path, "connect-users"));
  const profiles = { default: { server: "http://127.0.0.1:9", keyring: true } };
  await writeFile(join(path, "connect-users", "profiles.json"), JSON.stringify({ profiles }), { mode: 0o600 });
  return { XDG_CONFIG_HOME: path };
}

test("the keyring of this computer stores, replaces and removes a secret", async (context) => {
  const name = `connect-users test ${crypto.randomUUID()}`;
  await systemKeyring.write(name, "first").catch((error: unknown) => {
    // Only a computer without a keyring skips this test; our own errors fail it.
    if (/no keyring .* is running|platform storage|platform failure/i.test(String(error))) context.skip(String(error));
    throw error;
  });

  try {
    expect(await systemKeyring.read(name)).toBe("first");
    await systemKeyring.write(name, "second");
    expect(await systemKeyring.read(name)).toBe("second");
  } finally {
    await systemKeyring.remove(name);
  }
  expect(await systemKeyring.read(name)).toBeUndefined();
  await systemKeyring.remove(name);
});

test.runIf(process.platform === "linux")(
  "without a Secret Service there is an error instead of a weaker keyring",
  async () => {
    const env = { ...(await withProfile()), DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent" };
    const { code, stderr } = await shell("connect-users count", env);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error: The key cannot be read from the system's keyring: no keyring .+\nfix: .*CONNECT_API_KEY.*\n$/,
    );
  },
);

test("without the optional package all other commands work, and a command that needs it names the package", async () => {
  const hook = `import { register } from "node:module"; register("data:text/javascript," + ${JSON.stringify(
    encodeURIComponent(
      `export async function resolve(name, context, next) {
        if (name === "@napi-rs/keyring") throw Object.assign(new Error("not there"), { code: "ERR_MODULE_NOT_FOUND" });
        return await next(name, context);
      }`,
    ),
  )});`;
  const env = { ...(await withProfile()), NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
  const { code, stdout, stderr } = await shell(
    "connect-users profiles --fields profile --csv; connect-users count",
    env,
  );

  expect(stdout).toBe("profile\ndefault\n");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .*@napi-rs\/keyring is not installed.*\nfix: .+\n$/);
});
