import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { packageFolder } from "../measure/package-folder.ts";
import type { Row } from "../row.ts";

export const browserSize: Row = {
  name: "browser-size",
  what: "`@connect-sdk/users` with everything it needs",
  floor: "bundled for a browser by esbuild, minified and gzipped",
  budget: { at: "most", value: 7, unit: "kB" },
  async measure() {
    const { outputFiles } = await build({
      stdin: { contents: `export * from "@connect-sdk/users";`, resolveDir: packageFolder("users") + "../bench" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2023",
    });
    return outputFiles.map(({ contents }) => gzipSync(contents, { level: 9 }).length / 1000);
  },
};
