import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run, smallServer, type World } from "./support/cli.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "connect-users-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const file = () => join(folder, "connect-users", "profiles.json");

const aFileError: unknown = expect.stringContaining('"kind":"file"');

/** Without a server in the environment, so that only stored profiles count. */
function stored(stdin?: string): World {
  return {
    env: { CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined, XDG_CONFIG_HOME: folder },
    ...(stdin !== undefined && { stdin }),
  };
}

describe("login", () => {
  test("stores a key from standard input that the next command uses", async () => {
    const fake = smallServer();
    const login = await run(fake, ["login", "--server", fake.url], stored(`${fake.apiKey}\n`));

    expect(login.code).toBe(0);
    expect(login.stderr).toContain(file());
    expect(login.stdout + login.stderr).not.toContain(fake.apiKey);
    expect(await run(fake, ["count"], stored())).toEqual({ code: 0, stdout: "4\n", stderr: "" });
  });

  test("makes the file and its folder accessible to their owner only", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url], stored(fake.apiKey));

    expect((await stat(file())).mode & 0o777).toBe(0o600);
    // A user who can write to the folder could replace the file.
    if (process.platform !== "win32") expect((await stat(dirname(file()))).mode & 0o777).toBe(0o700);
  });

  test("stores nothing when the key is rejected: exit code 3", async () => {
    const fake = smallServer();

    expect((await run(fake, ["login", "--server", fake.url], stored("wrong"))).code).toBe(3);
    await expect(stat(file())).rejects.toThrow("ENOENT");
  });

  test.each(["", "two words", "two\nlines"])("rejects %j as a key", async (stdin) => {
    const fake = smallServer();
    const { code } = await run(fake, ["login", "--server", fake.url], stored(stdin));

    expect(code).toBe(3);
    expect(fake.requests).toHaveLength(0);
  });

  test("keeps several profiles apart", async () => {
    const [one, two] = [smallServer(), smallServer()];
    two.addUser({ username: "fifth" });
    await run(one, ["login", "--server", one.url, "--profile", "one"], stored(one.apiKey));
    await run(two, ["login", "--server", two.url, "--profile", "two"], stored(two.apiKey));

    expect((await run(one, ["count", "--profile", "one"], stored())).stdout).toBe("4\n");
    expect((await run(two, ["count", "--profile", "two"], stored())).stdout).toBe("5\n");
  });

  test("replaces the key of a profile for the profile's server, not CONNECT_SERVER", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url, "--profile", "one"], stored(fake.apiKey));
    const env = { ...stored().env, CONNECT_SERVER: "https://other.example.com" };
    const { code, stdout } = await run(fake, ["login", "--profile", "one", "--json"], {
      env,
      stdin: fake.keyFor("admin"),
    });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ profile: "one", server: fake.url });
  });

  test("without a terminal and without a server: exit code 2", async () => {
    expect((await run(smallServer(), ["login"], stored("key"))).code).toBe(2);
  });
});

describe("a profile", () => {
  test("that does not exist is a usage error that lists the known ones", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url, "--profile", "staging"], stored(fake.apiKey));
    const { code, stderr } = await run(fake, ["count", "--profile", "stagin"], stored());

    expect(code).toBe(2);
    expect(stderr).toContain("staging");
  });

  test("is suggested when no server is given", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url, "--profile", "staging"], stored(fake.apiKey));
    const { code, stderr } = await run(fake, ["count"], stored());

    expect(code).toBe(2);
    expect(stderr).toContain("Use --profile with one of staging");
  });

  test("that other users can read is rejected with the command that fixes it", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url], stored(fake.apiKey));
    await chmod(file(), 0o644);
    const { code, stdout, stderr } = await run(fake, ["count"], stored());

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("0644");
    expect(stderr).toContain(`chmod 600 '${file()}'`);
  });

  test.each(["", "{", "[]", '{"profiles":{"default":{"server":1}}}'])(
    "file with the content %j is reported as damaged",
    async (text) => {
      await mkdir(join(folder, "connect-users"));
      await writeFile(file(), text, { mode: 0o600 });

      const { code, stderr } = await run(smallServer(), ["count"], stored());

      expect(code).toBe(1);
      expect(stderr).toContain("damaged");
    },
  );

  test("accepts any URL of its server", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url], stored(fake.apiKey));
    const argv = ["count", "--profile", "default", "--server", `${fake.url}/connect/#/people`];

    expect(await run(fake, argv, stored())).toMatchObject({ code: 0, stdout: "4\n" });
  });

  test("folder that is a file is an error of kind `file`", async () => {
    await writeFile(join(folder, "connect-users"), "");
    const fake = smallServer();

    expect(await run(fake, ["count", "--json"], stored())).toMatchObject({ code: 1, stderr: aFileError });
    expect(await run(fake, ["login", "--json", "--server", fake.url], stored(fake.apiKey))).toMatchObject({
      code: 1,
      stderr: aFileError,
    });
  });

  test("never sends its key to another server", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", fake.url], stored(fake.apiKey));
    const before = fake.requests.length;

    expect((await run(fake, ["count", "--server", "https://other.example.com"], stored())).code).toBe(3);
    expect(
      (await run(fake, ["count", "--server", "https://other.example.com", "--profile", "default"], stored())).code,
    ).toBe(2);
    expect(fake.requests).toHaveLength(before);
  });

  test("does not override the environment", async () => {
    const fake = smallServer();
    await run(fake, ["login", "--server", "https://other.example.com"], stored(fake.apiKey));

    expect((await run(fake, ["count"], { env: { XDG_CONFIG_HOME: folder } })).code).toBe(0);
  });
});

test("--api-key-file reads the key from a file or standard input", async () => {
  const fake = smallServer();
  await writeFile(join(folder, "key"), `${fake.apiKey}\n`, { mode: 0o600 });
  const env = { CONNECT_API_KEY: undefined };

  expect((await run(fake, ["count", "--api-key-file", "key"], { env, cwd: folder })).stdout).toBe("4\n");
  expect((await run(fake, ["count", "--api-key-file", "-"], { env, stdin: fake.apiKey })).stdout).toBe("4\n");
});

test("a .env file is not read", async () => {
  const fake = smallServer();
  await writeFile(join(folder, ".env"), `CONNECT_SERVER=${fake.url}\nCONNECT_API_KEY=${fake.apiKey}\n`);

  expect((await run(fake, ["count"], { ...stored(), cwd: folder })).code).toBe(2);
  expect(await readFile(join(folder, ".env"), "utf8")).toContain(fake.apiKey);
});

describe("a symbolic link", { skip: process.platform === "win32" }, () => {
  test.each(["", "my notes\n", "{}", "[]"])(
    "to a file with %j is refused, and that file stays as it is",
    async (content) => {
      const fake = smallServer();
      const other = join(folder, "other.json");
      await writeFile(other, content, { mode: 0o600 });
      await mkdir(join(folder, "connect-users"), { mode: 0o700 });
      await symlink(other, file());

      for (const argv of [["profiles"], ["count"], ["login", fake.url, "--with-key"], ["logout"]]) {
        const { code, stderr } = await run(fake, argv, stored(fake.apiKey));
        expect(code).toBe(1);
        expect(stderr).toContain(`${file()} is a symbolic link that leads to ${await realpath(other)}`);
        expect(stderr).toContain("fix: Remove the link.");
      }
      expect(await readFile(other, "utf8")).toBe(content);
      expect(fake.requests.filter(({ path }) => path.includes("/users"))).toHaveLength(0);
    },
  );

  test("that leads nowhere is refused, and nothing is written where it leads", async () => {
    const fake = smallServer();
    await mkdir(join(folder, "connect-users"), { mode: 0o700 });
    await symlink(join(folder, "new.json"), file());

    expect((await run(fake, ["login", fake.url, "--with-key"], stored(fake.apiKey))).code).toBe(1);
    await expect(stat(join(folder, "new.json"))).rejects.toThrow("ENOENT");
  });

  test("to a file in a folder that everybody can change is refused", async () => {
    const fake = smallServer();
    const open = join(folder, "open");
    await mkdir(open);
    await chmod(open, 0o777);
    await writeFile(join(open, "p.json"), '{"profiles":{}}', { mode: 0o600 });
    await mkdir(join(folder, "connect-users"), { mode: 0o700 });
    await symlink(join(open, "p.json"), file());

    expect((await run(fake, ["login", fake.url, "--with-key"], stored(fake.apiKey))).code).toBe(1);
    expect(await readFile(join(open, "p.json"), "utf8")).toBe('{"profiles":{}}');
  });

  test.each(["connect-users", "."])("in place of the folder %s goes on to work", async (name) => {
    const fake = smallServer();
    const real = await mkdtemp(join(tmpdir(), "dotfiles-"));
    const link = join(folder, "config");
    if (name === ".") await symlink(real, link);
    else {
      await mkdir(link);
      await symlink(real, join(link, name));
    }
    const world = (stdin?: string) => {
      const { env, ...rest } = stored(stdin);
      return { ...rest, env: { ...env, XDG_CONFIG_HOME: link } };
    };

    expect((await run(fake, ["login", fake.url, "--with-key"], world(fake.apiKey))).code).toBe(0);
    expect((await lstat(name === "." ? link : join(link, name))).isSymbolicLink()).toBe(true);
    expect(await run(fake, ["count"], world())).toMatchObject({ code: 0, stdout: "4\n" });
    expect((await run(fake, ["logout"], world())).code).toBe(0);
    await rm(real, { recursive: true });
  });
});

describe("the folder of the profiles", () => {
  test.each([{ XDG_CONFIG_HOME: "config" }, { XDG_CONFIG_HOME: " " }])(
    "is not %j, a relative name",
    async (variables) => {
      const fake = smallServer();
      const env = { ...stored().env, ...variables, HOME: folder };

      expect((await run(fake, ["login", fake.url, "--with-key"], { env, stdin: fake.apiKey })).code).toBe(0);
      await expect(stat(join(folder, ".config", "connect-users", "profiles.json"))).resolves.toBeDefined();
    },
  );

  test.skipIf(process.platform !== "linux")(
    "in a file system without folders of users is an error at once",
    async () => {
      const fake = smallServer();
      const env = { ...stored().env, XDG_CONFIG_HOME: "/proc" };

      const { code, stderr } = await run(fake, ["login", fake.url, "--with-key"], { env, stdin: fake.apiKey });
      expect(code).toBe(1);
      expect(stderr).toContain("/proc/connect-users/profiles.json cannot be written");
    },
  );
});
