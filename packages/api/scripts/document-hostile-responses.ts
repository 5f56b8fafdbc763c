/** Updates the table of hostile responses in the README. */
import { readFile, writeFile } from "node:fs/promises";
import { withHostileTable } from "../test/support/hostile-table.ts";

const readme = new URL("../README.md", import.meta.url);
await writeFile(readme, await withHostileTable(await readFile(readme, "utf8")));
