import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { describe, expect, it } from "vitest";
import { postForm, registeredClient } from "../test/support/oauth-client.ts";
import { executablePath, go, open, populated, send, useChromium } from "./browser.ts";

const SECTIONS = ["Users", "Groups", "Content", "Requests", "Sign-ins", "Faults", "Clock", "Snapshot"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const DEVICES = [
  ["a desktop, light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" }],
  ["a desktop, dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
  ["a phone, light", { viewport: { width: 360, height: 740 }, colorScheme: "light", hasTouch: true }],
  ["a phone, dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark", hasTouch: true }],
] as const;

type Page = Awaited<ReturnType<typeof open>>["page"];

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.map(({ id, impact, nodes }) => `${impact ?? ""} ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

async function expectFits(page: Page): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
}

describe.skipIf(executablePath === undefined)("the inspector", () => {
  useChromium();

  it.each(DEVICES)("has no accessibility violations, and fits, on %s", async (_device, options) => {
    const fake = populated();
    await send(fake, "POST", "/v1/groups", { name: 7 });
    await send(fake, "GET", "/v1/groups");
    await postForm(fake, "device_authorization", { client_id: await registeredClient(fake) });
    const { page, server } = await open({ fake }, options);
    const found: string[] = [];
    for (const section of SECTIONS) {
      await go(page, section);
      // What a section loads is there when its card or table is.
      await page.locator("main table, main .card").first().waitFor();
      if (section === "Requests") await page.getByRole("button", { name: "POST /v1/groups" }).click();
      found.push(...(await violationsOn(page)).map((violation) => `${section}: ${violation}`));
      await expectFits(page);
    }
    await go(page, "Users");
    await page.getByLabel("Search names").fill("mira osei");
    await page.getByRole("link", { name: "Mira Osei" }).click();
    await page.getByText("********").waitFor();
    found.push(...(await violationsOn(page)).map((violation) => `user: ${violation}`));
    await expectFits(page);
    await page.getByRole("button", { name: "Copy as test code" }).click();
    found.push(...(await violationsOn(page)).map((violation) => `dialog: ${violation}`));
    const signIn = await page.context().newPage();
    await signIn.goto(`${server.url}/__fake__/`);
    await signIn.getByLabel("URL or API key").waitFor();
    found.push(...(await violationsOn(signIn)).map((violation) => `sign-in: ${violation}`));
    expect(found).toEqual([]);
  });

  it("is used without a mouse", async () => {
    const fake = populated();
    const { page } = await open({ fake });
    await page.getByText("121 users").waitFor();
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = () => page.evaluate(() => document.activeElement?.textContent);

    await press("Tab");
    await expect(focused()).resolves.toBe("Skip to content");
    await press("Enter");
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe("main");

    await press("/");
    await page.keyboard.type("mira osei");
    await page.getByText("1 user", { exact: true }).waitFor();
    while (!(await focused())?.startsWith("Mira")) await press("Tab");
    await press("Enter");
    // The new heading has the focus, so that a screen reader reads it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await expect(focused()).resolves.toContain("Mira Osei");
    await press("Tab");
    await expect(focused()).resolves.toBe("Lock");
    await press("Space");
    await expect.poll(() => fake.users.at(-1)?.locked).toBe(true);
    await press("Tab", "Enter");
    await page.getByRole("dialog").waitFor();
    await press("Escape");
    await expect.poll(focused).toBe("Copy as test code");
  });

  it("announces what was done", async () => {
    const { page } = await open({ fake: populated() });
    await go(page, "Faults");
    await page.getByRole("button", { name: "Remove all" }).click();
    await page.getByRole("status").getByText("All faults are removed.").waitFor();
  });
});
