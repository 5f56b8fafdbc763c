import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/* Adds to the built site what VitePress does not make: the reference of TypeDoc, and `llms.txt`. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = join(root, "site");

run("typedoc", ["--out", join(site, "api"), "--customCss", "docs/typedoc.css", "--favicon", "docs/public/favicon.svg"]);
writeFileSync(join(site, "llms.txt"), llmsText());

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(join(root, "node_modules", ".bin", command), args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${command} failed.`);
}

/** The map of the site for language models (llmstxt.org): every page with its title. */
function llmsText(): string {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !/^(api|404)/.test(file))
    .toSorted()
    .map((file) => {
      const [, title = file] =
        /<title>(.+?)( \| connect-sdk)?<\/title>/.exec(readFileSync(join(site, file), "utf8")) ?? [];
      return `- [${title}](/${file.replaceAll("\\", "/").replace(/(index)?\.html$/, "")})`;
    });
  return [
    "# connect-sdk",
    "> User management for Posit Connect in TypeScript: `@connect-sdk/users` (objects), `@connect-sdk/lifecycle` (plans), `@connect-sdk/api` (typed client), `@connect-sdk/testing` (fake server), `connect-users` (command line).",
    "Call `connect()` of `@connect-sdk/users`; it reads CONNECT_SERVER and CONNECT_API_KEY. Test against `createFakeConnect()` of `@connect-sdk/testing`.",
    "## Pages",
    pages.join("\n"),
    "- [Packages (TypeDoc)](/api/index.html)",
    "",
  ].join("\n\n");
}
