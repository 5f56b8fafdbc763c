import { connect, Connection, isApiError } from "@connect-sdk/users";
import { createFakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, onTestFinished, test, vi } from "vitest";

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

test("a key that the server rejects is replaced once, and the call repeated", async () => {
  const { fake, connection, exchanges, token } = hosted();
  const visitor = await connection.withUserSessionToken(token);
  fake.fault({ operationId: "getCurrentUser", status: 401, times: 1 });
  expect((await visitor.me()).username).toBe("jo");
  expect(exchanges()).toBe(2);
  await connection.withUserSessionToken(token);
  expect(exchanges()).toBe(2);
});

test("a key that the server keeps rejecting is an error, and no loop", async () => {
  const { fake, connection, exchanges, token } = hosted();
  const visitor = await connection.withUserSessionToken(token);
  fake.fault({ operationId: "getCurrentUser", status: 401 });
  await expect(visitor.me()).rejects.toThrow("401");
  expect(exchanges()).toBe(2);
  expect(fake.requests.filter(({ operationId }) => operationId === "getCurrentUser")).toHaveLength(2);
});

test("a visitor whose session has ended is refused, and forgotten", async () => {
  const { fake, connection, token } = hosted();
  const visitor = await connection.withUserSessionToken(token);
  fake.clock.advance({ days: 30 });
  const error: unknown = await visitor.me().catch((thrown: unknown) => thrown);
  expect(isApiError(error, { code: 215 })).toBe(true);
  await expect(connection.withUserSessionToken(token)).rejects.toMatchObject({ code: 215 });
});

test("a failed exchange is not remembered", async () => {
  const { fake, connection, token } = hosted();
  fake.fault({ operationId: "exchangeCredentials", status: 403, times: 1 });
  await expect(connection.withUserSessionToken(token)).rejects.toThrow("403");
  expect((await (await connection.withUserSessionToken(token)).me()).username).toBe("jo");
});

test.each([
  [120, 90_000 - 1, 1],
  [120, 90_000, 2],
  [7_200, 60 * 60_000, 1],
  [undefined, 55 * 60_000 - 1, 1],
  [undefined, 55 * 60_000, 2],
])("a key that expires in %j seconds is asked for %i ms later: %i exchanges", async (expires_in, later, expected) => {
  const { fake, connection, exchanges, token } = hosted();
  const body = {
    access_token: fake.keyFor("jo"),
    token_type: "Key",
    issued_token_type: "urn:posit:connect:api-key",
    expires_in,
  };
  fake.fault({ operationId: "exchangeCredentials", status: 200, body });
  const now = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
  await connection.withUserSessionToken(token);
  now.mockReturnValue(1_000_000 + later);
  await connection.withUserSessionToken(token);
  expect(exchanges()).toBe(expected);
});

test("visitors and audiences are kept apart", async () => {
  const { fake, connection, exchanges, content, token } = hosted();
  const ann = fake.addUser({ username: "ann", user_role: "viewer" });
  const other = await connection.withUserSessionToken(fake.sessionTokenFor(ann, { content }));
  const visitor = await connection.withUserSessionToken(token);
  expect([(await other.me()).username, (await visitor.me()).username]).toEqual(["ann", "jo"]);
  await expect(connection.withUserSessionToken(token, { audience: crypto.randomUUID() })).rejects.toThrow();
  expect(exchanges()).toBe(3);
});

test("forgets visitors whose key has expired before others", async () => {
  const { fake, connection, exchanges } = hosted();
  const now = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
  const respond = (expires_in: number, times?: number) => {
    const key = { access_token: fake.keyFor("jo"), issued_token_type: "urn:posit:connect:api-key", expires_in };
    fake.fault({ operationId: "exchangeCredentials", status: 200, body: key, ...(times !== undefined && { times }) });
  };
  respond(7_200, 1);
  respond(60);
  const visit = (count: number) => connection.withUserSessionToken(`visitor-${count}`);
  for (let count = 0; count < 1_000; count += 1) await visit(count);
  now.mockReturnValue(1_000_000 + 600_000);
  await visit(1_000);
  await visit(0);
  expect(exchanges()).toBe(1_001);
});

test("remembers a thousand visitors, and no more", async () => {
  const { fake, connection, exchanges } = hosted();
  const body = { access_token: fake.keyFor("jo"), token_type: "Key", issued_token_type: "urn:posit:connect:api-key" };
  fake.fault({ operationId: "exchangeCredentials", status: 200, body });
  const visit = (count: number) => connection.withUserSessionToken(`visitor-${count}`);
  for (let count = 0; count < 1_001; count += 1) await visit(count);
  expect(exchanges()).toBe(1_001);
  await visit(1_000);
  await visit(1);
  expect(exchanges()).toBe(1_001);
  // The first one was forgotten for the last.
  await visit(0);
  expect(exchanges()).toBe(1_002);
});

test.each([
  ["no token", {}],
  ["an empty token", { access_token: "" }],
  [
    "a token of another service",
    { access_token: "abc", issued_token_type: "urn:ietf:params:oauth:token-type:access_token" },
  ],
])("a response with %s is an error, and nothing is sent with it", async (_, body) => {
  const { fake, connection, token } = hosted();
  fake.fault({ operationId: "exchangeCredentials", status: 200, body });
  await expect(connection.withUserSessionToken(token)).rejects.toMatchObject({ name: "UnexpectedResponseError" });
  expect(fake.requests).toHaveLength(1);
});

test.each(["Viewer", "Publisher", "Admin"])(
  "the integration's maximum role %s caps the visitor's",
  async (max_role) => {
    const { fake, connection, content, token } = hosted({}, false);
    fake.addIntegration({ config: { max_role }, content: [content] });
    const boss = fake.addUser({ username: "boss", user_role: "administrator" });
    const [asJo, asBoss] = [
      await connection.withUserSessionToken(token),
      await connection.withUserSessionToken(fake.sessionTokenFor(boss, { content })),
    ];
    const ann = fake.addUser({ username: "ann", user_role: "viewer" });
    const canLock = async (visitor: typeof asJo) => {
      const user = await visitor.users.get(ann.guid);
      return user.lock().then(
        () => true,
        () => false,
      );
    };
    expect([await canLock(asJo), await canLock(asBoss)]).toEqual([false, max_role === "Admin"]);
  },
);

test.each(["withUserSessionToken", "contentCredentials"])(
  "%s() takes an object of options, and sends nothing otherwise",
  async (method) => {
    const { fake, connection, token } = hosted();
    vi.stubEnv("CONNECT_CONTENT_SESSION_TOKEN", token);
    const given: unknown[] = method === "contentCredentials" ? ["an audience"] : [token, "an audience"];
    const call: unknown = Reflect.get(connection, method);
    if (typeof call !== "function") throw new Error(`There is no method ${method}.`);
    await expect(Reflect.apply(call, connection, given)).rejects.toMatchObject({
      name: "InvalidArgumentError",
      argument: "options",
    });
    expect(fake.requests).toHaveLength(0);
  },
);

test("needs a client of createConnectClient()", async () => {
  const { fake, connection } = hosted();
  vi.stubEnv("POSIT_PRODUCT", "");
  const copy = new Connection({ ...connection.api });
  await expect(copy.withUserSessionToken("", { localKey: fake.apiKey })).rejects.toMatchObject({
    name: "InvalidArgumentError",
    argument: "api",
  });
});

test.each([
  [undefined, "no user session token"],
  [null, "no user session token"],
  ["", "no user session token"],
  ["two words", "a malformed user session token"],
])("throws for the header %j, and never uses the owner's key", async (token, message) => {
  const { fake, connection } = hosted();
  await expect(connection.withUserSessionToken(token, { localKey: fake.apiKey })).rejects.toMatchObject({
    name: "InvalidArgumentError",
    argument: "token",
    message: expect.stringContaining(`The request has ${message}.`) as string,
  });
  expect(fake.requests).toHaveLength(0);
});

test.each(["POSIT_PRODUCT", "RSTUDIO_PRODUCT"])("the local key is not used where %s says Connect", async (variable) => {
  const { fake, connection, exchanges, token } = hosted();
  vi.stubEnv("POSIT_PRODUCT", "");
  vi.stubEnv(variable, "CONNECT");
  const visitor = await connection.withUserSessionToken(token, { localKey: fake.apiKey });
  expect((await visitor.me()).username).toBe("jo");
  expect(exchanges()).toBe(1);
  await expect(connection.withUserSessionToken("", { localKey: fake.apiKey })).rejects.toMatchObject({
    argument: "token",
    fix: expect.stringContaining("signed-in users") as unknown,
  });
});

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

test.each<[number, RegExp]>([
  [219, /sign in to it again/],
  [241, /sign in to it again/],
  [243, /max_role/],
  [244, /max_role/],
  [252, /template "connect".*service account/],
])("code %i says what to do", async (code, fix) => {
  const { fake, connection, token } = hosted();
  fake.fault({ operationId: "exchangeCredentials", status: 400, body: { code, error: "refused", payload: null } });
  const error: unknown = await connection.withUserSessionToken(token).catch((thrown: unknown) => thrown);
  expect(isApiError(error, { code })).toBe(true);
  expect(error).toHaveProperty("fix", expect.stringMatching(fix));
});

describe("of several integrations that match", () => {
  /** Content whose server needs an audience: code 257 without it. */
  function several(others: { template: string }[]) {
    const scene = hosted();
    for (const other of others) scene.fake.addIntegration({ ...other, content: [scene.content] });
    vi.stubEnv("CONNECT_CONTENT_GUID", scene.content.guid);
    const refuse = (times: number) =>
      scene.fake.fault({
        operationId: "exchangeCredentials",
        status: 400,
        body: { code: 257, error: "Several integrations match.", payload: null },
        times,
      });
    const audiences: (string | null)[] = [];
    const connection = connect({
      url: scene.fake.url,
      apiKey: scene.fake.apiKey,
      async fetch(input, init) {
        const request = new Request(input, init);
        if (request.method === "POST")
          audiences.push(new URLSearchParams(await request.clone().text()).get("audience"));
        return scene.fake.fetch(request);
      },
    });
    return { ...scene, connection, refuse, audiences };
  }

  test("the one for API keys of visitors is used", async () => {
    const { fake, connection, content, token, refuse, audiences } = several([{ template: "github" }]);
    refuse(1);
    const visitor = await connection.withUserSessionToken(token);
    const path = `/v1/content/${content.guid}/oauth/integrations/associations`;
    const used = (await (await connection.api.fetch(path)).json()) as Record<string, string>[];

    expect((await visitor.me()).username).toBe("jo");
    const expected = used.find((each) => each["oauth_integration_template"] === "connect");
    expect(audiences).toEqual([null, expected?.["oauth_integration_guid"]]);
    expect(fake.requests.filter(({ path: sent }) => sent.endsWith("/associations"))).toHaveLength(2);
  });

  test("none is chosen if several are for API keys of visitors", async () => {
    const { connection, token, audiences } = several([{ template: "connect" }]);
    await expect(connection.withUserSessionToken(token)).rejects.toMatchObject({
      code: 257,
      fix: expect.stringContaining("audience") as unknown,
    });
    expect(audiences).toEqual([null]);
  });

  test("a refusal for another reason is final", async () => {
    const { fake, connection, token, audiences } = several([{ template: "github" }]);
    const body = { code: 215, error: "The session has ended.", payload: null };
    fake.fault({ operationId: "exchangeCredentials", status: 400, body, times: 1 });
    await expect(connection.withUserSessionToken(token)).rejects.toMatchObject({ code: 215 });
    expect(audiences).toEqual([null]);
  });

  test("an audience that the caller passes is not replaced", async () => {
    const { connection, token, refuse, audiences } = several([{ template: "github" }]);
    refuse(1);
    const audience = crypto.randomUUID();
    await expect(connection.withUserSessionToken(token, { audience })).rejects.toMatchObject({ code: 257 });
    expect(audiences).toEqual([audience]);
  });

  test.each([
    "without the guid of the content",
    "if the integrations cannot be listed",
    "and the second refusal is final",
  ])("the error is that of the exchange %s", async (reason) => {
    const { fake, connection, token, refuse, exchanges } = several([{ template: "github" }]);
    refuse(2);
    if (reason.startsWith("without")) vi.stubEnv("CONNECT_CONTENT_GUID", "");
    if (reason.startsWith("if")) fake.fault({ operationId: "listContentAssociations", status: 403 });
    await expect(connection.withUserSessionToken(token)).rejects.toMatchObject({ code: 257 });
    expect(exchanges()).toBe(reason.startsWith("and") ? 2 : 1);
  });
});

describe("content credentials", () => {
  /** Content with a service account, and a folder for its token. */
  async function service() {
    const scene = hosted({}, false);
    const folder = await mkdtemp(join(tmpdir(), "content-token-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    scene.fake.addIntegration({
      template: "custom",
      config: { auth_type: "Service Account" },
      content: [scene.content],
    });
    const file = join(folder, "token");
    const sent = () =>
      scene.fake.requests.map(({ body }) => new URLSearchParams(String(body)).get("subject_token") ?? "");
    const create = () => scene.fake.contentSessionTokenFor(scene.content);
    const setFile = (path = file) => vi.stubEnv("CONNECT_CONTENT_SESSION_TOKEN_FILE", path);
    const setVariable = (token: string) => vi.stubEnv("CONNECT_CONTENT_SESSION_TOKEN", token);
    return { ...scene, file, folder, sent, create, setFile, setVariable };
  }

  test("need the content's own token", async () => {
    const { connection, fake } = hosted();
    await expect(connection.contentCredentials()).rejects.toMatchObject({
      name: "InvalidArgumentError",
      argument: "CONNECT_CONTENT_SESSION_TOKEN",
    });
    expect(fake.requests).toHaveLength(0);
  });

  test("come from the token in the variable, and are hidden where they are shown", async () => {
    const { connection, create, setVariable } = await service();
    setVariable(` ${create()}\n`);
    const credentials = await connection.contentCredentials();
    expect(credentials).toMatchObject({ token_type: "Bearer" });
    expect(inspect(credentials)).not.toContain(credentials.access_token);
    expect(inspect(credentials)).toContain("access_token: '[hidden]'");
  });

  test("come from the file where both are set, which is read again each time", async () => {
    const { connection, create, setFile, setVariable, file, fake } = await service();
    setFile();
    setVariable("spent");
    await writeFile(file, `${create()}\n`, { mode: 0o600 });
    await connection.contentCredentials();
    // The token expires, and Connect writes another one.
    fake.clock.advance({ days: 30 });
    await expect(connection.contentCredentials()).rejects.toMatchObject({
      code: 236,
      fix: expect.stringContaining("again") as unknown,
    });
    await writeFile(file, create());
    await expect(connection.contentCredentials()).resolves.toMatchObject({ token_type: "Bearer" });
  });

  test.each(["missing", "empty", "blank"])("come from the variable while the file is %s", async (state) => {
    const { connection, create, setFile, setVariable, file } = await service();
    setFile();
    setVariable(create());
    if (state !== "missing") await writeFile(file, state === "empty" ? "" : " \n");
    await expect(connection.contentCredentials()).resolves.toMatchObject({ token_type: "Bearer" });
  });

  test.each<[string, RegExp]>([
    ["missing", /the file \S+token of CONNECT_CONTENT_SESSION_TOKEN_FILE cannot be read \(ENOENT\)/],
    ["empty", /is empty/],
    ["a folder", /cannot be read \(EISDIR\)/],
  ])("say what is wrong with a file that is %s, and send nothing", async (state, message) => {
    const { connection, setFile, file, folder, fake } = await service();
    setFile(state === "a folder" ? folder : file);
    if (state === "empty") await writeFile(file, "");
    await expect(connection.contentCredentials()).rejects.toThrow(message);
    expect(fake.requests).toHaveLength(0);
  });

  test("of AWS are asked for by their type", async () => {
    const { connection, create, setVariable, fake, content } = await service();
    fake.addIntegration({ template: "aws", config: { auth_type: "Workload Identity" }, content: [content] });
    setVariable(create());
    const requestedTokenType = "urn:ietf:params:aws:token-type:credentials";
    const { access_token, ...rest } = await connection.contentCredentials({ requestedTokenType });
    expect(rest).toEqual({ token_type: "aws_credentials", issued_token_type: requestedTokenType });
    expect(JSON.parse(atob(access_token))).toHaveProperty("SecretAccessKey");
    await expect(connection.contentCredentials()).resolves.toMatchObject({ token_type: "Bearer" });
  });

  test("of another type than the one that was asked for are refused", async () => {
    const { connection, create, setVariable, fake } = await service();
    setVariable(create());
    const body = {
      access_token: "t",
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
      token_type: "Bearer",
    };
    fake.fault({ operationId: "exchangeCredentials", status: 200, body });
    const requestedTokenType = "urn:ietf:params:aws:token-type:credentials";
    await expect(connection.contentCredentials({ requestedTokenType })).rejects.toThrow("no usable credential");
  });

  test("put the token into no error", async () => {
    const { connection, setVariable, fake } = await service();
    const token = "canary-content-session-token";
    setVariable(token);
    const body = { code: 236, error: `no session ${token}`, payload: { subject_token: token } };
    fake.fault({ operationId: "exchangeCredentials", status: 400, body });
    const error: unknown = await connection.contentCredentials().catch((thrown: unknown) => thrown);
    expect(isApiError(error, { code: 236 })).toBe(true);
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(token);
  });
});

test.each(["", "after a request that was sent again"])(
  "a failed exchange shows neither the owner's key nor the token %s",
  async (when) => {
    const { fake, token } = hosted();
    for (const isReceived of [true, false]) {
      let reads = 0;
      const connection = connect({
        url: fake.url,
        apiKey: fake.apiKey,
        retry: when === "" ? false : { delay: 1 },
        async fetch(input, init) {
          const request = new Request(input, init);
          const isRead = request.url.endsWith("/v1/user");
          if (isRead) return ++reads === 1 ? new Response("", { status: 503 }) : fake.fetch(request);
          const quote = `${request.headers.get("authorization") ?? ""} ${await request.text()}`;
          if (!isReceived) throw new TypeError(quote);
          return Response.json({ code: 1, error: quote, payload: { quote } }, { status: 500 });
        },
      });
      if (when !== "") await connection.me();
      const error = await connection.withUserSessionToken(token).catch((thrown: unknown) => thrown);
      const shown = inspect(error, { depth: Infinity });
      expect(shown).toContain("[redacted]");
      expect(shown).not.toContain(fake.apiKey);
      expect(shown).not.toContain(token);
    }
  },
);
