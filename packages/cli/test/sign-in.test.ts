import { exchangeIdentityToken } from "@connect-sdk/api/oauth";
import type { FakeConnect, FakeConnectOptions } from "@connect-sdk/testing";
import { access, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { jsonError, run, smallServer, type World } from "./support/cli.ts";
import { folder } from "./support/folder.ts";
import { emptyComputer } from "./support/stored.ts";

/** A server, and a computer whose user approves sign-ins as an administrator. */
async function scene(options: FakeConnectOptions = {}, user = "admin") {
  const fake = smallServer(options);
  const { world, ...computer } = await emptyComputer();
  const opened: string[] = [];
  const person: World = {
    now: () => fake.clock.now().getTime(),
    async sleep(milliseconds) {
      // The time in which the user must return from the browser never passes here.
      await (milliseconds >= 600_000 ? new Promise(() => undefined) : Promise.resolve());
      fake.clock.advance({ seconds: milliseconds / 1000 });
      for (const { id, kind } of fake.oauth.pending) if (kind === "device") fake.oauth.approve(id, user);
    },
    async openBrowser(page) {
      opened.push(page);
      await approveInBrowser(fake, page, user);
    },
  };
  const start = (argv: readonly string[], more: World = {}) =>
    run(fake, argv, { ...world(), ...person, ...more, env: { ...world().env, ...more.env } });
  return { fake, start, opened, ...computer };
}

/** Does what a person does on the page: chooses who they are, and approves. Then the browser returns to the program. */
async function approveInBrowser(fake: FakeConnect, page: string, user: string, decision = "approve"): Promise<void> {
  const shown = await (await fake.fetch(page)).text();
  const sign_in = /name="sign_in" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const action = /<form method="post" action="([^"]+)"/.exec(shown)?.[1] ?? "";
  const sent = await fake.fetch(new URL(action, page), {
    method: "POST",
    body: new URLSearchParams({ sign_in, user, decision }),
    redirect: "manual",
  });
  expect((await fetch(sent.headers.get("location") ?? "")).status).toBe(200);
}

const SECRETS = /(access|refresh)[-_]?token["']?\s*[:=]\s*["']\w/i;

describe("login", () => {
  test("--device shows the code, waits for the approval, and stores the session", async () => {
    const { fake, start, profiles, file } = await scene();
    const { code, stdout, stderr } = await start(["login", fake.url, "--device", "--json"]);

    expect(code).toBe(0);
    expect(stderr).toMatch(/open http:\/\/connect\.test\/oauth\/v1\/device and type the code \S+\./);
    expect(stderr).toContain("Approve only if the page is on connect.test");
    expect(JSON.parse(stdout)).toMatchObject({ username: "admin", user_role: "administrator", stored_in: "file" });
    expect(stdout + stderr).not.toMatch(SECRETS);
    expect(await profiles()).toContain("refreshToken");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await start(["count"])).toEqual({ code: 0, stdout: "4\n", stderr: "" });
  });

  test("--web opens the browser on the consent page, and stores the session", async () => {
    const { fake, start, opened } = await scene({}, "amara");
    const { code, stderr } = await start(["login", fake.url, "--web"]);

    expect(code).toBe(0);
    expect(opened).toHaveLength(1);
    expect(stderr).toContain(opened[0]);
    expect(stderr).toContain("Signed in as Amara Okafor (amara), publisher.");
    expect((await start(["whoami", "--json"])).stdout).toContain('"username": "amara"');
  });

  /** A folder with a browser that returns how it was started: its arguments, then its environment. */
  async function recordingBrowser() {
    const { path } = await folder();
    const [program, record] = [join(path, "my browser"), join(path, "record")];
    const script = `#!/bin/sh\n(printf '%s\\n' "$@"; echo --; env) > '${record}.tmp'\nmv '${record}.tmp' '${record}'\n`;
    await writeFile(program, script, { mode: 0o755 });
    await symlink(program, join(path, "browser"));
    const started = async () => {
      await vi.waitFor(() => access(record), 10_000);
      const [args = "", env = ""] = (await readFile(record, "utf8")).split("--\n");
      return { args: args.trim().split("\n"), env };
    };
    return { path, program, started };
  }

  test.skipIf(process.platform === "win32").each<[string, (path: string) => string, string[]]>([
    ["a program", (path) => join(path, "my browser"), []],
    ["a command with a place for the page", (path) => `${join(path, "browser")} --private %s`, ["--private"]],
    ["a list", (path) => `${join(path, "browser")}:lynx`, []],
  ])("--web starts %s that BROWSER names, without the secrets of the environment", async (_, toVariable, words) => {
    const { fake, start } = await scene();
    const { path, started } = await recordingBrowser();
    const env = { BROWSER: toVariable(path), CONNECT_API_KEY: "canary-key-0123456789" };
    const login = start(["login", fake.url, "--web"], { env, openBrowser: undefined });
    const { args, env: inherited } = await started();
    await approveInBrowser(fake, args.at(-1) ?? "", "admin");

    expect((await login).code).toBe(0);
    expect(args.slice(0, -1)).toEqual(words);
    expect(inherited).not.toContain("canary");
  });

  test("shows the page when the browser cannot be started", async () => {
    const { fake, start } = await scene();
    const { code, stderr } = await start(["login", fake.url, "--web"], {
      async openBrowser(page) {
        await approveInBrowser(fake, page, "admin");
        throw new Error("no browser");
      },
    });

    expect(code).toBe(0);
    expect(stderr).toContain("open this page on this computer");
  });

  test("that the user refuses stores nothing: exit code 3", async () => {
    const { fake, start, profiles } = await scene();
    const openBrowser = (page: string) => approveInBrowser(fake, page, "admin", "deny");
    const outcome = await start(["login", fake.url, "--web"], { openBrowser });

    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain("The sign-in was refused");
    await expect(profiles()).rejects.toThrow("ENOENT");
  });

  test.each([
    [{ SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22", DISPLAY: ":0" }, "type the code"],
    [{ container: "podman", DISPLAY: ":0" }, "type the code"],
  ])("at a terminal in %j uses the code by itself", async (env, shown) => {
    const { fake, start } = await scene();
    const { code, stderr } = await start(["login", fake.url], { env, answer: "", terminal: 100 });

    expect(code).toBe(0);
    expect(stderr).toContain(shown);
  });

  test.each<[string, FakeConnectOptions]>([
    ["is too old", { version: "2026.01.0" }],
    ["has switched it off", { oauth: { enabled: false } }],
    ["is behind a login page", { oauth: { metadata: "html" } }],
  ])("at a terminal asks for a key when the server %s, and says where to create one", async (_, options) => {
    const { fake, start, profiles } = await scene(options);
    const { code, stderr } = await start(["login", fake.url], { answer: `${fake.apiKey}\r`, terminal: 100 });

    expect(code).toBe(0);
    expect(stderr).toContain("http://connect.test/connect/");
    expect(await profiles()).toContain(fake.apiKey);
  });

  test("refuses a server that says that it is another one, before anything secret is sent", async () => {
    const { fake, start } = await scene({ oauth: { issuer: "https://evil.example.com" } });
    const { code, stderr } = await start(["login", fake.url, "--device"]);

    expect(code).toBe(3);
    expect(stderr).toContain("evil.example.com");
    expect(fake.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });

  test("--device on a server without codes suggests what works", async () => {
    const { fake, start } = await scene({ oauth: { deviceFlow: false } });
    const outcome = await start(["login", fake.url, "--device", "--json"]);

    expect(outcome.code).toBe(3);
    expect(jsonError(outcome)).toMatchObject({ kind: "authentication" });
    expect(jsonError(outcome).fix).toContain("--with-key");
  });

  describe("on a server where programs cannot register themselves", () => {
    const closed = { oauth: { registration: false } };
    /** A client that the administrator has created. */
    const clientOf = (fake: FakeConnect) => fake.oauth.tokensFor("admin").client_id;

    test.each(["--web", "--device"])("%s uses the client that --client-id names", async (flag) => {
      const { fake, start } = await scene(closed);

      expect((await start(["login", fake.url, flag, "--client-id", clientOf(fake)])).code).toBe(0);
      expect((await start(["status", "--json"])).stdout).toContain('"credential": "session"');
    });

    test("--device without a client names the flag", async () => {
      const { fake, start } = await scene(closed);
      const outcome = await start(["login", fake.url, "--device", "--json"]);

      expect(outcome.code).toBe(3);
      expect(jsonError(outcome).fix).toContain("--client-id");
    });

    test("at a terminal asks for a key and names the flag", async () => {
      const { fake, start } = await scene(closed);
      const { code, stderr } = await start(["login", fake.url], { answer: `${fake.apiKey}\r`, terminal: 100 });

      expect(code).toBe(0);
      expect(stderr).toContain("--client-id");
    });
  });

  test.each([
    ["--client-id=x", "--with-key"],
    ["--web", "--device"],
    ["--device", "--with-key"],
    ["--web", "--api-key-file=-"],
  ])("%s and %s cannot be combined", async (...flags) => {
    const { fake, start } = await scene();

    expect((await start(["login", fake.url, ...flags])).code).toBe(2);
    expect(fake.requests).toHaveLength(0);
  });

  test("without a terminal and without a key fails at once and names the alternatives", async () => {
    const { fake, start } = await scene();
    const { code, stderr } = await start(["login", fake.url]);

    expect(code).toBe(3);
    for (const word of ["--device", "--web", "--with-key", "CONNECT_API_KEY"]) expect(stderr).toContain(word);
  });

  test("without a terminal and without a flag does not wait for a standard input that stays open", async () => {
    const { fake, start } = await scene();
    const { code, stderr } = await start(["login", fake.url], { stdin: new Promise<never>(() => undefined) });

    expect(code).toBe(3);
    expect(stderr).toContain("nothing writes to standard input");
    for (const word of ["--device", "--web", "--with-key"]) expect(stderr).toContain(word);
  });

  test("--with-key waits for standard input until Ctrl-C: exit code 130", async () => {
    const { fake, start } = await scene();
    const interruption = new AbortController();
    const login = start(["login", fake.url, "--with-key"], {
      stdin: new Promise<never>(() => undefined),
      signal: interruption.signal,
    });
    interruption.abort();

    expect(await login).toMatchObject({ code: 130, stderr: expect.stringContaining("Interrupted.") as string });
    expect(fake.requests).toHaveLength(0);
  });

  test("--with-key reads the key from standard input", async () => {
    const { fake, start } = await scene();

    expect((await start(["login", fake.url, "--with-key"], { stdin: fake.apiKey })).code).toBe(0);
    expect((await start(["status", "--json"])).stdout).toContain('"credential": "API key"');
  });

  test("--keyring stores the session in the keyring, and refreshes it there", async () => {
    const { fake, start, keyring, profiles } = await scene();
    await start(["login", fake.url, "--device", "--keyring"]);
    const [first = ""] = keyring.entries.values();
    fake.clock.advance({ hours: 2 });

    expect((await start(["count"])).stdout).toBe("4\n");
    const [second = ""] = keyring.entries.values();
    expect(JSON.parse(first)).toHaveProperty("refreshToken");
    expect(second).not.toBe(first);
    expect(await profiles()).not.toContain("Token");
  });

  const KEY = "key-of-the-environment-0123456789";
  const OTHER = "https://other.example.com";
  test.each<[string, (own: string) => Record<string, string>, string, string]>([
    [
      "the server and a key",
      (CONNECT_SERVER) => ({ CONNECT_SERVER, CONNECT_API_KEY: KEY }),
      "CONNECT_API_KEY is set and takes precedence",
      "CONNECT_SERVER and CONNECT_API_KEY are not used, because --profile takes precedence.",
    ],
    [
      "only a key",
      () => ({ CONNECT_API_KEY: KEY }),
      "CONNECT_API_KEY is set, but not used: CONNECT_SERVER does not name its server.",
      "CONNECT_API_KEY is not used, because --profile takes precedence.",
    ],
    [
      "another server",
      () => ({ CONNECT_SERVER: OTHER }),
      "CONNECT_SERVER names another server and takes precedence",
      "CONNECT_SERVER is not used, because --profile takes precedence.",
    ],
  ])("says what takes precedence when the environment has %s", async (_, toEnv, atLogin, atStatus) => {
    const { fake, start } = await scene();
    const env = toEnv(fake.url);

    expect((await start(["login", fake.url, "--device"], { env })).stderr).toContain(atLogin);
    expect((await start(["status", "--profile", "default"], { env })).stderr).toContain(atStatus);
  });

  test("says nothing about an environment that names the same server and has no key", async () => {
    const { fake, start } = await scene();
    const env = { CONNECT_SERVER: `${fake.url}/connect/` };

    expect((await start(["login", fake.url, "--device"], { env })).stderr).not.toContain("precedence");
    expect((await start(["status"], { env })).stderr).toBe("");
  });

  test("a key of the environment without its server is sent nowhere, and status says so", async () => {
    const { fake, start } = await scene();
    const env = { CONNECT_API_KEY: KEY };
    await start(["login", fake.url, "--device"]);
    const { stdout, stderr } = await start(["status", "--json"], { env });

    expect(JSON.parse(stdout)).toMatchObject({ credential: "session", origin: "profile `default`" });
    expect(stderr).toContain("CONNECT_API_KEY is not used, because CONNECT_SERVER does not name its server.");
    expect(JSON.stringify(fake.requests)).not.toContain(KEY);
  });

  test("--keyring without a keyring fails before the user has to approve or anything is sent", async () => {
    const { fake, start, keyring, opened } = await scene();
    keyring.fails = "no keyring is running";
    const outcome = await start(["login", fake.url, "--web", "--keyring", "--json"]);

    expect(outcome.code).toBe(1);
    expect(jsonError(outcome)).toMatchObject({
      kind: "keyring",
      message: "The key cannot be written to the system's keyring: no keyring is running.",
    });
    expect(jsonError(outcome).fix).toContain("--no-keyring");
    expect(opened).toEqual([]);
    expect(fake.requests).toEqual([]);
  });

  test("to a profile in a keyring that no longer exists fails before the user has to approve", async () => {
    const { fake, start, keyring } = await scene();
    await start(["login", fake.url, "--device", "--keyring"]);
    const sent = fake.requests.length;
    keyring.fails = "no keyring is running";

    expect((await start(["login", fake.url, "--device"])).code).toBe(1);
    expect(fake.requests).toHaveLength(sent);
    expect((await start(["login", fake.url, "--device", "--no-keyring"])).code).toBe(0);
  });

  test("a session that cannot be stored is ended on the server", async () => {
    const { fake, start, keyring } = await scene();
    keyring.failsToWrite = "it is locked";
    const { code } = await start(["login", fake.url, "--device", "--keyring"]);

    expect(code).toBe(1);
    expect(fake.requests.at(-1)?.path).toContain("/oauth/v1/revoke");
  });
});

describe("a session", () => {
  async function signedIn(options: FakeConnectOptions = {}, user?: string) {
    const all = await scene(options, user);
    await all.start(["login", all.fake.url, "--device"]);
    const sessions = async () =>
      JSON.parse(await all.profiles()) as { profiles: { default: { session: Record<string, string> | false } } };
    return { ...all, session: async () => (await sessions()).profiles.default.session };
  }

  const refreshes = (fake: FakeConnect) =>
    fake.requests.filter(({ path }) => path.includes("/oauth/v1/token")).length - 1;

  test("is refreshed before it expires, and stored", async () => {
    const { fake, start, session } = await signedIn();
    const before = await session();
    fake.clock.advance({ minutes: 59, seconds: 30 });

    expect(await start(["count"])).toMatchObject({ code: 0, stderr: "" });
    expect(refreshes(fake)).toBe(1);
    expect(await session()).not.toEqual(before);
    expect((await start(["count"])).code).toBe(0);
    expect(refreshes(fake)).toBe(1);
  });

  test("is refreshed once by commands that run at the same time", async () => {
    const { fake, start } = await signedIn();
    fake.clock.advance({ hours: 2 });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => start(["count"])));

    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(refreshes(fake)).toBe(1);
  });

  test("that the server has ended is removed, and every command asks to sign in again", async () => {
    const { fake, start, session } = await signedIn();
    const listed = await start(["api", "GET", "v1/oauth/clients"]);
    const { results } = JSON.parse(listed.stdout) as { results: { client_id: string }[] };
    await start(["api", "DELETE", `v1/oauth/clients/${results[0]?.client_id ?? ""}`]);
    fake.clock.advance({ hours: 2 });
    const first = await start(["count", "--json"]);
    const sent = fake.requests.length;
    const second = await start(["count"]);

    expect([first.code, second.code]).toEqual([3, 3]);
    expect(jsonError(first).fix).toContain("connect-users login");
    expect(second.stderr).toContain("connect-users login --profile default");
    expect(await session()).toBe(false);
    expect(fake.requests).toHaveLength(sent);
  });

  test("whose profile was edited does not go to another server", async () => {
    const { fake, start, file, profiles } = await signedIn();
    const { writeFile } = await import("node:fs/promises");
    await writeFile(
      file,
      (await profiles()).replace(`"server": "${fake.url}"`, '"server": "https://elsewhere.example.com"'),
    );
    const sent = fake.requests.length;

    expect((await start(["count"])).code).toBe(3);
    expect(fake.requests).toHaveLength(sent);
  });

  test("is used for its server when a flag or variable names that", async () => {
    const { fake, start } = await signedIn();

    expect((await start(["count", "--server", `${fake.url}/connect/`])).stdout).toBe("4\n");
    expect((await start(["count"], { env: { CONNECT_SERVER: fake.url } })).stdout).toBe("4\n");
    expect((await start(["count", "--server", "https://other.example.com"])).code).toBe(3);
  });

  test("gives way to a key in the environment, and `status` says so", async () => {
    const { fake, start } = await signedIn({}, "amara");
    const env = { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey };
    const { stdout, stderr } = await start(["status", "--json"], { env });

    expect(JSON.parse(stdout)).toMatchObject({ username: "admin", credential: "API key", origin: "CONNECT_API_KEY" });
    expect(stderr).toContain("`default`) are not used");
    expect((await start(["count", "--debug"], { env })).stderr).toContain("Using the API key from CONNECT_API_KEY");
  });

  test("status shows whose it is, where it is stored and until when, and no secret", async () => {
    const { start, session, fake } = await signedIn();
    const { code, stdout, stderr } = await start(["status", "--json"]);
    const { accessToken, refreshToken } = Object.assign({ accessToken: "?", refreshToken: "?" }, await session());

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      server: fake.url,
      username: "admin",
      user_role: "administrator",
      credential: "session",
      origin: "profile `default`",
      profile: "default",
      stored_in: "file",
      expires_at: new Date(fake.clock.now().getTime() + 3_600_000).toISOString(),
    });
    for (const secret of [accessToken, refreshToken]) expect(stdout + stderr).not.toContain(secret);
  });

  test("status of a rejected credential shows what is known and exits with 3", async () => {
    const { fake, start } = await scene();
    const env = { CONNECT_SERVER: fake.url, CONNECT_API_KEY: "wrong" };
    const { code, stdout } = await start(["status", "--json"], { env });

    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ server: fake.url, username: null, origin: "CONNECT_API_KEY" });
  });

  test("token prints the access token, refreshed if needed, and nothing else", async () => {
    const { fake, start, session } = await signedIn();
    fake.clock.advance({ hours: 2 });
    const { stdout, stderr } = await start(["token"]);

    expect(stderr).toBe("");
    expect(await session()).toMatchObject({ accessToken: stdout.trim() });
    const { status } = await fake.fetch(`${fake.url}/__api__/v1/user`, {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    expect(status).toBe(200);
  });

  test("token refuses to print an API key", async () => {
    const { fake, start } = await scene();
    const { code, stdout, stderr } = await start(["token"], {
      env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey },
    });

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toContain(fake.apiKey);
  });

  test("logout ends it on the server and removes it, and says so", async () => {
    const { fake, start, session, profiles } = await signedIn();
    const { accessToken } = Object.assign({ accessToken: "?" }, await session());
    const { code, stdout, stderr } = await start(["logout", "--json"]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ profile: "default", revoked: true });
    expect(stderr).toContain("The session has ended on the server, too.");
    expect(JSON.parse(await profiles())).toEqual({ profiles: {} });
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await fake.fetch(`${fake.url}/__api__/v1/user`, { headers })).status).toBe(401);
    expect(await start(["logout"])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("Not signed in") as unknown,
    });
  });

  test("logout says that the server cannot end it, and removes it anyway", async () => {
    const { start, profiles } = await signedIn({ oauth: { revocation: false } });
    const { code, stdout, stderr } = await start(["logout", "--json"]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ revoked: false });
    expect(stderr).toContain("could not be ended on the server");
    expect(JSON.parse(await profiles())).toEqual({ profiles: {} });
  });
});

describe("a machine identity", () => {
  const claims = { repository: "acme/report" };

  /** A server with a trusted publisher, and the exchange of a token of its CI system. */
  async function publisher() {
    const all = await scene();
    const { fake } = all;
    const content = fake.addContent({ access_type: "acl" });
    fake.oauth.addPrincipal({ content, claims });
    const exchange = (identityToken: string) =>
      exchangeIdentityToken({ url: fake.url, identityToken, fetch: fake.fetch });
    return { ...all, content, exchange };
  }

  test("is explained: its key is valid, and belongs to no user", async () => {
    const { fake, start, exchange } = await publisher();
    const { apiKey } = await exchange(await fake.oauth.identityToken({ claims }));
    const env = { CONNECT_SERVER: fake.url, CONNECT_API_KEY: apiKey };
    const status = await start(["status", "--json"], { env });
    const whoami = await start(["whoami"], { env });

    expect(status.code).toBe(0);
    expect(JSON.parse(status.stdout)).toMatchObject({ user_role: "machine identity" });
    expect(whoami.code).toBe(3);
    for (const { stderr } of [status, whoami]) expect(stderr).toContain("machine identity");
  });

  test("cannot be stored as a profile", async () => {
    const { fake, start, exchange, profiles } = await publisher();
    const { apiKey } = await exchange(await fake.oauth.identityToken({ claims }));
    const { code, stderr } = await start(["login", fake.url, "--with-key"], { stdin: apiKey });

    expect(code).toBe(3);
    expect(stderr).toContain("machine identity");
    await expect(profiles()).rejects.toThrow("ENOENT");
  });

  test.each([
    ["a forged token", { claims, forged: true }, 1, /clocks/],
    ["a token of nobody", { claims: { repository: "acme/other" } }, 1, /Add a trusted publisher/],
    ["a token for two", { claims }, 2, /exactly one/],
  ])("cannot be had with %s, which the error explains", async (_, details, principals, fix) => {
    const { fake, exchange, content } = await publisher();
    if (principals === 2) fake.oauth.addPrincipal({ content, claims });

    await expect(exchange(await fake.oauth.identityToken(details))).rejects.toMatchObject({
      problem: "rejected",
      fix: expect.stringMatching(fix) as unknown,
    });
  });

  test.each([{ CONNECT_IDENTITY_TOKEN: "canary" }, { CONNECT_IDENTITY_TOKEN_FILE: "/run/token" }])(
    "is not what this program needs: with %j alone, the error says so",
    async (env) => {
      const { fake, start } = await scene();
      const { code, stderr } = await start(["count", "--server", fake.url], { env });

      expect(code).toBe(3);
      expect(stderr).toMatch(/identity token.*cannot manage users/i);
      expect(stderr).not.toContain("canary");
      expect(fake.requests).toHaveLength(0);
    },
  );
});
