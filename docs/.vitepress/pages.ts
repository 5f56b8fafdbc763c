/** Where the Markdown files of the repository are on the site. */

/** Files of the repository that are pages, and their paths on the site. The first match wins. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^docs\/README\.md$/, "overview.md"],
  [/^docs\/(.+?)\/README\.md$/, "$1/index.md"],
  [/^docs\/(.+)$/, "$1"],
  [/^packages\/(\w+)\/README\.md$/, "packages/$1/index.md"],
  [/^packages\/(\w+)\/docs\/(.+)$/, "packages/$1/$2"],
  [/^packages\/(\w+)\/src\/(.+)\/README\.md$/, "packages/$1/$2.md"],
  [/^examples\/README\.md$/, "examples/index.md"],
  [/^examples\/([\w-]+)\/README\.md$/, "examples/$1.md"],
  [/^(CONTRIBUTING|SECURITY|SUPPORT|CODE_OF_CONDUCT)\.md$/, "project/$1.md"],
];

/** Markdown files that are no pages. */
export const EXCLUDED = [
  "**/node_modules/**",
  "**/reports/**",
  "**/api-report.md",
  "**/CHANGELOG.md",
  ".*/**",
  "README.md",
  "tarballs/**",
  "site/**",
  "packages/checks/**",
  "packages/*/test/**",
];

/** Returns the path of a page for a file, both as VitePress writes them; the file itself if it is no page. */
export function pageOf(file: string): string {
  for (const [pattern, page] of PAGES) if (pattern.test(file)) return file.replace(pattern, page);
  return file;
}

const REPOSITORY = "https://github.com/connect-sdk/connect-sdk";

/**
 * Returns the target of a link on the site. Links between files of the repository work on GitHub, where they are relative to the
 * file. Links to files that are no pages lead to GitHub.
 */
export function linkFrom(file: string, href: string, isPage: (file: string) => boolean): string {
  const own = `${REPOSITORY}/blob/main/`;
  const isOwn = href.startsWith(own);
  if (!isOwn && (/^[a-z][\w+.-]*:/i.test(href) || href.startsWith("#") || href.startsWith("/"))) return href;
  const { pathname, hash } = new URL(isOwn ? href.slice(own.length) : href, `file:///${isOwn ? "" : file}`);
  const path = decodeURIComponent(pathname.slice(1)).replace(/\/$/, "");
  const target = [path, path === "" ? "README.md" : `${path}/README.md`].find(isPage);
  if (target === undefined) return `${REPOSITORY}/blob/main/${path}${hash}`;
  return `/${pageOf(target)
    .replace(/(^|\/)index\.md$/, "$1")
    .replace(/\.md$/, "")}${hash}`;
}
