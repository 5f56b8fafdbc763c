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

export const REPOSITORY = "https://github.com/connect-sdk/connect-sdk";

/** Where the site is published. The READMEs of the packages link to it, because npm shows them, too. */
export const SITE = "https://connect-sdk.github.io/connect-sdk/";

/**
 * Returns the target of a link on the site. Links between files of the repository work on GitHub, where they are relative to the
 * file. Links to files that are no pages lead to GitHub.
 */
export function linkFrom(file: string, href: string, isPage: (file: string) => boolean): string {
  if (href.startsWith(SITE)) return href.slice(SITE.length - 1);
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

/** Returns the source of an image on the site, which loads nothing from elsewhere: relative to the file, as VitePress bundles it. */
export function imageFrom(file: string, source: string): string {
  const own = "https://raw.githubusercontent.com/connect-sdk/connect-sdk/main/";
  return source.startsWith(own) ? "../".repeat(file.split("/").length - 1) + source.slice(own.length) : source;
}

/** Returns the first paragraph of a page as plain text of at most 160 characters, for search engines and social cards. */
export function descriptionOf(markdown: string): string | undefined {
  const body = markdown.replace(/^---\n[^]*?\n---\n/, "").replaceAll(/^(```|~~~)[^]*?^\1$/gm, "");
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => paragraph.trim());
  const first = paragraphs.find((paragraph) => /^[\p{L}`*[_]/u.test(paragraph) && !paragraph.startsWith("[!["));
  if (first === undefined) return undefined;
  const text = first
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]|<[^>]+>/g, "")
    .replaceAll(/\s+/g, " ");
  return text.length <= 160 ? text : `${text.slice(0, 159).replace(/\W*\s\S*$/, "")}…`;
}
