// A test suite with MSW. The tested code does not know the fake.
import { createFakeConnect } from "@connect-sdk/testing";
import { handlers } from "@connect-sdk/testing/msw";
import { connect } from "@connect-sdk/users";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";

const fake = createFakeConnect({ url: "https://connect.example.com", users: 4 });
const server = setupServer(...handlers(fake));
beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});
afterAll(() => {
  server.close();
});

test("requests of the global fetch reach the fake", async () => {
  expect(await connect({ url: "https://connect.example.com", apiKey: fake.apiKey }).users.count()).toBe(4);
});
