import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeConnect } from "../src/index.ts";
import { postForm, redeem, registeredClient, VERIFIER, whoIs, DEVICE_GRANT } from "../test/support/oauth-client.ts";
import { executablePath, newPage, useChromium } from "./browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** A program that waits on a free port for the browser to come back. */
async function listener() {
  let cameBack: (query: URLSearchParams) => void = () => undefined;
  const result = new Promise<URLSearchParams>((resolve) => (cameBack = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    if (url.pathname === "/callback") cameBack(url.searchParams);
    response.end("<!doctype html><title>done</title><h1>Return to the program</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { redirect_uri: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/callback`, result };
}

async function scene() {
  const fake = createFakeConnect({ url: "http://connect.test/rsc" });
  fake.addUser({ username: "ann", first_name: "Ann", last_name: "Lee" });
  const server = await fake.listen();
  onTestFinished(() => server.close());
  const target = { url: server.url, fetch };
  return { fake, target, client_id: await registeredClient(target, "my tool"), page: await newPage() };
}

describe.skipIf(executablePath === undefined)("signing in", () => {
  useChromium();

  it.each([
    ["Approve", "ann"],
    ["Deny", undefined],
  ] as const)("in the browser ends with the program: %s", async (button, username) => {
    const { target, client_id, page } = await scene();
    const { redirect_uri, result } = await listener();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(VERIFIER));
    const query = new URLSearchParams({
      response_type: "code",
      client_id,
      redirect_uri,
      code_challenge: Buffer.from(digest).toString("base64url"),
      code_challenge_method: "S256",
      state: "xyz",
    });
    await page.goto(`${target.url}/oauth/v1/authorize?${query.toString()}`);
    await page.getByRole("heading", { name: "Sign in to Posit Connect" }).waitFor();
    await page.getByText("my tool").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Sign in as").selectOption("ann");
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("heading", { name: "Return to the program" }).waitFor();
    const back = await result;
    expect(back.get("state")).toBe("xyz");
    if (username === undefined) {
      expect(back.get("error")).toBe("access_denied");
      return;
    }
    const { body } = await redeem(target, client_id, back.get("code") ?? "", { redirect_uri });
    expect((await whoIs(target, String(body["access_token"]))).body).toMatchObject({ username });
  });

  it("on a device ends with a code that people enter", async () => {
    const { target, client_id, page } = await scene();
    const { body } = await postForm(target, "device_authorization", { client_id });
    await page.goto(String(body["verification_uri"]));
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Code that the program shows").fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("No sign-in waits for the code wrong.").waitFor();
    await page.getByLabel("Code that the program shows").fill(String(body["user_code"]).toLowerCase());
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText(String(body["user_code"])).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Sign in as").selectOption("ann");
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("status").getByText("You are signed in.").waitFor();
    const form = { grant_type: DEVICE_GRANT, client_id, device_code: String(body["device_code"]) };
    expect((await postForm(target, "token", form)).status).toBe(200);
  });
});
