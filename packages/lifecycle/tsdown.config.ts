import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  platform: "neutral",
  target: "es2023",
  // Go to Definition leads to the commented sources, which are published too.
  dts: { sourcemap: true },
  sourcemap: true,
  fixedExtension: false,
});
