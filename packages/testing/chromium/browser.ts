/** Opens the inspector of a fake in Chromium. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { createFakeConnect, type FakeConnect, type FakeConnectOptions, type FakeServer } from "../src/index.ts";

/** The path of Chromium or Chrome; undefined if there is none. `CHROMIUM` overrides it. */
export const executablePath = process.env["CHROMIUM"] ?? onPath();

function onPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

let browser: Browser | undefined;

/** Starts Chromium for the tests of a file, if there is one. */
export function useChromium(): void {
  beforeAll(async () => {
    if (executablePath === undefined) return;
    // A sandbox is not possible as root, and the page is our own.
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());
}

/** Opens an empty page in a browser of its own. The test fails if the page logs an error. */
export async function newPage(): Promise<Page> {
  if (browser === undefined) throw new Error("Chromium was not started.");
  const context = await browser.newContext();
  const problems: string[] = [];
  onTestFinished(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => problems.push(error.message));
  return page;
}

export interface Opened {
  readonly fake: FakeConnect;
  readonly server: FakeServer;
  readonly page: Page;
}

/** Serves a fake and opens its inspector. The test fails if the page logs an error or asks another host for something. */
export async function open(
  { fake = createFakeConnect({ users: 40, seed: 7 }) }: { fake?: FakeConnect } = {},
  options: BrowserContextOptions = {},
): Promise<Opened> {
  if (browser === undefined) throw new Error("Chromium was not started.");
  const server = await fake.listen({ ui: true });
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  const problems: string[] = [];
  onTestFinished(async () => {
    await context.close();
    await server.close();
    expect(problems).toEqual([]);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    // Responses that a test provokes are logged by the browser itself.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      problems.push(message.text());
  });
  page.on("request", (request) => {
    const allowed = request.url().startsWith(`${server.url}/__fake__/`) || request.url().startsWith("blob:");
    if (!allowed) problems.push(`asks for ${request.url()}`);
  });
  await page.goto(server.inspectorUrl ?? "");
  return { fake, server, page };
}

/** Goes to a section of the page. */
export async function go(page: Page, section: string): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
  await page.getByRole("heading", { level: 1, name: section }).waitFor();
}

/** Creates a fake with something in every section of the page. */
export function populated(options: FakeConnectOptions = {}): FakeConnect {
  const fake = createFakeConnect({ users: 120, seed: 7, license: { users: 500 }, ...options });
  const mira = fake.addUser({
    username: "mira.osei",
    first_name: "Mira",
    last_name: "Osei",
    user_role: "publisher",
    active_time: "2026-01-30T08:12:00Z",
  });
  fake.addGroup({ name: "analysts", members: [mira] });
  fake.addContent({ name: "weekly-report", title: "Weekly report", owner_guid: mira.guid });
  fake.keyFor(mira);
  fake.fault({ operationId: "getGroups", status: 503, times: 2, headers: { "retry-after": "1" } });
  return fake;
}

/** Sends a request to a fake in-process. */
export async function send(fake: FakeConnect, method: string, path: string, body?: unknown): Promise<number> {
  const headers = { authorization: `Key ${fake.apiKey}` };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return (await fake.fetch(`${fake.url}/__api__${path}`, init)).status;
}
