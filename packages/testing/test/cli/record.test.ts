import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { readServer } from "../../src/record/read-server.ts";
import { createFakeConnect, type FakeConnect, type FakeServer, type SeedData } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";
import { runWith } from "../support/run-main.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fake-connect-"));
  return () => rm(folder, { recursive: true });
});

/** A server on a port, with everything that is recorded. */
async function organization(): Promise<{ fake: FakeConnect; server: FakeServer }> {
  const fake = testFake({ users: 30, seed: 5 });
  const ann = fake.addUser({ username: "ann", first_name: "Ann", last_name: "Lee", email: "shared@corp.example" });
  const twin = fake.addUser({ username: "ANN", first_name: "Ann", last_name: "Poe", email: "Shared@corp.example" });
  const owner = fake.addUser({ username: "mira", user_role: "publisher", locked: true });
  const group = fake.addGroup({ name: "secret-project", owner_guid: owner.guid, members: [ann, twin], gid: 4711 });
  fake.addGroup({ name: "empty", owner_guid: null });
  const item = fake.addContent({
    name: "layoffs",
    title: "Layoffs 2027",
    description: "Do not share",
    owner_guid: owner.guid,
    run_as: "svc-finance",
    access_type: "logged_in",
  });
  fake.addContent({ name: "layoffs", title: null });
  fake.addPermission({ content_guid: item.guid, principal_guid: group.guid, principal_type: "group", role: "owner" });
  fake.addPermission({ content_guid: item.guid, principal_guid: ann.guid, principal_type: "user", role: "viewer" });
  const server = await fake.listen();
  onTestFinished(() => server.close());
  return { fake, server };
}

interface Recording {
  readonly text: string;
  readonly data: Required<Omit<SeedData, "tags" | "visits">>;
  readonly stdout: string;
}

async function recordFrom({ fake, server }: { fake: FakeConnect; server: FakeServer }, ...flags: string[]) {
  const out = join(folder, "data.json");
  const env = { CONNECT_API_KEY: fake.apiKey };
  const { status, stdout, stderr } = await runWith(env, "record", "--server", server.url, "--out", out, ...flags);
  expect([status, stderr]).toEqual([0, ""]);
  const text = await readFile(out, "utf8");
  return { text, data: JSON.parse(text) as Recording["data"], stdout } satisfies Recording;
}

/** The lists and permissions that a client reads. */
async function read(fake: FakeConnect): Promise<unknown> {
  const client = clientOf(fake);
  const list = async (path: string) => (await client.get(path)).list;
  const groups = await list("/v1/groups?page_size=500");
  const content = await list("/v1/content?include=owner");
  return {
    users: await list("/v1/users?page_size=500"),
    groups,
    content: content.map((item) => ({ ...item, content_url: "", dashboard_url: "" })),
    members: await Promise.all(pluck(groups, "guid").map((guid) => list(`/v1/groups/${String(guid)}/members`))),
    permissions: await Promise.all(
      pluck(content, "guid").map((guid) => list(`/v1/content/${String(guid)}/permissions`)),
    ),
  };
}

test("with --keep-names, a fake with the recorded data returns the same lists and permissions", async () => {
  const original = await organization();
  const { data, stdout } = await recordFrom(original, "--keep-names");
  expect(stdout).toContain("Recorded 33 users, 2 groups, 2 content items, 2 permissions of http://127.0.0.1:");
  expect(await read(testFake({ data }))).toEqual(await read(original.fake));
});

test("names, e-mail addresses, guids and descriptions are replaced, everywhere by the same", async () => {
  const original = await organization();
  const { text, data } = await recordFrom(original);
  const { users, groups, content } = original.fake;
  const secrets = [
    ...users.flatMap(({ guid, username, email }) => [guid, username, email].filter((word) => word.length > 5)),
    ...groups.map(({ guid }) => guid),
    ...content.map(({ guid }) => guid),
    ...["secret-project", "layoffs", "Layoffs", "Do not share", "svc-finance", "corp.example", "4711", "Poe"],
  ];
  expect(secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);

  const copy = testFake({ data });
  const counts = async (fake: FakeConnect, path: string) => (await clientOf(fake).get(path)).body["total"];
  for (const status of ["locked", "licensed", "inactive"]) {
    const path = `/v1/users?account_status=${status}`;
    expect(await counts(copy, path)).toBe(await counts(original.fake, path));
  }
  expect(copy.groups.map((group) => group.owner_guid !== null)).toEqual([false, true]);
  const [first, second] = copy.content;
  expect(first).toMatchObject({ access_type: "logged_in", run_as: null, description: "" });
  expect(first?.name).toBe(second?.name);
  expect(first?.title).not.toBeNull();
  expect(second?.title).toBeNull();
  const permissions = (await clientOf(copy).get(`/v1/content/${first?.guid ?? ""}/permissions`)).list;
  expect(permissions).toMatchObject([
    { principal_type: "group", role: "owner" },
    { principal_type: "user", role: "viewer" },
  ]);
  const members = await clientOf(copy).get(`/v1/groups/${String(permissions[0]?.["principal_guid"])}/members`);
  expect(pluck(members.list, "guid")).toContain(permissions[1]?.["principal_guid"]);
});

test("users that share a name or an address still do, and look-alike usernames still look alike", async () => {
  const { data } = await recordFrom(await organization());
  const members = data.groups.flatMap((group) => group.members ?? []);
  const [ann, twin] = members.map((member) => data.users.find(({ guid }) => guid === member));
  expect(ann?.email).toBe(twin?.email);
  expect(ann?.first_name).toBe(twin?.first_name);
  expect(ann?.last_name).not.toBe(twin?.last_name);
  expect(ann?.username).not.toBe(twin?.username);
  expect(ann?.username?.toLowerCase()).toBe(twin?.username?.toLowerCase());
});

test("the same server is recorded in the same way, and only read", async () => {
  const original = await organization();
  const first = await recordFrom(original);
  expect((await recordFrom(original)).text).toBe(first.text);
  expect([...new Set(original.fake.requests.map(({ method }) => method))]).toEqual(["GET"]);
});

test("the file has no key, is readable for its owner only, and replaces an older one at once", async () => {
  await writeFile(join(folder, "data.json"), "an older file", { mode: 0o644 });
  const original = await organization();
  const { text } = await recordFrom(original, "--keep-names");
  expect(text).not.toContain(original.fake.apiKey);
  expect((await stat(join(folder, "data.json"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["data.json"]);
});

test("more than one page is read, and the key can come from a file", async () => {
  const fake = createFakeConnect({ users: 1_201 });
  const server = await fake.listen();
  onTestFinished(() => server.close());
  const [out, key] = [join(folder, "data.json"), join(folder, "key")];
  await writeFile(key, `${fake.apiKey}\n`, { mode: 0o600 });
  const argv = ["record", "--server", `${server.url}/__api__/`, "--out", out, "--api-key-file", key];
  expect((await runWith({}, ...argv)).status).toBe(0);
  const data = JSON.parse(await readFile(out, "utf8")) as SeedData;
  expect(data.users).toHaveLength(1_201);
});

describe("a recording that fails", () => {
  test("leaves the older file, names the request and the cure, and exits with 1", async () => {
    const original = await organization();
    const out = join(folder, "data.json");
    await writeFile(out, "an older file");
    original.fake.fault({ operationId: "listContentPermissions", status: 500, times: 1 });
    const env = { CONNECT_API_KEY: original.fake.apiKey };
    const result = await runWith(env, "record", "--server", original.server.url, "--out", out);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^fake-connect: GET \/v1\/content\/[\w-]+\/permissions returned 500\b.*\n$/);
    expect(await readFile(out, "utf8")).toBe("an older file");
    expect(await readdir(folder)).toEqual(["data.json"]);
  });

  test.each<[string, (fake: FakeConnect) => string, string]>([
    ["an unknown key", () => "nonsense", "GET /v1/user returned 401 (code 30); check the API key"],
    [
      "a publisher's key",
      (fake) => fake.keyFor(fake.addUser({ username: "pat", user_role: "publisher" })),
      "pat is a publisher; use",
    ],
  ])("says so for %s", async (_what, keyOf, message) => {
    const { fake, server } = await organization();
    const env = { CONNECT_API_KEY: keyOf(fake) };
    const { status, stderr } = await runWith(env, "record", "--server", server.url, "--out", join(folder, "data.json"));
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });

  test("says so when nothing listens, and for a server that is not Connect", async () => {
    const html = createServer((_request, response) => response.end("<html>"));
    await new Promise<void>((resolve) => html.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${String((html.address() as AddressInfo).port)}`;
    const argv = ["record", "--server", url, "--out", join(folder, "data.json")];
    expect((await runWith({ CONNECT_API_KEY: "x" }, ...argv)).stderr).toContain("GET /v1/user returned no JSON; check");
    await new Promise((resolve) => html.close(resolve));
    expect((await runWith({ CONNECT_API_KEY: "x" }, ...argv)).stderr).toContain("ECONNREFUSED");
  });

  test("does not follow a redirect, which could lead the key to another server", async () => {
    const seen: string[] = [];
    const other = createServer((request, response) => {
      seen.push(String(request.headers.authorization));
      response.end("{}");
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const location = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}/`;
    const { fake, server } = await organization();
    fake.fault({ operationId: "getCurrentUser", status: 302, headers: { location } });
    const env = { CONNECT_API_KEY: fake.apiKey };
    const { status } = await runWith(env, "record", "--server", server.url, "--out", join(folder, "data.json"));
    expect([status, seen]).toEqual([1, []]);
  });
});

test("a busy server is asked again after the time that it names", async () => {
  const { fake, server } = await organization();
  fake.fault({ operationId: "getUsers", times: 2, status: 429, headers: { "retry-after": "7" } });
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const contents = await readServer({ server: server.url, apiKey: fake.apiKey, sleep });
  expect(contents.users).toHaveLength(33);
  expect(waits).toEqual([7_000, 7_000]);
});

test.each([
  ["is silent", () => new Promise<Response>(() => undefined)],
  ["stalls in the body", () => Promise.resolve(new Response(new ReadableStream({})))],
])("a server that %s is waited for half a minute, even if fetch ignores its signal", async (_, fetch) => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetch);
  try {
    const reading = readServer({ server: "https://connect.example.com", apiKey: "k" }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await reading).toMatchObject({ message: expect.stringContaining("within 30 seconds") as string });
  } finally {
    vi.useRealTimers();
  }
});

describe("the command line", () => {
  test.each<[Record<string, string>, string[], string]>([
    [{}, ["--server", "http://x"], "record needs --out FILE"],
    [{}, ["--out", "f"], "record needs --server URL, or CONNECT_SERVER"],
    [{}, ["--out", "f", "--server", "connect"], '--server is "connect"; allowed: an address such as'],
    [{}, ["--out", "f", "--server", "http://me:pass@x"], '--server is "http://…@x"; allowed'],
    [{}, ["--out", "f", "--server", "http://x"], "set CONNECT_API_KEY or use --api-key-file"],
    [{ CONNECT_API_KEY: "a\nb" }, ["--out", "f", "--server", "http://x"], "CONNECT_API_KEY must contain one API key"],
    [
      { CONNECT_API_KEY: "k", CONNECT_SERVER: "http://y" },
      ["--out", "f", "--server", "http://x"],
      "CONNECT_API_KEY belongs to CONNECT_SERVER, which is not --server",
    ],
    [{}, ["--users", "3"], "record does not take --users"],
  ])("with %j refuses %j", async (env, argv, message) => {
    const { status, stderr } = await runWith(env, "record", ...argv);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toContain("pass");
  });

  test("the other commands do not take the flags of record", async () => {
    expect((await runWith({}, "serve", "--keep-names")).stderr).toContain("serve does not take --keep-names");
  });

  test("the file with the key is never overwritten, also by another name, and must be private", async () => {
    const key = join(folder, "key");
    const link = join(folder, "link");
    await writeFile(key, "secret", { mode: 0o600 });
    await symlink(key, link);
    for (const out of [key, link]) {
      const argv = ["record", "--server", "http://x", "--api-key-file", key, "--out", out];
      expect((await runWith({}, ...argv)).stderr).toContain("is the file with the API key");
    }
    await chmod(key, 0o666);
    const argv = ["record", "--server", "http://x", "--api-key-file", key, "--out", join(folder, "data.json")];
    expect((await runWith({}, ...argv)).stderr).toContain("can be changed by other users; run chmod 600");
    expect(await readFile(key, "utf8")).toBe("secret");
  });
});
