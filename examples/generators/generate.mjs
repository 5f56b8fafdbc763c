// Generates a client with each generator, from the portable document.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

mkdirSync("generated", { recursive: true });
// Some generators accept only a path in this folder.
copyFileSync(fileURLToPath(import.meta.resolve("@connect-sdk/api/openapi.portable.json")), "generated/connect.json");
const input = "./generated/connect.json";

const commands = {
  "openapi-typescript": [input, "-o", "generated/openapi-typescript.ts"],
  "openapi-ts": ["-i", input, "-o", "generated/hey-api", "--client", "@hey-api/client-fetch"],
  orval: ["--input", input, "--output", "generated/orval.ts", "--client", "fetch"],
  "swagger-typescript-api": ["generate", "-p", input, "-o", "generated", "-n", "swagger-typescript-api.ts"],
  "typed-openapi": [input, "-o", "generated/typed-openapi.ts"],
  oazapfts: [input, "generated/oazapfts.ts"],
  "openapi-zod-client": [input, "-o", "generated/openapi-zod-client.ts"],
};

for (const [name, args] of Object.entries(commands)) {
  const { status } = spawnSync("npx", ["--no-install", name, ...args], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${name} failed.`);
}
