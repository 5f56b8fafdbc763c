/** `npm start`: installs, builds, and shows what the project does. */
import { spawnSync } from "node:child_process";
import { install, pnpm, root } from "./pnpm.mjs";

console.log("Installing and building …");
install();
const built = pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only", "--log-order=grouped"]);
if (built !== 0) process.exit(built);

const demo = spawnSync(process.execPath, ["scripts/demo.mjs"], { cwd: root, stdio: "inherit" });
process.exitCode = demo.status ?? 1;
