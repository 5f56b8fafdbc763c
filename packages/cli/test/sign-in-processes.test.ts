import { createFakeConnect } from "@connect-sdk/testing";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { childEnvironment } from "./support/environment.ts";
import { folder } from "./support/folder.ts";
import { main, text } from "./support/shell.ts";

/** A computer whose profile `default` has a session that must be refreshed, and the programs that run on it. */
async function computer({ expiresAt = 0 } = {}) {
  // The clock of the processes runs.
  const fake = createFakeConnect({ now: "system", oauth: { autoApprove: "admin" } });
  const server = await fake.listen({ port: 0 });
  onTestFinished(() => server.close());
  const { path } = await folder();
  const file = join(path, "connect-users", "profiles.json");
  const session = await signIn(server.url);
  await mkdir(join(path, "connect-users"), { mode: 0o700 });
  const profiles = { default: { server: server.url, session: { ...session, expiresAt } } };
  await writeFile(file, JSON.stringify({ profiles }), { mode: 0o600 });
  const start = async (argv: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [main, ...argv], {
      env: { ...childEnvironment, XDG_CONFIG_HOME: path, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, stdout, stderr };
  };
  return { fake, server, file, path, start, stored: async () => JSON.parse(await readFile(file, "utf8")) as unknown };
}

async function signIn(url: string) {
  const { signInWithDevice } = await import("@connect-sdk/api/oauth");
  const sleep = () => Promise.resolve();
  return signInWithDevice({ url, clientName: "connect-users", clock: { sleep }, onCode: () => undefined });
}

test("processes that run at the same time refresh once, and never lose the session", { timeout: 120_000 }, async () => {
  const { fake, start, file } = await computer();
  const before = fake.requests.length;
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => start(["count"])));

  expect(outcomes.map(({ code, stderr }) => [code, stderr])).toEqual(outcomes.map(() => [0, ""]));
  const refreshes = fake.requests.slice(before).filter(({ path }) => path.includes("/oauth/v1/token"));
  expect(refreshes.map(({ status }) => status)).toEqual([200]);
  expect(await readdir(join(file, ".."))).toEqual(["profiles.json"]);
  expect((await start(["whoami", "--json"])).code).toBe(0);
});

test("a response that is lost after the rotation ends in signing in again", { timeout: 120_000 }, async () => {
  const { fake, start } = await computer();
  const fault = fake.fault({ path: "/oauth/v1/token", reset: "after", times: 1 });
  const first = await start(["count"]);
  fault.remove();
  const sent = fake.requests.length;
  const second = await start(["count"]);
  const third = await start(["count"]);

  expect([first.code, second.code, third.code]).toEqual([1, 3, 3]);
  expect(second.stderr).toContain("connect-users login");
  expect(fake.requests.slice(sent).filter(({ path }) => path.includes("/token"))).toHaveLength(1);
});

test(
  "no secret appears in arguments, the environment of children, --debug or errors",
  { timeout: 120_000 },
  async () => {
    const { server, start, stored, path } = await computer();
    // A browser that records how it was started.
    const record = join(path, "record");
    await mkdir(join(path, "bin"));
    await writeFile(
      join(path, "bin", "xdg-open"),
      `#!/bin/sh\n(echo "$@"; env) > '${record}.tmp'\nmv '${record}.tmp' '${record}'\n`,
      { mode: 0o755 },
    );
    const env = { PATH: `${join(path, "bin")}:${childEnvironment.PATH}`, CONNECT_API_KEY: "canary-key-0123456789" };
    const seen: string[] = [];
    const add = ({ stdout, stderr }: { stdout: string; stderr: string }) => seen.push(stdout, stderr);
    const secrets = new Set<string>([env.CONNECT_API_KEY]);
    const remember = async () => {
      for (const [, secret = ""] of JSON.stringify(await stored()).matchAll(/"(?:access|refresh)Token":"([^"]+)"/g)) {
        secrets.add(secret);
      }
    };
    await remember();
    add(await start(["status", "--debug", "--profile", "default"]));
    await remember();
    add(await start(["count", "--debug", "--json"]));
    add(await start(["show", "nobody", "--debug", "--profile", "default"]));
    add(await start(["profiles"]));
    const signIn = start(["login", server.url, "--web", "--profile", "other", "--debug"], env);
    const page = await waitForFile(record);
    const url = /https?:\S+/.exec(page)?.[0] ?? "";
    // The fake approves at once and sends the browser back.
    await fetch(url);
    add(await signIn);
    await remember();
    add(await start(["logout", "--profile", "other", "--debug"]));

    expect(secrets.size).toBeGreaterThanOrEqual(7);
    expect(seen.join("\n")).toContain("Signed in as");
    for (const secret of secrets) {
      expect(seen.join("\n")).not.toContain(secret);
      expect(page).not.toContain(secret);
    }
    expect(page).not.toMatch(/code_verifier|CONNECT_API_KEY/);
  },
);

test.skipIf(process.platform !== "linux")(
  "no secret can be seen from outside while the program waits, nor in its diagnostic report",
  { timeout: 120_000 },
  async () => {
    const { fake, server, path, stored } = await computer();
    const faults = {
      count: fake.fault({ operationId: "getUsers", delay: 60_000 }),
      login: fake.fault({ operationId: "getCurrentUser", delay: 60_000 }),
    };
    const options = [`--report-directory=${path}`, "--report-filename=report.json", "--report-on-signal"];
    const watch = async (argv: readonly string[], input: string, fault: { readonly hits: number }) => {
      const child = spawn(process.execPath, [...options, main, ...argv], {
        env: { ...childEnvironment, XDG_CONFIG_HOME: path },
        stdio: ["pipe", "ignore", "ignore"],
      });
      onTestFinished(() => void child.kill("SIGKILL"));
      child.stdin.end(input);
      await vi.waitFor(() => {
        expect(fault.hits).toBeGreaterThan(0);
      }, 60_000);
      child.kill("SIGUSR2");
      const report = await waitForFile(join(path, "report.json"), (content) => content.trimEnd().endsWith("}"));
      await rm(join(path, "report.json"));
      const processes = [String(child.pid), ...(await childrenOf(String(child.pid)))];
      const files = processes.flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`]);
      const seen = await Promise.all(files.map((file) => readFile(file, "utf8")));
      child.kill("SIGKILL");
      return [report, ...seen].join("\n");
    };
    const key = "canary-key-0123456789abcdef";
    const seen = [
      await watch(["count", "--debug"], "", faults.count),
      await watch(["login", server.url, "--with-key", "--profile", "other"], key, faults.login),
    ].join("\n");
    const tokens = [...JSON.stringify(await stored()).matchAll(/"(?:access|refresh)Token":"([^"]+)"/g)];

    expect(tokens).toHaveLength(2);
    expect(seen).toContain("--with-key");
    for (const secret of [key, ...tokens.map(([, token = ""]) => token)]) expect(seen).not.toContain(secret);
  },
);

async function childrenOf(pid: string): Promise<string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return children.split(" ").filter((each) => each !== "");
}

async function waitForFile(name: string, isComplete: (content: string) => boolean = () => true): Promise<string> {
  for (;;) {
    const content = await readFile(name, "utf8").catch(() => undefined);
    if (content !== undefined && isComplete(content)) return content;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// `script` gives a program a terminal of its own. It is part of Debian's base system.
test.skipIf(!existsSync("/usr/bin/script"))(
  "in a terminal, the code is shown and the session stored",
  async () => {
    const { server, path } = await computer();
    const folderOfNewPerson = join(path, "new");
    const quoted = [process.execPath, main, "login", server.url, "--device"].map((word) => `'${word}'`).join(" ");
    const child = spawn("/usr/bin/script", ["--quiet", "--return", "--command", quoted, "/dev/null"], {
      env: { ...childEnvironment, XDG_CONFIG_HOME: folderOfNewPerson, TERM: "xterm" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [screen, code] = await Promise.all([text(child.stdout), closed]);

    expect(code).toBe(0);
    expect(screen).toMatch(/type the code\s+[A-Z]{4}-[A-Z]{4}/);
    expect(screen).toContain("Signed in as");
    const stored = await readFile(join(folderOfNewPerson, "connect-users", "profiles.json"), "utf8");
    const tokens = [...stored.matchAll(/"(?:accessToken|refreshToken)": ?"([^"]+)"/g)].map(([, token = ""]) => token);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(screen).not.toContain(token);
  },
  60_000,
);
