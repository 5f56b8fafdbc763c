import { defineConfig } from "tsdown";

/** What every client needs: one file, so that a page does not load many small ones. The others are loaded on demand. */
const INITIAL =
  /src\/(call-input|client|errors|input|on-demand|plugin|response|signals|url|generated\/endpoints|plugins\/(credentials|headers|retry|time-limits))\.ts$/;

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/schema.ts",
    "src/operations.ts",
    "src/openapi-fetch.ts",
    "src/oauth/index.ts",
    "src/internal.ts",
  ],
  platform: "neutral",
  target: "es2023",
  // Go to Definition leads to the commented sources, which are published too.
  dts: { sourcemap: true },
  sourcemap: true,
  outputOptions: { codeSplitting: { groups: [{ name: "client", test: INITIAL }] } },
  fixedExtension: false,
  copy: ["src/generated/openapi.json", "src/generated/openapi.portable.json"],
});
