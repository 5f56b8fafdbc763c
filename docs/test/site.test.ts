import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("links", () => {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".html") && !file.startsWith("api/") && file !== "openapi.html",
  );

  test("there are pages for guides, packages, examples and references", () => {
    for (const page of [
      "overview",
      "playground",
      "packages/users/index",
      "examples/index",
      "reference/cli",
      "reference/errors",
    ])
      expect(pages).toContain(`${page}.html`);
    expect(pages.length).toBeGreaterThan(40);
  });

  test("all links inside the site resolve", () => {
    const broken = pages.flatMap((page) => {
      const html = readFileSync(join(site, page), "utf8");
      const links = [...html.matchAll(/ href="(\/[^"#?]*)/g)].map(([, href]) => href ?? "");
      return [...new Set(links)].filter((href) => fileFor(href) === undefined).map((href) => `${page}: ${href}`);
    });
    expect(broken).toEqual([]);
  });
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
    ["/", "/overview", "/playground", "/packages/users/", "/reference/cli", "/reference/errors"].flatMap((path) => [
      { path, colorScheme: "light" as const },
      { path, colorScheme: "dark" as const },
    ]),
  )("axe-core reports nothing serious: $path, $colorScheme", async ({ path, colorScheme }) => {
    const page = await open(path, { colorScheme });
    if (path === "/playground") await page.locator("select option").first().waitFor({ state: "attached" });
    await page.addScriptTag({ path: axe });
    const serious: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
    );
    expect(serious).toEqual([]);
    await page.close();
  });
});

test.runIf(screenshots !== undefined)("screenshots", async () => {
  for (const [name, path] of [
    ["home", "/"],
    ["overview", "/overview"],
    ["playground", "/playground"],
    ["errors", "/reference/errors"],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const [device, viewport] of [
        ["desktop", { width: 1280, height: 900 }],
        ["phone", { width: 390, height: 844 }],
      ] as const) {
        const page = await open(path, { colorScheme, viewport });
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(screenshots ?? "", `${name}-${colorScheme}-${device}.png`) });
        await page.close();
      }
    }
  }
});

test("the references of TypeDoc and Redocly, and llms.txt, are part of the site", () => {
  for (const file of ["api/index.html", "openapi.html", "llms.txt"]) expect(existsSync(join(site, file))).toBe(true);
});
