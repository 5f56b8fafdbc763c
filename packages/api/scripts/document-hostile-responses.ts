/** Updates the table in `docs/hostile-responses.md`. */
import { readFile, writeFile } from "node:fs/promises";
import { withHostileTable } from "../test/support/hostile-table.ts";

const page = new URL("../docs/hostile-responses.md", import.meta.url);
await writeFile(page, await withHostileTable(await readFile(page, "utf8")));
