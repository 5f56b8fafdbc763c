import { expect, test } from "vitest";
import type { ReceivedRequest } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("a listener hears of each request before the fake handles it, without secrets", async () => {
  const fake = testFake();
  const heard: ReceivedRequest[] = [];
  const stop = fake.onRequest((request) => heard.push(request));
  const client = clientOf(fake);
  await client.get(`/v1/users?prefix=a&api_key=${fake.apiKey}`);
  expect(heard).toEqual([
    {
      operationId: "getUsers",
      method: "GET",
      path: "/v1/users",
      query: { prefix: "a", api_key: "[redacted]" },
      correlationId: fake.requests[0]?.correlationId,
    },
  ]);
  stop();
  await client.get("/v1/user");
  expect(heard).toHaveLength(1);
});

test("a listener cannot change the request", async () => {
  const fake = testFake();
  const changed: boolean[] = [];
  fake.onRequest((request) =>
    changed.push(Reflect.set(request, "path", "/v1/users"), Reflect.set(request.query, "a", "b")),
  );
  expect((await clientOf(fake).get("/v1/user")).status).toBe(200);
  expect(changed).toEqual([false, false]);
});

test("a listener can change the fake in the middle of a program's work", async () => {
  const fake = testFake();
  const other = fake.addUser({ username: "mira", user_role: "administrator" });
  const stop = fake.onRequest(({ method, operationId }) => {
    if (method !== "POST" || operationId !== "lockUser") return;
    stop();
    fake.idp("admin", { active: false });
  });
  const client = clientOf(fake);
  expect((await client.get("/v1/user")).status).toBe(200);
  expect((await client.post(`/v1/users/${other.guid}/lock`, { locked: true })).refusal).toEqual([403, 50]);
});

test("a listener can replace the whole state, which the request then meets", async () => {
  const fake = testFake();
  const saved = fake.snapshot();
  fake.addUser();
  fake.onRequest(() => {
    fake.restore(saved);
  });
  expect((await clientOf(fake).get("/v1/users")).body).toMatchObject({ total: 1 });
});

test("an error of a listener is reported, and does not change the response", async () => {
  const errors: unknown[] = [];
  const fake = testFake({ onInternalError: (error) => errors.push(error) });
  fake.onRequest(() => {
    throw new Error("mine");
  });
  expect((await clientOf(fake).get("/v1/user")).status).toBe(200);
  expect(errors).toEqual([new Error("mine")]);
});

test("a reset ends listeners, and something else than a function is refused", async () => {
  const fake = testFake();
  let calls = 0;
  fake.onRequest(() => calls++);
  fake.reset();
  await clientOf(fake).get("/v1/user");
  expect(calls).toBe(0);
  // @ts-expect-error: not a function.
  expect(() => fake.onRequest("x")).toThrow('the listener is "x"; allowed: a function');
});
