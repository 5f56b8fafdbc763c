import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";
import { handlers } from "../../src/msw.ts";
import { testFake } from "../support/fake-client.ts";
import { METADATA_PATH, open, registeredClient } from "../support/oauth-client.ts";

test("MSW finds the metadata wherever clients look for it, and the other endpoints", async () => {
  const fake = testFake({ url: "https://connect.example.com/rsc" });
  const server = setupServer(...handlers(fake));
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => {
    server.close();
  });
  const target = { url: fake.url, fetch };
  expect((await open(target, `${fake.url}${METADATA_PATH}`)).body).toMatchObject({ issuer: fake.url });
  expect((await open(target, `https://connect.example.com${METADATA_PATH}/rsc`)).status).toBe(404);
  expect(await registeredClient(target)).toMatch(/^[\da-f]{32}$/);
});
