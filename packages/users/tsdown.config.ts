import { defineConfig } from "tsdown";

/** What a page loads at once: one file, so that it does not load many small ones. The others are loaded on demand. */
const INITIAL = /src\/(connection|errors|owned|records|session|user|user-list|users)\.ts$/;

export default defineConfig({
  entry: ["src/index.ts"],
  platform: "neutral",
  target: "es2023",
  // Go to Definition leads to the commented sources, which are published too.
  dts: { sourcemap: true },
  sourcemap: true,
  outputOptions: { codeSplitting: { groups: [{ name: "users", test: INITIAL }] } },
  fixedExtension: false,
});
