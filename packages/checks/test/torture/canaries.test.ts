import { type ConnectClient, createConnectClient, type LogEntry, logger } from "@connect-sdk/api";
import { oauthToken, type Session, signInWithDevice, signOut } from "@connect-sdk/api/oauth";
import { main } from "@connect-sdk/cli";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { findSecrets } from "../../src/torture/secrets.ts";

const PASSWORD = "canary-Password-4711";
const CLIENT_SECRET = "canary-client-secret-4711";

/** Fields of forms and JSON whose values are secrets. */
const SECRET_FIELDS = [
  "access_token",
  "refresh_token",
  "device_code",
  "subject_token",
  "token",
  "key",
  "client_secret",
  "password",
];

/** A fake, everything secret that passes between it and its clients, and what the clients log. */
interface Scene {
  readonly fake: FakeConnect;
  readonly fetch: typeof fetch;
  readonly api: ConnectClient;
  readonly connection: Connection;
  readonly secrets: Set<string>;
  readonly log: LogEntry[];
  /** Makes the server respond with what it received. */
  echo: Echo | undefined;
}

/** Responds with the request. */
type Echo = (request: string) => Response;

const echoes: Readonly<Record<string, Echo>> = {
  "Connect's error": (text) => Response.json({ code: 1, error: text, payload: { request: text } }, { status: 500 }),
  "an OAuth error": (text) => Response.json({ error: "invalid_grant", error_description: text }, { status: 400 }),
  "a refusal": (text) =>
    Response.json(
      { code: 30, error: text },
      { status: 401, headers: { "x-correlation-id": text.replaceAll("\n", " ") } },
    ),
  "a page": (text) => new Response(`<html><pre>${text}</pre></html>`, { headers: { "content-type": "text/html" } }),
  "text of another type": (text) => new Response(text, { headers: { "content-type": "text/plain" } }),
  "broken JSON": (text) =>
    new Response(`{"request": ${JSON.stringify(text)}`, { headers: { "content-type": "application/json" } }),
  "a redirect": (text) =>
    new Response(null, {
      status: 302,
      headers: { location: `https://elsewhere.example/?q=${encodeURIComponent(text)}` },
    }),
  "a failed connection": (text) => {
    throw new TypeError(`fetch failed: ${text}`, { cause: new Error(text, { cause: { request: { body: text } } }) });
  },
};

function open(): Scene {
  const fake = createFakeConnect({ users: 5, seed: 11, version: "2026.06.0" });
  const secrets = new Set<string>([fake.apiKey]);
  const log: LogEntry[] = [];
  const scene: { echo: Echo | undefined } = { echo: undefined };
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.clone().text();
    collect(text, secrets);
    const authorization = request.headers.get("authorization")?.split(" ")[1];
    if (authorization !== undefined) secrets.add(authorization);
    const words = [...request.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    if (scene.echo !== undefined) return scene.echo(`${request.method} ${request.url}\n${words}\n\n${text}`);
    const response = await fake.fetch(request);
    collect(await response.clone().text(), secrets);
    return response;
  };
  const settings = {
    url: fake.url,
    apiKey: fake.apiKey,
    fetch: send,
    retry: false,
    plugins: [logger((entry) => log.push(entry))],
  } as const;
  return Object.assign(scene, {
    fake,
    fetch: send,
    api: createConnectClient(settings),
    connection: connect(settings),
    secrets,
    log,
  });
}

/** Adds the secrets of a form or of JSON. */
function collect(text: string, secrets: Set<string>): void {
  const add = (name: string, value: unknown): void => {
    if (SECRET_FIELDS.includes(name) && typeof value === "string" && value.length >= 8) secrets.add(value);
  };
  for (const [name, value] of new URLSearchParams(text)) add(name, value);
  try {
    JSON.parse(text, (name, value: unknown) => {
      add(name, value);
      return value;
    });
  } catch {
    // Not JSON.
  }
}

const signIn = ({ fake, fetch: send }: Scene): Promise<Session> =>
  signInWithDevice({
    url: fake.url,
    insecure: true,
    fetch: send,
    clock: { sleep: () => Promise.resolve() },
    onCode() {
      for (const { id } of fake.oauth.pending) fake.oauth.approve(id, "admin");
    },
  });

/** Prepares a call that sends or receives a secret. */
const calls: Readonly<Record<string, (scene: Scene) => Promise<() => Promise<unknown>>>> = {
  "signing in": (scene) => Promise.resolve(() => signIn(scene)),
  "refreshing a session": async (scene) => {
    const session = await signIn(scene);
    const token = oauthToken({ ...session, expiresAt: 0 }, { fetch: scene.fetch, insecure: true });
    const { me } = { me: () => connect({ url: scene.fake.url, token, fetch: scene.fetch, retry: false }).me() };
    return me;
  },
  "using a session": async (scene) => {
    const token = oauthToken(await signIn(scene), { fetch: scene.fetch, insecure: true });
    return () => connect({ url: scene.fake.url, token, fetch: scene.fetch, retry: false }).me();
  },
  "signing out": async (scene) => {
    const session = await signIn(scene);
    return async () => {
      const { error } = await signOut(session, { fetch: scene.fetch, insecure: true });
      if (error !== undefined) throw error;
    };
  },
  "acting as a visitor": async (scene) => {
    const token = visitorToken(scene);
    return Promise.resolve(async () => (await scene.connection.withUserSessionToken(token)).me());
  },
  "using a visitor's key": async (scene) => {
    const visitor = await scene.connection.withUserSessionToken(visitorToken(scene));
    return () => visitor.me();
  },
  "getting credentials of content": (scene) => {
    const { fake, connection, secrets } = scene;
    const content = fake.addContent({ app_mode: "python-api" });
    fake.addIntegration({ template: "custom", config: { auth_type: "Service Account" }, content: [content] });
    const token = fake.contentSessionTokenFor(content);
    secrets.add(token);
    vi.stubEnv("CONNECT_CONTENT_SESSION_TOKEN", token);
    return Promise.resolve(() => connection.contentCredentials());
  },
  "creating a key": async ({ connection }) => {
    const me = await connection.me();
    return () => me.keys.create({ name: "nightly" });
  },
  "creating a user": ({ connection: { users } }) =>
    Promise.resolve(() => users.create({ username: "new", email: "new@example.com", password: PASSWORD })),
  "creating a service token": ({ api }) =>
    Promise.resolve(() =>
      api.request("POST", "v1/system/service-tokens", { body: { name: "scim", scopes: ["users:read"] } }),
    ),
  "using a service token": async (scene) => {
    const body = { name: "scim", scopes: ["users:read"] };
    const { data } = await scene.api.request("POST", "v1/system/service-tokens", { body });
    const token = String(Reflect.get(Object(data), "key"));
    return () => connect({ url: scene.fake.url, token, fetch: scene.fetch, retry: false }).users.count();
  },
  "creating an integration": ({ api }) => {
    const config = { auth_type: "Viewer", client_id: "abc", client_secret: CLIENT_SECRET };
    return Promise.resolve(() =>
      api.POST("/v1/oauth/integrations", { body: { name: "Custom", template: "custom", config } }),
    );
  },
};

function visitorToken({ fake, secrets }: Scene): string {
  const content = fake.addContent({ app_mode: "python-api", access_type: "logged_in" });
  fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
  const token = fake.sessionTokenFor(fake.users[1]?.guid ?? "", { content });
  secrets.add(token);
  return token;
}

describe.each(Object.keys(calls))("%s", (name) => {
  test("leaves no secret in the journal, the audit log, a snapshot, or the clients", async () => {
    const scene = open();
    const { fake, connection, api, log, secrets } = scene;
    await (
      await calls[name]?.(scene)
    )?.();

    expect(secrets.size).toBeGreaterThan(1 - Number(name === "creating a user"));
    expect(
      findSecrets([...secrets], {
        journal: fake.requests,
        audit: fake.audit,
        snapshot: JSON.stringify(fake.snapshot()),
        connection,
        api,
        log,
      }),
    ).toEqual([]);
  });

  test.each(Object.keys(echoes))("throws an error without secrets when the server responds with %s", async (echo) => {
    const scene = open();
    const { log, secrets } = scene;
    const call = await calls[name]?.(scene);
    scene.echo = echoes[echo];
    const error = await Promise.resolve(call?.()).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(Error);
    expect(findSecrets([...secrets], { error, log })).toEqual([]);
  });
});

describe("the inspector", () => {
  test("shows no secret in its page and its data", async () => {
    const scene = open();
    const { fake, secrets } = scene;
    for (const prepare of Object.values(calls)) await (await prepare(scene))();
    await using server = await fake.listen({ control: true, ui: true });
    const places: Record<string, string> = {};
    const { inspectorUrl: ui = "" } = server;
    places["page"] = (await (await fetch(ui)).text()).replaceAll(ui, "");
    const headers = { authorization: `Key ${fake.apiKey}` };
    for (const path of [
      "requests",
      "snapshot",
      "audit",
      "users",
      "faults",
      "sign-ins",
      "state",
      "inspection",
      "content",
      "groups",
    ]) {
      places[path] = await (await fetch(`${server.url}/__fake__/${path}`, { headers })).text();
    }

    expect(findSecrets([...secrets], places)).toEqual([]);
  });
});

describe("connect-users --debug", () => {
  let scene: Scene;
  beforeAll(() => {
    scene = open();
  });

  const run = async (argv: readonly string[], stdin = ""): Promise<string> => {
    let output = "";
    const write = (text: string): void => {
      output += text;
    };
    await main([...argv, "--debug"], {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: { write },
      stderr: { write },
      env: { CONNECT_SERVER: scene.fake.url, CONNECT_API_KEY: scene.fake.apiKey },
      fetch: scene.fetch,
    });
    return output;
  };

  test.each<[string, readonly string[], string?]>([
    ["count", ["count"]],
    ["import with a password", ["import", "-", "--yes"], `username,email,password\nnew,new@example.com,${PASSWORD}\n`],
    ["status", ["status"]],
    ["api", ["api", "/v1/system/service-tokens"]],
    ["audit", ["audit"]],
    ["offboard", ["offboard", "new", "--yes"]],
  ])("prints no secret: %s", async (_name, argv, stdin) => {
    for (const echo of [undefined, ...Object.values(echoes)]) {
      scene.echo = echo;
      scene.secrets.add(PASSWORD);
      const output = await run(argv, stdin);
      expect(findSecrets([...scene.secrets], { output })).toEqual([]);
    }
  });
});
