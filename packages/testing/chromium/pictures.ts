/*
 * Draws the pictures of the README and the guide: sections of the inspector of a fake. `pnpm --filter @connect-sdk/testing pictures`
 * writes them. Look at them before they are committed: no test compares them, because fonts differ from machine to machine.
 */
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { createFakeConnect, type FakeConnect } from "../src/index.ts";
import { authorize, postForm, registeredClient } from "../test/support/oauth-client.ts";

interface Picture {
  readonly file: string;
  readonly colorScheme: "light" | "dark";
  /** Opens what the picture shows. */
  readonly show: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { file: "inspector-requests.png", colorScheme: "light", show: (page) => openSection(page, "Requests") },
  {
    file: "inspector-test.png",
    colorScheme: "dark",
    async show(page) {
      await openSection(page, "Requests");
      await page.getByRole("row").filter({ hasText: "409" }).getByRole("button").first().click();
      await page.getByRole("button", { name: "Copy as test" }).click();
    },
  },
  { file: "inspector-sign-ins.png", colorScheme: "light", show: (page) => openSection(page, "Sign-ins") },
  { file: "inspector-audit.png", colorScheme: "dark", show: (page) => openSection(page, "Audit log") },
];

const fake = createFakeConnect({ users: 120, seed: 7, license: { users: 500 }, now: "2026-02-02T09:00:00Z" });
await work(fake);
await using server = await fake.listen({ ui: true });
await using browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  // A sandbox is not possible as root, and the page is our own.
  args: ["--no-sandbox"],
});
for (const { file, colorScheme, show } of PICTURES) {
  await using context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 760 } });
  const page = await context.newPage();
  await page.goto(server.inspectorUrl ?? "");
  await show(page);
  // The focus ring of what was clicked last would look like a selection.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/${file}`, import.meta.url)) });
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.waitForLoadState("networkidle", { timeout: 1_000 }).catch(() => undefined);
}

/** Does what fills the sections: users, groups, content, requests that succeed and fail, and programs that ask for a sign-in. */
async function work(fake: FakeConnect): Promise<void> {
  const mira = fake.addUser({ username: "mira.osei", first_name: "Mira", last_name: "Osei", user_role: "publisher" });
  const analysts = fake.addGroup({ name: "analysts", members: [mira] });
  fake.addContent({ name: "weekly-report", title: "Weekly report", owner_guid: mira.guid });
  const [, second, third] = fake.users;
  fake.fault({ operationId: "getGroups", status: 503, times: 1, headers: { "retry-after": "1" } });
  const client_id = await registeredClient(fake, "connect-users");
  await postForm(fake, "device_authorization", { client_id });
  await authorize(fake, { client_id: await registeredClient(fake, "Positron") });
  await send("GET", "/v1/users?page_size=500&user_role=publisher");
  await send("POST", "/v1/users", { username: "jonas.reiter", email: "jonas@example.com", password: "correct-horse" });
  await send("POST", "/v1/users", { username: "mira.osei", email: "mira@example.com", password: "correct-horse" });
  await send("PUT", `/v1/users/${mira.guid}`, { user_role: "administrator" });
  await send("POST", `/v1/users/${second?.guid ?? ""}/lock`, { locked: true });
  await send("GET", "/v1/groups");
  await send("GET", "/v1/groups?prefix=ana");
  await send("POST", `/v1/groups/${analysts.guid}/members`, { user_guid: third?.guid });
  await send("GET", `/v1/users/${mira.guid}`, undefined, "not-a-key");
  await send("GET", "/v1/content?include=owner");
  await send("POST", "/v1/content", { name: "churn-model", title: "Churn model" });
  await send("GET", "/v1/environments");
}

async function send(method: string, path: string, body?: unknown, key = fake.apiKey): Promise<void> {
  const init = {
    method,
    headers: { authorization: `Key ${key}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  await fake.fetch(`${fake.url}/__api__${path}`, init);
}
