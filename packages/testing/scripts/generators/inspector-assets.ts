import { build, transform } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const folder = new URL("../../inspector/", import.meta.url);

/** Bundles the page of the inspector and its library into a module of strings, so that the package needs no other files. */
export async function generateInspectorAssets(): Promise<string> {
  const [html, icon, css, javascript] = await Promise.all([
    source("index.html"),
    source("icon.svg"),
    styles(),
    bundle(),
  ]);
  return [
    "/** The page of the inspector and its files. */",
    `export const html = ${JSON.stringify(html)};`,
    `export const icon = ${JSON.stringify(icon.trim())};`,
    `export const css = ${JSON.stringify(css)};`,
    `export const javascript = ${JSON.stringify(javascript)};`,
    "",
  ].join("\n");
}

function source(name: string): Promise<string> {
  return readFile(new URL(name, folder), "utf8");
}

async function styles(): Promise<string> {
  const { code } = await transform(await source("inspector.css"), { loader: "css", minify: true, target: TARGET });
  return code.trim();
}

/** The first versions with `light-dark()`. */
const TARGET = ["chrome123", "firefox120", "safari17.5"];

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("main.tsx", folder))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: TARGET,
    jsx: "automatic",
    jsxImportSource: "preact",
    // The page may import types of the sources, never their code.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: "react-jsx", jsxImportSource: "preact" } },
    banner: { js: await notice() },
    charset: "utf8",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

/** The license of Preact requires its text in every copy. */
async function notice(): Promise<string> {
  const license = await readFile(new URL("LICENSE", import.meta.resolve("preact/package.json")), "utf8");
  return `/*! Contains Preact.\n\n${license.trim()}\n*/`;
}
