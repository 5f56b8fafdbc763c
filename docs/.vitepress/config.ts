import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type DefaultTheme } from "vitepress";
import { descriptionOf, EXCLUDED, imageFrom, linkFrom, pageOf, REPOSITORY, SITE } from "./pages.ts";

/* The site. Its pages are the Markdown files of the repository where they are, and `docs/reference`, which is generated. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const description =
  "User management for Posit Connect in TypeScript: a typed client, plans for admins, a command-line tool and a fake server.";

const ENDPOINTS = "/reference/endpoints/";

// A project page of GitHub is below the name of the repository.
const base = process.env["DOCS_BASE"] ?? "/";

export default defineConfig({
  title: "connect-sdk",
  description,
  lang: "en-US",
  base,
  head: [
    ["link", { rel: "icon", href: `${base}favicon.svg`, type: "image/svg+xml" }],
    ["meta", { name: "theme-color", content: "#3451b2" }],
    ["meta", { property: "og:type", content: "website" }],
    ["meta", { property: "og:site_name", content: "connect-sdk" }],
    ["meta", { property: "og:image", content: `${SITE}card.png` }],
    ["meta", { property: "og:image:width", content: "1200" }],
    ["meta", { property: "og:image:height", content: "630" }],
    ["meta", { property: "og:image:alt", content: description }],
    ["meta", { name: "twitter:card", content: "summary_large_image" }],
  ],
  sitemap: { hostname: SITE },
  srcDir: "..",
  outDir: "../site",
  srcExclude: EXCLUDED,
  rewrites: pageOf,
  cleanUrls: true,
  metaChunk: true,
  transformPageData(page) {
    const { filePath, frontmatter } = page;
    const text = filePath === "" ? undefined : descriptionOf(readFileSync(`${root}${filePath}`, "utf8"));
    return { description: frontmatter["layout"] === "home" ? description : (text ?? description) };
  },
  transformHead({ pageData: { relativePath, title, description: text } }) {
    const path = relativePath.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "");
    return [
      ["link", { rel: "canonical", href: SITE + path }],
      ["meta", { property: "og:url", content: SITE + path }],
      ["meta", { property: "og:title", content: title || "connect-sdk" }],
      ["meta", { property: "og:description", content: text }],
    ];
  },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      // Badges show what npm and GitHub know. The site loads nothing from elsewhere.
      md.core.ruler.before("normalize", "badges", (state) => {
        state.src = state.src.replaceAll(/^\[!\[.+\n/gm, "");
      });
      md.core.ruler.push("links-between-files", ({ tokens, env }) => {
        const file = String(Reflect.get(Object(env), "path") ?? "").slice(root.length);
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === "link_open" ? token.attrGet("href") : null;
          if (href !== null) token.attrSet("href", linkFrom(file, href, isPage));
          const source = token.type === "image" ? token.attrGet("src") : null;
          if (source !== null) token.attrSet("src", imageFrom(file, source));
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
          collapsed: true,
          items: pagesIn(`packages/${name}/docs`),
        })),
      },
      { text: "Guides", items: guides() },
      {
        text: "Reference",
        items: reference().map((item) =>
          item.link === ENDPOINTS ? { ...item, collapsed: true, items: pagesIn("docs/reference/endpoints") } : item,
        ),
      },
      { text: "Project", items: project() },
    ],
    search: { provider: "local" },
    notFound: {
      quote: "This page does not exist. It may have moved: search for its title, or start at the overview.",
      linkText: "Go to the start page",
      linkLabel: "Go to the start page",
    },
    outline: "deep",
    socialLinks: [{ icon: "github", link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/:path` },
    footer: { message: "MIT license. Not made or supported by Posit." },
  },
  vite: {
    publicDir: fileURLToPath(new URL("../public", import.meta.url)),
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

/** Returns the pages of a folder of the repository with their titles. */
function pagesIn(folder: string): { text: string; link: string }[] {
  if (!existsSync(root + folder)) return [];
  return readdirSync(root + folder)
    .filter((file) => file.endsWith(".md") && !/^(index|README)\.md$/.test(file))
    .map((file) => {
      const [, text = file] = /^# (.+)$/m.exec(readFileSync(`${root}${folder}/${file}`, "utf8")) ?? [];
      return { text: text.replaceAll("`", ""), link: linkFrom("", `${folder}/${file}`, isPage) };
    });
}

function reference(): DefaultTheme.NavItemWithLink[] {
  return [
    { text: "Command line", link: "/reference/cli" },
    { text: "Errors by code", link: "/reference/errors" },
    { text: "Packages (TypeDoc)", link: "/api/index.html", target: "_self" },
    { text: "Endpoints (OpenAPI)", link: ENDPOINTS },
    { text: "Fidelity of the fake", link: "/packages/testing/fidelity" },
    { text: "Compatibility", link: "/compatibility" },
    { text: "Benchmarks", link: "/benchmarks" },
  ];
}

function project(): DefaultTheme.SidebarItem[] {
  return [
    { text: "Contributing", link: "/project/CONTRIBUTING", collapsed: true, items: pagesIn("docs/contributing") },
    { text: "Support", link: "/project/SUPPORT" },
    { text: "Security", link: "/project/SECURITY" },
    { text: "Code of conduct", link: "/project/CODE_OF_CONDUCT" },
    { text: "Decisions", link: "/decisions/", collapsed: true, items: pagesIn("docs/decisions") },
  ];
}
