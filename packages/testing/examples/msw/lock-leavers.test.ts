import { createFakeConnect } from "@connect-sdk/testing";
import { handlers } from "@connect-sdk/testing/msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lockLeavers } from "../lock-leavers.ts";

const fake = createFakeConnect({ url: "https://connect.example.com/rsc" });
const server = setupServer(...handlers(fake));

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});
beforeEach(() => {
  fake.reset();
});
afterAll(() => {
  server.close();
});

test("serves code that uses the global fetch", async () => {
  fake.addUser({ username: "mira" });
  await expect(lockLeavers(["mira"], { url: fake.url, apiKey: fake.apiKey })).resolves.toBe(1);
  expect(fake.users.find(({ username }) => username === "mira")?.locked).toBe(true);
});

test("cuts connections as a network would", async () => {
  fake.fault({ operationId: "getUsers", reset: true });
  await expect(lockLeavers(["mira"], { url: fake.url, apiKey: fake.apiKey })).rejects.toThrow("Failed to fetch");
});
