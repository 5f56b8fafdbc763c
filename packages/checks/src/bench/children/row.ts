import { rows } from "../rows.ts";

/** Measures one row. Usage: `row.ts NAME full|small`. Prints its figures as JSON. */
const [name, size] = process.argv.slice(2);
const row = rows.find((each) => each.name === name);
if (row === undefined) throw new TypeError(`Unknown row: ${name ?? "none"}.`);
console.log(JSON.stringify(await row.measure(size === "small" ? "small" : "full")));
