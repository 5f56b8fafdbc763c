#!/usr/bin/env node
import { main } from "../dist/main.js";

// Whoever reads the output may stop early, as `head -1` does; that is no reason to stop serving.
process.stdout.on("error", () => {});
process.exitCode = await main(process.argv.slice(2));
