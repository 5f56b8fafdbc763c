import { createFakeConnect } from "@connect-sdk/testing";
import { handlers } from "@connect-sdk/testing/msw";
import { setupWorker } from "msw/browser";

/** Starts a fake Connect in the page. A service worker answers requests to its address; everything else passes. */
export async function startMock(): Promise<{ url: string; apiKey: string }> {
  const fake = createFakeConnect({ url: "https://connect.example.com" });
  fake.addUser({ username: "mira", first_name: "Mira", last_name: "Lind", user_role: "viewer" });
  fake.addUser({ username: "tomas", first_name: "Tomas", last_name: "Berg", user_role: "viewer" });
  await setupWorker(...handlers(fake)).start({ quiet: true, onUnhandledRequest: "bypass" });
  return { url: fake.url, apiKey: fake.apiKey };
}
