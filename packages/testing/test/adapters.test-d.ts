import { createFakeConnect, type FakeConnect, type FakeServer } from "@connect-sdk/testing";
import { handlers } from "@connect-sdk/testing/msw";
import { test } from "@connect-sdk/testing/vitest";
import { setupServer } from "msw/node";
import { expectTypeOf } from "vitest";

test("gives each test a fake and a server", ({ fake, server }) => {
  expectTypeOf(fake).toEqualTypeOf<FakeConnect>();
  expectTypeOf(server).toEqualTypeOf<FakeServer>();
});

test.extend({ fakeOptions: { users: 2_000, provider: "ldap" } });

const fake = createFakeConnect();
setupServer(...handlers(fake));
// @ts-expect-error: handlers are for a fake, not for its address
handlers(fake.url);

await fake.listen({ port: 0, host: "127.0.0.1", latency: 10, control: true });
// @ts-expect-error: a port is a number
await fake.listen({ port: "3939" });
// @ts-expect-error: there is no such option
await fake.listen({ hostname: "127.0.0.1" });
