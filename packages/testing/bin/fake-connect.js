#!/usr/bin/env node
import { main } from "../dist/main.js";

// A reader of the output may stop early, as `head -1` does; the server continues.
process.stdout.on("error", () => {});
process.exitCode = await main(process.argv.slice(2));
