import { expect, test } from "@playwright/test";

test("lists the users of the fake", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("listitem")).toHaveCount(20);
});

test("searches", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Search").fill("admin");
  await page.getByLabel("Search").press("Enter");
  await expect(page.getByRole("listitem")).toHaveText(["admin (administrator)"]);
});
