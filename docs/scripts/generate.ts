import { mkdirSync, writeFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { createConnectClient, isConnectError } from "@connect-sdk/api";
import { main } from "@connect-sdk/cli";
import { errorTable } from "@connect-sdk/testing";
import { endpointPages } from "./endpoints.ts";

/* Writes the pages of `docs/reference` that are generated: the command line, the errors and the endpoints. They are not committed. */

const folder = fileURLToPath(new URL("../reference/", import.meta.url));
mkdirSync(`${folder}endpoints`, { recursive: true });
writeFileSync(`${folder}cli.md`, await commandLine());
writeFileSync(`${folder}errors.md`, await errors());
for (const [name, text] of endpointPages()) writeFileSync(`${folder}endpoints/${name}.md`, text);

/** The help of every command, as the program prints it. */
async function commandLine(): Promise<string> {
  const help = await run(["--help"]);
  const names = [...help.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name ?? "");
  const sections = [];
  for (const name of names) sections.push(`## ${name}\n\n${fence(await run([name, "--help"]))}`);
  if (sections.length < 10) throw new Error("The commands were not found in the help.");
  const intro =
    "The help of every command of [`connect-users`](../../packages/cli/README.md), as the program prints it.";
  return ["---\neditLink: false\n---", "# Command line", intro, fence(help), ...sections, ""].join("\n\n");
}

async function run(argv: readonly string[]): Promise<string> {
  let text = "";
  const stdout = { write: (chunk: string) => (text += chunk), columns: 100 };
  const exitCode = await main(argv, { stdout, stderr: stdout, stdin: new PassThrough().end(), env: { NO_COLOR: "1" } });
  if (exitCode !== 0) throw new Error(`connect-users ${argv.join(" ")} exited with ${exitCode}:\n${text}`);
  return text.trim();
}

/** Every error code of Connect that the fake knows: what the client throws for it, and what to do. */
async function errors(): Promise<string> {
  const rows = [];
  for (const { code, status, text } of Object.values(errorTable)) {
    const { name, fix } = await errorFor(status, code, text);
    rows.push(`| ${code} | ${status} | ${cell(text)} (\`${name}\`)<br>**Fix:** ${cell(fix)} |`);
  }
  return [
    "---\naside: false\neditLink: false\n---",
    "# Errors by code",
    "Connect's error codes, the class that the client throws, and the `fix` that it carries. Messages of real servers differ in wording. " +
      "Test for the code: `isApiError(error, { code: 8 })`.",
    ["| code | status | error |", "| --- | --- | --- |", ...rows].join("\n"),
    "",
  ].join("\n\n");
}

async function errorFor(status: number, code: number, error: string): Promise<{ name: string; fix: string }> {
  const fetch = (): Promise<Response> => Promise.resolve(Response.json({ code, error, payload: null }, { status }));
  const api = createConnectClient({ url: "https://connect.example.com", apiKey: "k".repeat(32), fetch, retry: false });
  const thrown: unknown = await api.request("GET", "v1/user").catch((reason: unknown) => reason);
  if (!isConnectError(thrown)) throw new Error(`Code ${code} threw ${String(thrown)}`);
  return { name: thrown.name, fix: thrown.fix };
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;");
}
