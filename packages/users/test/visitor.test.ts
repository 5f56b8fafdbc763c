import { connect, isApiError } from "@connect-sdk/users";
import { createFakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";

/** Content of the administrator, which runs on Connect and has a visitor. */
function hosted(options: FakeConnectOptions = {}, withIntegration = true) {
  vi.stubEnv("POSIT_PRODUCT", "CONNECT");
  const fake = createFakeConnect(options);
  const jo = fake.addUser({ username: "jo", user_role: "publisher" });
  const [admin] = fake.users;
  if (admin === undefined) throw new Error("no administrator");
  const content = fake.addContent({ owner: admin, app_mode: "python-api", access_type: "logged_in" });
  if (withIntegration) fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const exchanges = () => fake.requests.filter(({ operationId }) => operationId === "exchangeCredentials").length;
  return { fake, connection, exchanges, content, token: fake.sessionTokenFor(jo, { content }) };
}

test("acts as the visitor, with the lower of their role and that of the integration", async () => {
  const { connection, token } = hosted();
  const visitor = await connection.withUserSessionToken(token);

  expect((await visitor.me()).username).toBe("jo");
  expect((await connection.me()).user_role).toBe("administrator");
});

test("exchanges a token once, until the key expires", async () => {
  const { connection, exchanges, token } = hosted();
  await Promise.all([connection.withUserSessionToken(token), connection.withUserSessionToken(token)]);
  expect(exchanges()).toBe(1);
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now + 56 * 60_000);
  await connection.withUserSessionToken(token);
  expect(exchanges()).toBe(2);
});

test("keeps visitors apart, and the integrations that one visitor uses", async () => {
  const { fake, connection, exchanges, content, token } = hosted();
  const amy = fake.addUser({ username: "amy", user_role: "publisher" });
  const [integration] = await connection.api.GET("/v1/oauth/integrations").then(({ data }) => data.slice(-1));
  const others = [
    await connection.withUserSessionToken(fake.sessionTokenFor(amy, { content })),
    await connection.withUserSessionToken(token),
    await connection.withUserSessionToken(token, { audience: integration?.guid ?? "" }),
  ];

  const names = await Promise.all(others.map(async (visitor) => (await visitor.me()).username));
  expect(names).toEqual(["amy", "jo", "jo"]);
  expect(exchanges()).toBe(3);
});

test("exchanges the token again after the server rejected the key", async () => {
  const { fake, connection, exchanges, token } = hosted();
  const visitor = await connection.withUserSessionToken(token);
  fake.fault({ operationId: "getCurrentUser", status: 401, times: 1 });
  await expect(visitor.me()).rejects.toThrow("401");
  await (await connection.withUserSessionToken(token)).me();
  expect(exchanges()).toBe(2);
});

test.each([undefined, null, "", "two words"])(
  "throws for the header %j, and never uses the owner's key",
  async (token) => {
    const { fake, connection } = hosted();
    await expect(connection.withUserSessionToken(token, { localKey: fake.apiKey })).rejects.toMatchObject({
      name: "InvalidArgumentError",
      argument: "token",
    });
    expect(fake.requests).toHaveLength(0);
  },
);

test("the local key is used outside Connect only, and only if it is given", async () => {
  const { fake, connection, token } = hosted();
  vi.stubEnv("POSIT_PRODUCT", "");
  const localKey = fake.keyFor("jo");
  expect((await (await connection.withUserSessionToken(undefined, { localKey })).me()).username).toBe("jo");
  await expect(connection.withUserSessionToken(undefined)).rejects.toThrow("localKey");
  expect((await (await connection.withUserSessionToken(token)).me()).username).toBe("jo");
});

test.each<[string, number, FakeConnectOptions, boolean, RegExp]>([
  ["no integration", 212, {}, false, /Add an integration/],
  ["no license", 221, { settings: { oauthIntegrations: false } }, true, /license/],
])(
  "content with %s explains code %i, and no error contains the token",
  async (_, code, options, withIntegration, fix) => {
    const { connection, token } = hosted(options, withIntegration);
    const error: unknown = await connection.withUserSessionToken(token).catch((thrown: unknown) => thrown);
    expect(isApiError(error, { code })).toBe(true);
    expect(error).toHaveProperty("fix", expect.stringMatching(fix));
    expect(inspect(error, { depth: 9 })).not.toContain(token);
  },
);

test("content credentials need the content's own token", async () => {
  const { connection, fake } = hosted();
  await expect(connection.contentCredentials()).rejects.toMatchObject({ name: "InvalidArgumentError" });
  expect(fake.requests).toHaveLength(0);
});

test("a failed exchange shows neither the owner's key nor the token", async () => {
  const { fake, token } = hosted();
  for (const isReceived of [true, false]) {
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      retry: false,
      async fetch(input, init) {
        const request = new Request(input, init);
        const quote = `${request.headers.get("authorization") ?? ""} ${await request.text()}`;
        if (!isReceived) throw new TypeError(quote);
        return Response.json({ code: 1, error: quote, payload: { quote } }, { status: 500 });
      },
    });
    const error = await connection.withUserSessionToken(token).catch((thrown: unknown) => thrown);
    const shown = inspect(error, { depth: Infinity });
    expect(shown).toContain("[redacted]");
    expect(shown).not.toContain(fake.apiKey);
    expect(shown).not.toContain(token);
  }
});
