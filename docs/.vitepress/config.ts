import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type DefaultTheme } from "vitepress";
import { EXCLUDED, linkFrom, pageOf } from "./pages.ts";

/* The site. Its pages are the Markdown files of the repository where they are, and `docs/reference`, which is generated. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const description =
  "User management for Posit Connect in TypeScript: a typed client, plans for admins, a command-line tool and a fake server.";

export default defineConfig({
  title: "connect-sdk",
  description,
  lang: "en-US",
  // A project page of GitHub is below the name of the repository.
  base: process.env["DOCS_BASE"] ?? "/",
  srcDir: "..",
  outDir: "../site",
  srcExclude: EXCLUDED,
  rewrites: pageOf,
  cleanUrls: true,
  metaChunk: true,
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      md.core.ruler.push("links-between-files", ({ tokens, env }) => {
        const file = String(Reflect.get(Object(env), "path") ?? "").slice(root.length);
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === "link_open" ? token.attrGet("href") : null;
          if (href !== null) token.attrSet("href", linkFrom(file, href, isPage));
        }
      });
    },
  },
  themeConfig: {
    nav: [
      { text: "Guides", link: "/overview" },
      { text: "Playground", link: "/playground" },
      { text: "Reference", items: reference() },
      { text: "Examples", link: "/examples/" },
    ],
    sidebar: [
      {
        text: "Start",
        items: [
          { text: "Overview", link: "/overview" },
          { text: "Playground", link: "/playground" },
          { text: "Examples", link: "/examples/" },
        ],
      },
      {
        text: "Packages",
        items: ["users", "lifecycle", "cli", "testing", "api"].map((name) => ({
          text: name,
          link: `/packages/${name}/`,
        })),
      },
      { text: "Guides", items: guides() },
      { text: "Reference", items: reference() },
      { text: "Project", items: project() },
    ],
    search: { provider: "local" },
    outline: "deep",
    socialLinks: [{ icon: "github", link: "https://github.com/connect-sdk/connect-sdk" }],
    editLink: { pattern: "https://github.com/connect-sdk/connect-sdk/edit/main/:path" },
    footer: { message: "MIT license. Not made or supported by Posit." },
  },
  vite: {
    // The packages are built for browsers, too; `node:` modules must never reach the page.
    resolve: {
      conditions: ["browser", "import", "module", "default"],
      // The pages are outside of this package, where Vue is not installed.
      alias: [{ find: /^vue(?=\/|$)/, replacement: fileURLToPath(new URL("../node_modules/vue", import.meta.url)) }],
    },
    build: { target: "es2023", chunkSizeWarningLimit: 2_000 },
    esbuild: { target: "es2023" },
    optimizeDeps: { esbuildOptions: { target: "es2023" } },
  },
});

function isPage(file: string): boolean {
  return file.endsWith(".md") && existsSync(`${root}${file}`) && pageOf(file) !== file;
}

function guides(): DefaultTheme.SidebarItem[] {
  return [
    { text: "Recipes", link: "/packages/users/recipes" },
    { text: "Someone leaves", link: "/guides/someone-leaves" },
    { text: "Two accounts for one person", link: "/guides/two-accounts-for-one-person" },
    { text: "The HR file is the source of truth", link: "/guides/hr-file" },
    { text: "Roles from groups", link: "/guides/roles-from-groups" },
    { text: "The auditor asks", link: "/guides/the-auditor-asks" },
    { text: "Using the fake", link: "/packages/testing/guide" },
    { text: "Test runners", link: "/packages/testing/test-runners" },
    { text: "Other clients and generators", link: "/other-clients" },
    { text: "Coming from the Python SDK", link: "/packages/users/python-sdk" },
  ].filter(({ link }) => link.startsWith("/packages/") || existsSync(`${root}docs${link}.md`));
}

function reference(): DefaultTheme.NavItemWithLink[] {
  return [
    { text: "Command line", link: "/reference/cli" },
    { text: "Errors by code", link: "/reference/errors" },
    { text: "Packages (TypeDoc)", link: "/api/index.html", target: "_self" },
    { text: "Endpoints (OpenAPI)", link: "/openapi.html", target: "_self" },
    { text: "Fidelity of the fake", link: "/packages/testing/fidelity" },
    { text: "Compatibility", link: "/compatibility" },
    { text: "Benchmarks", link: "/benchmarks" },
  ];
}

function project(): DefaultTheme.SidebarItem[] {
  return [
    { text: "Contributing", link: "/project/CONTRIBUTING" },
    { text: "Support", link: "/project/SUPPORT" },
    { text: "Security", link: "/project/SECURITY" },
    { text: "Decisions", link: "/decisions/" },
  ];
}
