import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createFakeConnect } from "../src/index.ts";
import { authorize, postForm, registeredClient } from "../test/support/oauth-client.ts";
import { executablePath, go, open, populated, send, useChromium } from "./browser.ts";

if (executablePath === undefined) {
  console.warn(
    "Skipped: Chromium was not found. Install it, for example with `apt-get install chromium`, or set CHROMIUM.",
  );
}

describe.skipIf(executablePath === undefined)("the inspector", () => {
  useChromium();

  it("takes the token out of the address, and keeps it over a reload", async () => {
    const { page } = await open();
    await page.getByText("40 users").waitFor();
    expect(page.url()).not.toContain("token");
    await page.reload();
    await page.getByText("40 users").waitFor();
  });

  it("asks for the key when it is opened without the token", async () => {
    const { fake, page, server } = await open();
    const other = await page.context().newPage();
    await other.goto(`${server.url}/__fake__/`);
    await other.getByLabel("URL or API key").fill("wrong");
    await other.keyboard.press("Enter");
    await other.getByText("The server refused this key.").waitFor();
    await other.getByLabel("URL or API key").fill(fake.apiKey);
    await other.getByRole("button", { name: "Open" }).click();
    await other.getByText("40 users").waitFor();
  });

  it("searches, filters and pages through 100,000 users", async () => {
    const { page } = await open({ fake: createFakeConnect({ users: 100_000 }) });
    await page.getByText("100,000 users").waitFor();
    await page.getByRole("spinbutton", { name: "Page" }).fill("2000");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("row").count()).toBe(51);
    await expect.poll(() => page.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
    await page.getByLabel("Role").selectOption("administrator");
    await page.getByLabel("Status").selectOption("locked");
    await page.getByLabel("Search names").fill("a");
    await expect.poll(() => page.locator(".result-count").textContent()).toMatch(/^\d{1,3} users$/);
    for (const row of await page.locator("tbody tr").all())
      await expect(row.textContent()).resolves.toMatch(/administrator.*locked/);
    await page.getByLabel("Search names").fill("nobody has this name");
    await page.getByText("No user matches.").waitFor();
  });

  it("sorts by a column", async () => {
    const { page } = await open();
    const names = () => page.locator("td[data-label=Username]").allTextContents();
    await page.getByRole("button", { name: "Username" }).click();
    const sorted = (await names()).toSorted();
    await expect.poll(names).toEqual(sorted);
    await page.getByRole("button", { name: "Username" }).click();
    await expect.poll(names).toEqual(sorted.toReversed());
    await expect(page.getByRole("columnheader", { name: "Username" }).getAttribute("aria-sort")).resolves.toBe(
      "descending",
    );
  });

  it("edits and locks a user", async () => {
    const fake = populated();
    const { page } = await open({ fake });
    const mira = () => fake.users.find(({ email }) => email === "mira.osei@example.com");
    await page.getByLabel("Search names").fill("mira osei");
    await page.getByRole("link", { name: "Mira Osei" }).click();
    await page.getByLabel("Last name").fill("Osei-Tutu");
    await page.getByLabel("Role").selectOption("administrator");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Mira Osei-Tutu" }).waitFor();
    expect(mira()).toMatchObject({ last_name: "Osei-Tutu", user_role: "administrator" });
    await page.getByRole("button", { name: "Lock" }).click();
    await page.getByRole("button", { name: "Unlock" }).waitFor();
    expect(mira()).toMatchObject({ locked: true });
    await page.getByLabel("Username").fill("admin");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("already exists").waitFor();
  });

  it("shows a key only on request", async () => {
    const fake = populated();
    const { page } = await open({ fake });
    const key = fake.keyFor("mira.osei");
    await page.getByLabel("Search names").fill("mira osei");
    await page.getByRole("link", { name: "Mira Osei" }).click();
    await page.getByText("********").waitFor();
    await expect(page.content()).resolves.not.toContain(key);
    await page.getByRole("button", { name: "Show the key fake" }).click();
    await page.getByText(key).waitFor();
    await page.getByRole("button", { name: "Hide the key fake" }).click();
    await page.getByText("********").waitFor();
    await expect(page.content()).resolves.not.toContain(key);
  });

  it("creates a key for a user without one", async () => {
    const { fake, page } = await open();
    fake.addUser({ username: "jo", first_name: "Jo", last_name: "Adeyemi" });
    await page.getByLabel("Search names").fill("jo adeyemi");
    await page.getByRole("link", { name: "Jo Adeyemi" }).click();
    await page.getByRole("button", { name: "Create an API key" }).click();
    await page.getByText(`********${fake.keyFor("jo").slice(-4)}`).waitFor();
  });

  it("copies a user as test code", async () => {
    const { page } = await open({ fake: populated() });
    await page.getByLabel("Search names").fill("mira osei");
    await page.getByRole("link", { name: "Mira Osei" }).click();
    const button = page.getByRole("button", { name: "Copy as test code" });
    await button.click();
    const dialog = page.getByRole("dialog", { name: "mira.osei as test code" });
    await dialog.getByRole("button", { name: "Copy" }).click();
    await dialog.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('const miraOsei = fake.addUser({\n  username: "mira.osei",');
    expect(copied).toContain('fake.addGroup({ name: "analysts", members: [miraOsei] });');
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("shows requests as they arrive, and copies one as a test", async () => {
    const { fake, page } = await open();
    await go(page, "Requests");
    await page.getByText("No requests yet.").waitFor();
    await send(fake, "GET", "/v1/users?prefix=a");
    await page.getByRole("button", { name: "GET /v1/users?prefix=a" }).waitFor();
    await send(fake, "POST", "/v1/groups", { name: 7 });
    const row = page.getByRole("button", { name: "POST /v1/groups" });
    await row.click();
    await page.getByRole("region", { name: "Body", exact: true }).getByText('"name": 7').waitFor();
    await page.getByRole("region", { name: "Issues" }).waitFor();
    await page.getByRole("button", { name: "Copy as test" }).click();
    await page.getByRole("dialog").getByText("expect(response.status).toBe(400);").waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("Result").selectOption("failed");
    await page.getByText("1 request, newest first").waitFor();
  });

  it("pauses the list of requests", async () => {
    const { fake, page } = await open();
    await go(page, "Requests");
    await send(fake, "GET", "/v1/user");
    await page.getByText("1 request, newest first").waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await send(fake, "GET", "/v1/user");
    await page.getByRole("button", { name: "Resume (1 new)" }).click();
    await page.getByText("2 requests, newest first").waitFor();
  });

  it("makes the next request of an operation fail", async () => {
    const { fake, page } = await open();
    await go(page, "Requests");
    await send(fake, "GET", "/v1/user");
    await page.getByRole("button", { name: "GET /v1/user" }).click();
    await page.getByRole("button", { name: "Fail the next one" }).click();
    await page.getByText("The next getCurrentUser fails with 503.").waitFor();
    await expect(send(fake, "GET", "/v1/user")).resolves.toBe(503);
    await expect(send(fake, "GET", "/v1/user")).resolves.toBe(200);
  });

  it("adds faults from presets and from the form, counts hits and removes them", async () => {
    const { fake, page } = await open();
    await go(page, "Faults");
    await page.getByRole("button", { name: "Rate limit" }).click();
    await page.getByText("hit 0 requests of 3").waitFor();
    await expect(send(fake, "GET", "/v1/groups")).resolves.toBe(429);
    await page.getByText("hit 1 request of 3").waitFor();
    await page.getByRole("button", { name: "Remove fault" }).click();
    await page.getByText("Every request gets its true response.").waitFor();

    await page.getByLabel("Operation").selectOption("lockUser");
    await page.getByLabel("Status").fill("599");
    await page.getByLabel("Requests").fill("");
    await page.getByRole("button", { name: "Add fault" }).click();
    await page.getByText("lockUser: status 599").waitFor();
    await expect(send(fake, "POST", "/v1/users/x/lock", { locked: true })).resolves.toBe(599);
    await page.getByLabel("Status").fill("99");
    await page.getByRole("button", { name: "Add fault" }).click();
    await page.getByRole("alert").getByText("status is 99; allowed: a whole number from 200 to 599").waitFor();
    await page.getByRole("button", { name: "Remove all" }).click();
    await page.getByText("Every request gets its true response.").waitFor();
  });

  it("says why a request has no operation", async () => {
    const { fake, page } = await open();
    await go(page, "Requests");
    await send(fake, "GET", "/v1/environments");
    await send(fake, "GET", "/v1/nothing-of-the-kind");
    await registeredClient(fake, "my tool");
    const row = (path: string) => page.getByRole("row").filter({ hasText: path });
    await row("/oauth/v1/register").getByText("undocumented").waitFor();
    await row("/v1/environments").getByText("not modelled").waitFor();
    await row("/v1/nothing-of-the-kind").getByText("no such endpoint").waitFor();
  });

  it("approves and refuses sign-ins", async () => {
    const { fake, page } = await open();
    await go(page, "Sign-ins");
    await page.getByText("No program waits for a user to sign in.").waitFor();
    const client_id = await registeredClient(fake, "my tool");
    const device = await postForm(fake, "device_authorization", { client_id });
    await authorize(fake, { client_id });
    const waiting = page.getByRole("region", { name: "my tool" });
    await expect.poll(() => waiting.count()).toBe(2);
    await waiting.first().getByText(String(device.body["user_code"])).waitFor();
    await waiting.first().getByLabel("Sign in as").fill("nobody");
    await waiting.first().getByRole("button", { name: "Approve" }).click();
    await page.getByRole("alert").getByText('there is no user "nobody"').waitFor();
    await waiting.first().getByLabel("Sign in as").fill("admin");
    await waiting.first().getByRole("button", { name: "Approve" }).click();
    await expect.poll(() => waiting.count()).toBe(1);
    expect(fake.audit.at(-1)?.action).toBe("user_login");
    await waiting.getByText("http://127.0.0.1:4711/callback").waitFor();
    await waiting.getByRole("button", { name: "Deny" }).click();
    await page.getByText("No program waits for a user to sign in.").waitFor();
    expect(fake.oauth.pending).toEqual([]);
  });

  it("shows who becomes inactive, and moves the clock", async () => {
    const fake = populated({ now: "2026-02-02T09:00:00Z" });
    const { page } = await open({ fake });
    await go(page, "Clock");
    await page.getByLabel("Days").fill("400");
    await page.getByText("users change status").waitFor();
    await page.getByRole("link", { name: "Mira Osei" }).waitFor();
    await page.getByRole("button", { name: "Advance", exact: true }).click();
    await page.getByText("The clock shows 2027-03-09 09:00:00.").waitFor();
    expect(fake.clock.now().toISOString()).toBe("2027-03-09T09:00:00.000Z");
    await page.getByText("0 users change status").waitFor();
  });

  it("downloads a snapshot, resets the fake, and restores the snapshot", async () => {
    const { fake, page } = await open();
    fake.addUser({ username: "extra" });
    await go(page, "Snapshot");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download snapshot" }).click(),
    ]);
    const file = await download.path();
    const text = await readFile(file, "utf8");
    expect(text).toContain('"username": "extra"');
    expect(text).not.toContain(fake.apiKey);
    await page.getByRole("button", { name: "Reset the fake" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reset" }).click();
    await page.getByText("The fake is in its initial state.").waitFor();
    expect(fake.users).toHaveLength(40);
    await page
      .getByLabel("Snapshot file")
      .setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("saved.json is restored.").waitFor();
    expect(fake.users.at(-1)).toMatchObject({ username: "extra" });
    await page
      .getByLabel("Snapshot file")
      .setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("no") });
    await page.getByRole("alert").getByText("notes.json is not valid JSON.").waitFor();
  });

  it("shows groups and content with links to their users", async () => {
    const { page } = await open({ fake: populated() });
    await go(page, "Groups");
    await page.getByRole("link", { name: "analysts" }).click();
    await page.getByRole("link", { name: "Mira Osei" }).click();
    await page.getByRole("link", { name: "Weekly report" }).click();
    await page.getByRole("heading", { level: 1, name: "Weekly report" }).waitFor();
    await page.getByRole("link", { name: "mira.osei" }).click();
    await page.getByRole("heading", { level: 1, name: "Mira Osei" }).waitFor();
  });

  it("says when the fake does not respond", async () => {
    const { page, server } = await open();
    await page.getByText("40 users").waitFor();
    await server.close();
    await page.getByRole("alert").getByText("The fake does not respond.").waitFor();
  });
});
