import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/vitest.ts", "src/msw.ts", "src/main.ts"],
  platform: "node",
  target: "es2023",
  dts: true,
  sourcemap: true,
  fixedExtension: false,
});
