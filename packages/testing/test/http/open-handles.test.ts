import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const FROM_SOURCE = [`--import=${import.meta.resolve("tsx")}`, "--conditions=@connect-sdk/source"];
const SOURCE = new URL("../../src/index.ts", import.meta.url).href;

/** A program that serves a fake, has a client with a connection that is kept alive, and closes neither. */
function forgetful(then = ""): string[] {
  const program = `
    import { Agent, get } from "node:http";
    import { createFakeConnect } from "${SOURCE}";
    const server = await createFakeConnect().listen();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => get(server.url + "/__ping__", { agent }, (response) => response.resume().on("end", resolve)));
    ${then}
    console.log("done");
  `;
  return [...FROM_SOURCE, "--input-type=module", "--eval", program];
}

it("a forgotten server does not keep a process running", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, forgetful(), { timeout: 20_000 });
  expect(stdout).toBe("done\n");
});

it("a delayed response that nobody waits for does not keep a process running", async () => {
  const then = `
    const slow = await createFakeConnect().listen({ latency: 600_000 });
    await fetch(slow.url, { signal: AbortSignal.timeout(200) }).catch(() => undefined);
    const faulty = createFakeConnect();
    faulty.fault({ delay: 600_000 });
    const unreliable = await faulty.listen();
    await fetch(unreliable.url + "/__api__/v1/user", { signal: AbortSignal.timeout(200) }).catch(() => undefined);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, forgetful(then), { timeout: 20_000 });
  expect(stdout).toBe("done\n");
});

it("node --test ends although a test forgets its server", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fake-connect-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "forgetful.test.mjs");
  await writeFile(
    file,
    `
      import { test } from "node:test";
      import { createFakeConnect } from "${SOURCE}";
      test("forgets", async () => {
        const server = await createFakeConnect().listen();
        await fetch(server.url);
      });
    `,
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...FROM_SOURCE, "--test", "--test-reporter=tap", file],
    // A runner that runs inside another one reports to that.
    { timeout: 20_000, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  expect(stdout).toMatch(/^# pass 1$/m);
});

it("server.ref() keeps the process running until the server is closed", async () => {
  const child = spawn(process.execPath, forgetful(`server.ref(); process.once("SIGTERM", () => server.close());`), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  // As long as it takes another program to start and end.
  await promisify(execFile)(process.execPath, ["--eval", ""]);
  expect(child.exitCode).toBeNull();
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await expect(exited).resolves.toEqual([0, null]);
});
