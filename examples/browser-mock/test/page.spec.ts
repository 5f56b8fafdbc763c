import { expect, test } from "@playwright/test";

test("locks and unlocks a user, without any server", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Lock mira" }).click();
  await page.getByRole("button", { name: "Unlock mira" }).click();
  await expect(page.getByRole("button", { name: "Lock mira" })).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(2);
});
