import { defineConfig } from "tsdown";

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
  fixedExtension: false,
  copy: ["src/generated/openapi.json", "src/generated/openapi.portable.json"],
});
