/** Updates the table of `fetch` implementations in the compatibility page. */
import { readFile, writeFile } from "node:fs/promises";
import { withFetchTable } from "../test/support/fetch-matrix.ts";

const page = new URL("../../../docs/compatibility.md", import.meta.url);
await writeFile(page, await withFetchTable(await readFile(page, "utf8")));
