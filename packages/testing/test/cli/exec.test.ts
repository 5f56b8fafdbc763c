import { createFakeConnect } from "@connect-sdk/testing";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { runMain } from "../support/run-main.ts";
import { spawnProgram } from "../support/spawn-program.ts";

const node = (script: string) => ["--", process.execPath, "--input-type=module", "--eval", script];

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === "::1"));

const COUNT_USERS = `
  const { CONNECT_SERVER, CONNECT_API_KEY } = process.env;
  const response = await fetch(CONNECT_SERVER + "/__api__/v1/users", { headers: { authorization: "Key " + CONNECT_API_KEY } });
  const { total, results } = await response.json();
  console.log(total, results[0].user_role);
`;

describe("fake-connect exec", () => {
  it("runs the command against a fresh server with exactly one user, the administrator", async () => {
    const program = spawnProgram(["exec", ...node(COUNT_USERS)]);
    await expect(program.nextLine()).resolves.toBe("1 administrator");
    await expect(program.ended).resolves.toEqual({ code: 0, signal: null, stderr: "" });
  });

  it("seeds the server with the given options", async () => {
    const program = spawnProgram(["exec", "--users", "25", "--provider", "ldap", ...node(COUNT_USERS)]);
    await expect(program.nextLine()).resolves.toMatch(/^25 /);
  });

  it("starts without users with --empty; the key is valid after the command bootstraps", async () => {
    const program = spawnProgram([
      "exec",
      "--empty",
      ...node(`
        const { CONNECT_SERVER, CONNECT_API_KEY } = process.env;
        const user = () => fetch(CONNECT_SERVER + "/__api__/v1/user", { headers: { authorization: "Key " + CONNECT_API_KEY } });
        const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");
        const token = encode({ alg: "HS256", typ: "JWT" }) + "." + encode({ iss: "rsconnect-python", aud: "rsconnect", scope: "bootstrap", exp: Date.now() / 1000 + 900 }) + ".signature";
        const before = (await user()).status;
        const authorization = "Connect-Bootstrap " + token;
        const response = await fetch(CONNECT_SERVER + "/__api__/v1/experimental/bootstrap", { method: "POST", headers: { authorization } });
        const { api_key } = await response.json();
        console.log(before, response.status, api_key === CONNECT_API_KEY, (await (await user()).json()).username);
      `),
    ]);
    await expect(program.nextLine()).resolves.toBe("401 200 true __bootstrap_admin__");
  });

  it("overrides the variables of its own environment", async () => {
    const program = spawnProgram(["exec", ...node(COUNT_USERS)], {
      CONNECT_SERVER: "https://production.example",
      CONNECT_API_KEY: "a-real-key",
    });
    await expect(program.nextLine()).resolves.toBe("1 administrator");
  });

  it.each([
    ["127.0.0.1,localhost", {}],
    ["intern.example,127.0.0.1,localhost", { NO_PROXY: "intern.example" }],
    ["*", { no_proxy: "*" }],
  ])("keeps the command from asking a proxy for the server: NO_PROXY is %s", async (expected, variables) => {
    const program = spawnProgram(["exec", ...node("console.log(process.env.NO_PROXY + ' ' + process.env.no_proxy)")], {
      HTTP_PROXY: "http://proxy.example:3128",
      NO_PROXY: "",
      no_proxy: "",
      ...variables,
    });
    await expect(program.nextLine()).resolves.toBe(`${expected} ${expected}`);
  });

  it.runIf(hasIPv6)("names an address of IPv6 with brackets and without", async () => {
    const command = node("console.log(process.env.NO_PROXY)");
    const program = spawnProgram(["exec", "--host", "::1", ...command], { NO_PROXY: "", no_proxy: "" });
    await expect(program.nextLine()).resolves.toBe("[::1],::1,127.0.0.1,localhost");
  });

  it("gives the command the key of --api-key, or else a random one", async () => {
    const key = async (...flags: string[]): Promise<string> =>
      spawnProgram(["exec", ...flags, ...node("console.log(process.env.CONNECT_API_KEY)")]).nextLine();
    await expect(key("--api-key", "my-key")).resolves.toBe("my-key");
    await expect(key("--seed", "1")).resolves.toBe(createFakeConnect({ seed: 1 }).apiKey);
    const [one, other] = [await key(), await key()];
    expect(one).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(one).not.toBe(other);
  });

  it.each([0, 1, 42])("exits with the exit code of the command: %i", async (status) => {
    await expect(runMain("exec", ...node(`process.exit(${String(status)})`))).resolves.toEqual({
      status,
      stdout: "",
      stderr: "",
    });
  });

  it("exits with 128 and the number of the signal that ended the command", async () => {
    await expect(runMain("exec", ...node(`process.kill(process.pid, "SIGKILL")`))).resolves.toMatchObject({
      status: 137,
    });
  });

  it("passes the arguments on unchanged, without a shell", async () => {
    const args = ["--", "$HOME", "a b", "*", "; exit 3"];
    const program = spawnProgram([
      "exec",
      "--",
      process.execPath,
      "--eval",
      "console.log(JSON.stringify(process.argv.slice(1)))",
      ...args,
    ]);
    await expect(program.nextLine()).resolves.toBe(JSON.stringify(args.slice(1)));
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("passes %s on to the command", async (signal) => {
    const program = spawnProgram([
      "exec",
      ...node(`
        process.on("${signal}", () => { console.log("got ${signal}"); process.exit(7); });
        setInterval(() => {}, 60_000);
        console.log("ready");
      `),
    ]);
    await expect(program.nextLine()).resolves.toBe("ready");
    program.process.kill(signal);
    await expect(program.nextLine()).resolves.toBe(`got ${signal}`);
    await expect(program.ended).resolves.toMatchObject({ code: 7, signal: null });
  });

  it("names a command that does not exist, and exits with 127", async () => {
    await expect(runMain("exec", "--", "no-such-command-anywhere")).resolves.toEqual({
      status: 127,
      stdout: "",
      stderr: "fake-connect: cannot run no-such-command-anywhere: command not found\n",
    });
  });
});
