import { expect, test } from "@playwright/test";

test("lists, searches, locks, and previews an offboarding", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("listitem")).toHaveCount(10);

  const lock = page.getByRole("button", { name: /^Lock (?!admin)/ }).first();
  const name = ((await lock.textContent()) ?? "").replace("Lock ", "");
  await lock.click();
  await expect(page.getByRole("button", { name: `Unlock ${name}` })).toBeVisible();

  await page.getByRole("button", { name: `Offboard ${name} …` }).click();
  await page.getByLabel("Hand over to").fill("admin");
  await expect(
    page.getByRole("region", { name: "What offboarding would do" }).getByRole("listitem").first(),
  ).toBeVisible();

  await page.getByLabel("Search").fill(name);
  await expect(page.getByRole("button", { name: `Unlock ${name}` })).toBeVisible();
});

test("shows why the own account cannot be locked", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Search").fill("admin");
  await page.getByRole("button", { name: "Lock admin" }).click();
  await expect(page.getByRole("alert")).toContainText("own account");
});
