import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    vitest: "src/vitest.ts",
    msw: "src/msw.ts",
    main: "src/cli/main.ts",
    listen: "src/listen.ts",
    "no-listen": "src/no-listen.ts",
  },
  // One of the two above, selected where the package is used.
  deps: { neverBundle: ["#listen"] },
  platform: "node",
  target: "es2023",
  // Go to Definition leads to the commented sources, which are published too.
  dts: { sourcemap: true },
  sourcemap: true,
  fixedExtension: false,
});
