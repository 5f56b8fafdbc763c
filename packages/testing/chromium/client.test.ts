import { createConnectClient } from "@connect-sdk/api";
import { oauthToken, signInWithBrowser } from "@connect-sdk/api/oauth";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFakeConnect } from "../src/index.ts";
import { executablePath, newPage, useChromium } from "./browser.ts";

/* The client of `@connect-sdk/api` signs in with a real browser. */

async function scene() {
  const fake = createFakeConnect();
  fake.addUser({ username: "ann" });
  const server = await fake.listen();
  onTestFinished(() => server.close());
  return { fake, url: server.url, page: await newPage() };
}

describe.skipIf(executablePath === undefined)("signInWithBrowser", () => {
  useChromium();

  it("ends with a session of the person who approves", async () => {
    const { url, page } = await scene();
    const session = await signInWithBrowser({
      url,
      async open(address) {
        await page.goto(address);
        await page.getByLabel("Sign in as").selectOption("ann");
        await page.getByRole("button", { name: "Approve" }).click();
      },
    });
    expect(session.url).toBe(url);

    const api = createConnectClient({ url, token: oauthToken(session, { onChange: () => undefined }) });
    expect((await api.GET("/v1/user")).data.username).toBe("ann");
    // The page that the browser ends on is the program's own, and shows nothing secret.
    await page.waitForURL((address) => address.origin !== new URL(url).origin);
    expect(new URL(page.url()).hostname).toBe("127.0.0.1");
    expect(await page.content()).not.toContain(session.accessToken);
  });

  it("ends at once when the person denies it", async () => {
    const { url, page } = await scene();
    const denied = signInWithBrowser({
      url,
      async open(address) {
        await page.goto(address);
        await page.getByRole("button", { name: "Deny" }).click();
      },
    });
    await expect(denied).rejects.toThrow(/refused|denied/i);
  });
});
