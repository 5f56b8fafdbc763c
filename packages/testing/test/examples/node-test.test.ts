import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const EXAMPLE = fileURLToPath(new URL("../../examples/node-test/lock-leavers.test.ts", import.meta.url));

it("the example for node:test passes", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--import=${import.meta.resolve("tsx")}`,
    "--conditions=@connect-sdk/source",
    "--test",
    "--test-reporter=tap",
    EXAMPLE,
  ]);
  expect(stdout).toMatch(/^# pass 2$/m);
  expect(stdout).toMatch(/^# fail 0$/m);
});
