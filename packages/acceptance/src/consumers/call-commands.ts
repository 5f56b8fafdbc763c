import assert from "node:assert/strict";
import { join } from "node:path";
import type { Checklist } from "../checklist.ts";
import { expectSuccess, runCommand, type RunOptions } from "../run-command.ts";
import { folderOf, readObject, type PublishedPackage } from "../workspace.ts";

/** Calls `connect-users` and `fake-connect` the way a shell finds them after `npm install`. */
export async function callCommands(checklist: Checklist, project: string): Promise<void> {
  const bin = (name: string): string => join(project, "node_modules", ".bin", name);
  const connectUsers = bin("connect-users");
  const fakeConnect = bin("fake-connect");
  const options: RunOptions = {
    cwd: project,
    env: { CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined, NO_COLOR: "1" },
  };
  const onFake = (...command: string[]): string[] => ["exec", "--users", "20", "--seed", "7", "--", ...command];

  await checklist.check("connect-users --version", "run", async () => {
    assert.match(await expectSuccess(connectUsers, ["--version"], options), new RegExp(versionOf("cli")));
  });
  await checklist.check("fake-connect --version", "run", async () => {
    assert.match(await expectSuccess(fakeConnect, ["--version"], options), new RegExp(versionOf("testing")));
  });
  await checklist.check("connect-users without a server", "run", async () => {
    const { status, stdout, stderr } = await runCommand(connectUsers, ["list"], options);
    assert.notEqual(status, 0);
    assert.equal(stdout, "");
    assert.match(stderr, /CONNECT_SERVER/);
  });
  await checklist.check("fake-connect exec -- connect-users", "run", async () => {
    const listed: unknown = JSON.parse(
      await expectSuccess(fakeConnect, onFake(connectUsers, "list", "--json"), options),
    );
    assert.ok(Array.isArray(listed));
    assert.equal(listed.length, 20);
  });
  await checklist.check("fake-connect exec passes the status on", "run", async () => {
    const { status } = await runCommand(fakeConnect, onFake(connectUsers, "show", "nobody-of-that-name"), options);
    assert.equal(status, 4);
  });
}

function versionOf(name: PublishedPackage): string {
  return String(readObject(join(folderOf(name), "package.json"))["version"]).replaceAll(".", "\\.");
}
