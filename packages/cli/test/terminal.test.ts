import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";
import { hasTerminal, runInTerminal } from "./support/terminal.ts";

const CTRL_C = "\u0003";

describe.skipIf(!hasTerminal)("in a terminal", { timeout: 60_000 }, () => {
  test("import asks for confirmation, shows progress, and Ctrl-C prints how to resume", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", delay: 15 });
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const { path } = await folder({
      "users.csv": `username,email\n${Array.from({ length: 300 }, (_, at) => `user-${at},u${at}@x.example\n`).join("")}`,
    });

    const declined = await runInTerminal(["import", "users.csv"], [["[y/N]", "\r"]], { env, cwd: path });
    expect(declined).toMatchObject({ code: 1, screen: containing("Nothing was changed.") });
    expect(fake.users).toHaveLength(1);

    const steps = [
      ["[y/N]", "y\r"],
      ["/s, ", CTRL_C],
    ] as const;
    const interrupted = await runInTerminal(["import", "users.csv"], steps, { env, cwd: path });
    expect(interrupted.code).toBe(5);
    expect(interrupted.screen).toContain("300 to create; --dry-run shows all of them.");
    expect(interrupted.screen).toContain("Create 300 users? [y/N]");
    expect(interrupted.screen).toMatch(/Changing users \d+ of 300 \(\d+%\), [\d.]+\/s, \d+s left/);
    expect(interrupted.screen).toContain("Finishing the changes in progress.");
    expect(interrupted.screen).toContain("connect-users import users.csv");

    const resumed = await runInTerminal(["import", "users.csv"], [["[y/N]", "y\r"]], { env, cwd: path });
    expect(resumed.code).toBe(0);
    expect(fake.users).toHaveLength(301);
  });

  test("progress fits a terminal that is made narrower during the import", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", delay: 15 });
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const users = Array.from({ length: 300 }, (_, at) => `user-${at},u${at}@x.example\n`);
    const { path } = await folder({ "users.csv": `username,email\n${users.join("")}` });
    const argv = ["import", "users.csv", "--yes"];
    const { code, screen } = await runInTerminal(argv, [["/s, ", 30]], { env, cwd: path });

    expect(code).toBe(0);
    const cutShort = screen.split("\r").filter((line) => line.startsWith("Changing users") && line.endsWith("…"));
    expect(cutShort.length).toBeGreaterThan(0);
    for (const line of cutShort) expect(line).toHaveLength(29);
  });

  test("licenses draws a chart", async () => {
    const fake = createFakeConnect({ users: 200, licence: { users: 500 } });
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey, NO_COLOR: "1" };
    const { code, screen } = await runInTerminal(["licenses"], [], { env, cwd: (await folder()).path });

    expect(code).toBe(0);
    expect(screen).toMatch(/\d+ of 500 seats used, \d+ free/);
    expect(screen).toContain("█");
  });
});
