import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SITE } from "../.vitepress/pages.ts";
import { fileFor, serveSite, site } from "./site-server.ts";

/* The built site, in Chromium. `SCREENSHOTS=folder` saves pictures of it, to look at. */

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const screenshots = process.env["SCREENSHOTS"];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let server: { url: string; close: () => void };
let browser: Browser;

beforeAll(async () => {
  server = await serveSite();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a page of the site, which must not reach any other host. */
async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.route(
    (url) => url.origin !== server.url,
    (route) => route.abort(),
  );
  await page.goto(server.url + path, { waitUntil: "load" });
  return page;
}

/** A page of each kind, for what is tested in the browser. */
const KINDS = {
  start: "/",
  overview: "/overview",
  guide: "/guides/someone-leaves",
  package: "/packages/users/",
  playground: "/playground",
  cli: "/reference/cli",
  errors: "/reference/errors",
  endpoints: "/reference/endpoints/",
  "endpoints of users": "/reference/endpoints/users",
  fidelity: "/packages/testing/fidelity",
  benchmarks: "/benchmarks",
  examples: "/examples/",
  decision: "/decisions/0001-own-document",
  typedoc: "/api/index.html",
  "typedoc class": "/api/classes/_connect-sdk_users.User.html",
  missing: "/no-such-page",
};

const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".html") && !file.startsWith("api/"),
);
const read = (file: string): string => readFileSync(file, "utf8");

/** Returns the links of a page to pages of the site: the path, and the anchor if there is one. */
function linksOf(html: string): { path: string; anchor: string | undefined }[] {
  return [...html.matchAll(/<a [^>]*?href="(\/[^"#?]*|)(?:#([^"]*))?"/g)].map(([, path = "", anchor]) => ({
    path,
    anchor: anchor === undefined ? undefined : decodeURIComponent(anchor),
  }));
}

describe("pages", () => {
  test("there are pages for guides, packages, examples and references", () => {
    for (const path of Object.values(KINDS).slice(0, -1)) expect(fileFor(path), path).toBeDefined();
    expect(pages.length).toBeGreaterThan(60);
  });

  test("all links inside the site resolve, and so do their anchors", () => {
    const anchors = new Map<string, Set<string>>();
    const idsOf = (file: string): Set<string> => {
      const ids = anchors.get(file) ?? new Set([...read(file).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ""));
      anchors.set(file, ids);
      return ids;
    };
    const broken = pages.flatMap((page) =>
      linksOf(read(join(site, page))).flatMap(({ path, anchor }) => {
        const file = path === "" ? join(site, page) : fileFor(path);
        if (file === undefined) return [`${page}: ${path}`];
        return anchor === undefined || anchor === "" || idsOf(file).has(anchor) ? [] : [`${page}: ${path}#${anchor}`];
      }),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  test("all links of the READMEs to the site resolve", () => {
    const root = join(site, "..");
    const readmes = [
      "README.md",
      ...["api", "users", "lifecycle", "cli", "testing"].map((name) => `packages/${name}/README.md`),
    ];
    const broken = readmes.flatMap((file) =>
      [...read(join(root, file)).matchAll(/\]\((https:[^)]+)\)/g)].flatMap(([, link = ""]) => {
        if (!link.startsWith(SITE)) return [];
        const { pathname, hash } = new URL(link.slice(SITE.length - 1), "http://localhost");
        const target = fileFor(pathname);
        return target !== undefined && (hash === "" || read(target).includes(` id="${hash.slice(1)}"`))
          ? []
          : [`${file}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test("every page can be reached from the start page", () => {
    const reached = new Set(["index.html"]);
    for (const page of reached) {
      for (const { path } of linksOf(read(join(site, page)))) {
        const file = path === "" ? undefined : fileFor(path)?.slice(site.length + 1);
        if (file?.endsWith(".html") === true && !file.startsWith("api/")) reached.add(file);
      }
    }
    expect(pages.filter((page) => page !== "404.html" && !reached.has(page))).toEqual([]);
  });

  test("every page has a title and a description of its own, and a social card", () => {
    const heads = pages
      .filter((page) => page !== "404.html")
      .map((page) => {
        const html = read(join(site, page));
        const content = (name: string): string =>
          new RegExp(`<meta (?:name|property)="${name}" content="([^"]+)"`).exec(html)?.[1] ?? "";
        return {
          page,
          title: /<title>([^<]+)/.exec(html)?.[1] ?? "",
          description: content("description"),
          card: content("og:image"),
          url: content("og:url"),
          name: content("og:title"),
        };
      });
    expect(heads.filter(({ card, url, name }) => card === "" || !url.startsWith(SITE) || name === "")).toEqual([]);
    expect(
      heads
        .filter(({ description }) => description.length < 20 || description.length > 200)
        .map(({ page, description }) => `${page}: ${description}`),
    ).toEqual([]);
    for (const field of ["title", "description"] as const) {
      const values = heads.map((head) => head[field]);
      expect(
        values.filter((value, index) => values.indexOf(value) !== index),
        field,
      ).toEqual([]);
    }
  });

  test("nothing is loaded from another host", () => {
    const loads = pages.flatMap((page) =>
      [
        ...read(join(site, page)).matchAll(
          /<(?:script|img|iframe)[^>]* src="(https?:[^"]+)"|<link rel="(?:stylesheet|modulepreload|preload)"[^>]* href="(https?:[^"]+)"/g,
        ),
      ].map(([, source, sheet]) => `${page}: ${source ?? sheet ?? ""}`),
    );
    expect(loads).toEqual([]);
  });

  test("the reference of TypeDoc, the sitemap, the icon, the card and llms.txt are part of the site", () => {
    for (const file of ["api/index.html", "sitemap.xml", "favicon.svg", "card.png", "llms.txt"])
      expect(existsSync(join(site, file)), file).toBe(true);
  });
});

test("the search finds pages and sections without a network", async () => {
  const page = await open("/overview");
  await page.getByRole("button", { name: "Search" }).first().click();
  await page.getByRole("searchbox").fill("offboard");
  await page.locator(".result", { hasText: "Someone leaves" }).first().waitFor();
  await page.getByRole("searchbox").fill("createPushUser");
  await page.locator(".result", { hasText: "Create a user" }).first().waitFor();
  await page.close();
});

test("a path without a page says so, and leads back", async () => {
  const page = await open("/no-such-page");
  await page.getByText("This page does not exist.").waitFor();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await page.getByRole("heading", { name: "connect-sdk" }).first().waitFor();
  await page.close();
});

test.for(Object.entries(KINDS))("no page is wider than a phone: %s", async ([, path]) => {
  const page = await open(path, { viewport: { width: 360, height: 740 } });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  await page.close();
});

describe("playground", () => {
  test("every example runs without an error", async () => {
    const page = await open("/playground");
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(error.message));
    const options = page.locator("select option");
    await options.first().waitFor({ state: "attached" });
    const count = await options.count();
    expect(count).toBeGreaterThanOrEqual(10);
    for (let index = 0; index < count; index++) {
      const title = await options.nth(index).textContent();
      await page.locator("select").selectOption({ index });
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page.locator(".output pre, .output .hint:has-text('printed nothing')").first().waitFor();
      const errors = await page.locator(".output .error").allTextContents();
      failures.push(...errors.map((error) => `${title?.trim() ?? ""}: ${error}`));
    }
    expect(failures).toEqual([]);
    await page.close();
  });

  test("shows the requests, and the error of a program of one's own", async () => {
    const page = await open("/playground");
    const editor = page.getByRole("textbox", { name: "Program" });
    await editor.fill(
      'import { connect } from "@connect-sdk/users";\nawait connect().users.find({ username: "ada" });',
    );
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.locator(".output .error", { hasText: "InvalidArgumentError" }).waitFor();
    await editor.fill('import { connect } from "@connect-sdk/users";\nconsole.log(await connect().users.count());');
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByRole("cell", { name: "/v1/users" }).first().waitFor();
    await page.close();
  });
});

describe("accessibility", () => {
  test.for(
    Object.values(KINDS).flatMap((path) => [
      { path, colorScheme: "light" as const },
      { path, colorScheme: "dark" as const },
    ]),
  )("axe-core reports nothing serious: $path, $colorScheme", async ({ path, colorScheme }) => {
    const page = await open(path, { colorScheme });
    if (path === "/playground") await page.locator("select option").first().waitFor({ state: "attached" });
    await page.addScriptTag({ path: axe });
    // TypeDoc's navigation has links inside of what folds.
    const options = path.startsWith("/api/") ? `{ rules: { "nested-interactive": { enabled: false } } }` : "{}";
    const serious: unknown = await page.evaluate(
      `axe.run(${options}).then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
    );
    expect(serious).toEqual([]);
    await page.close();
  });
});

test.runIf(screenshots !== undefined)("screenshots", { timeout: 600_000 }, async () => {
  for (const [name, path] of Object.entries(KINDS)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const [device, viewport] of [
        ["desktop", { width: 1280, height: 900 }],
        ["phone", { width: 390, height: 844 }],
      ] as const) {
        const page = await open(path, { colorScheme, viewport });
        await page.waitForTimeout(500);
        await page.screenshot({
          path: join(screenshots ?? "", `${name.replaceAll(" ", "-")}-${colorScheme}-${device}.png`),
        });
        await page.close();
      }
    }
  }
});
