import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expectSuccess } from "../run-command.ts";
import { root } from "../workspace.ts";

/** Finds a Chromium or Chrome; where Debian's package can be installed, installs it. `CHROMIUM` names another one. */
export async function findChromium(): Promise<string> {
  const found = process.env["CHROMIUM"] ?? onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error("There is no Chromium here. Install one, or name it in the environment variable CHROMIUM.");
  }
  const options = { cwd: root, env: { DEBIAN_FRONTEND: "noninteractive" }, timeout: 300_000 };
  await expectSuccess("apt-get", ["update", "-qq"], options);
  await expectSuccess("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"], options);
  const installed = onPath();
  if (installed === undefined) throw new Error("Debian's chromium was installed, but it is not on PATH.");
  return installed;
}

function onPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}
