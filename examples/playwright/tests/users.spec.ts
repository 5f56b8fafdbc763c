import { expect, test } from "@playwright/test";

const fake = `http://127.0.0.1:${Number(process.env.PORT ?? 3000) + 1}`;
const headers = { authorization: "Key key-of-the-browser-tests" };

test.afterEach(async ({ request }) => {
  await request.delete(`${fake}/__fake__/faults`, { headers });
});

test("says so when Connect fails, and recovers", async ({ page, request }) => {
  await request.post(`${fake}/__fake__/faults`, { headers, data: { operationId: "getUsers", status: 500 } });
  await page.goto("/");
  await expect(page.getByText("Connect is not available.")).toBeVisible();
  await request.delete(`${fake}/__fake__/faults`, { headers });
  await page.goto("/");
  await expect(page.getByRole("listitem")).toHaveCount(20);
});

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
