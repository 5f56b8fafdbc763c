import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadPlan, type Plan, planOffboard, planTransfer } from "@connect-sdk/lifecycle";
import { start, writesOf } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "jdoe", user_role: "publisher" });
  fake.addUser({ username: "ann", user_role: "publisher" });
}

/** Adds an API key, as the person does it. */
async function addKey(fake: FakeConnect, username: string, name: string): Promise<string> {
  const { api, guid } = await signedIn(fake, username);
  const { data } = await api.POST("/v1/users/{guid}/keys", { params: { path: { guid } }, body: { name } });
  return data.id;
}

async function removeKey(fake: FakeConnect, username: string, id: string): Promise<void> {
  const { api, guid } = await signedIn(fake, username);
  await api.DELETE("/v1/users/{guid}/keys/{id}", { params: { path: { guid, id } } });
}

async function signedIn(fake: FakeConnect, username: string) {
  const connection = connect({ url: fake.url, apiKey: fake.keyFor(username), fetch: fake.fetch });
  return { api: connection.api, guid: (await connection.me()).guid };
}

/** Adds the entry of a token that the person activated, as an IDE does to deploy. */
function activateToken(fake: FakeConnect, username: string): void {
  const snapshot = fake.snapshot();
  const { audit = [] } = snapshot;
  const last = audit.findLast(({ user_description }) => user_description.includes(`(${username})`));
  if (last === undefined) throw new Error(`${username} has done nothing yet.`);
  const entry = { ...last, id: String(1 + Number(audit.at(-1)?.id)), action: "activate_token" };
  fake.restore({ ...snapshot, audit: [...audit, entry] });
}

const plan = (connection: Connection): Promise<Plan> => planOffboard(connection, { user: "jdoe", to: "ann" });
const estimateOf = ({ steps }: Plan) => steps.find(({ action }) => action === "replace-keys");
const logReads = (fake: FakeConnect) => fake.requests.filter(({ operationId }) => operationId === "getAuditLogs");

describe("the API keys and tokens of a leaver", () => {
  test("are estimated from what the person did, as work for somebody", async () => {
    const { fake, connection } = start({ setUp });
    const [first] = [await addKey(fake, "jdoe", "laptop"), await addKey(fake, "jdoe", "deploy")];
    await addKey(fake, "jdoe", "nightly");
    await removeKey(fake, "jdoe", first);
    await addKey(fake, "ann", "other");
    activateToken(fake, "jdoe");
    const planned = await plan(connection);
    expect(estimateOf(planned)).toMatchObject({
      state: "manual",
      target: { kind: "user", name: "jdoe" },
      reason: "about 2 API keys and 1 token, estimated from the audit log",
      fix: expect.stringContaining("Replace them where programs use them") as string,
    });
    expect(planned.notes.join()).toContain("API keys and tokens of others cannot be listed");
    expect(await planned.apply()).toMatchObject({ complete: true });
    expect(estimateOf(await plan(connection))?.reason).toBe(estimateOf(planned)?.reason);
  });

  test("are as many as were added and not removed, in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 8 }), async (additions) => {
        const { fake, connection } = start({ setUp });
        const keys: string[] = [];
        for (const [number, isAdded] of additions.entries()) {
          const oldest = isAdded ? undefined : keys.shift();
          if (isAdded) keys.push(await addKey(fake, "jdoe", `key ${number}`));
          else if (oldest !== undefined) await removeKey(fake, "jdoe", oldest);
        }
        const count = `about ${keys.length} API key${keys.length === 1 ? "" : "s"}, `;
        const reason = estimateOf(await plan(connection))?.reason;
        if (keys.length === 0) expect(reason).toBeUndefined();
        else expect(reason?.startsWith(count)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("are a sentence of the note where the log shows none", async () => {
    const { fake, connection } = start({ setUp });
    await addKey(fake, "ann", "other");
    const planned = await plan(connection);
    expect(estimateOf(planned)).toBeUndefined();
    expect(planned.notes.join()).toContain("By an estimate from the audit log, jdoe has none.");
  });

  test.each([
    ["forbids the log", 403],
    ["is too old for the log", 404],
  ])("are only a general note on a server that %s", async (_, status) => {
    const { fake, connection } = start({ setUp });
    await addKey(fake, "jdoe", "laptop");
    fake.fault({ operationId: "getAuditLogs", status });
    const planned = await plan(connection);
    expect(estimateOf(planned)).toBeUndefined();
    expect(planned.notes.join()).toContain("API keys and tokens of others cannot be listed");
    expect(planned.notes.join()).not.toContain("estimate");
    expect(await planned.apply()).toMatchObject({ complete: true });
  });

  test("are only a general note where the log leads nowhere", async () => {
    const { fake } = start({ setUp });
    const [entry] = (await addKey(fake, "jdoe", "laptop"), fake.audit);
    const paging = { cursors: { previous: null, next: "1" }, first: null, previous: null, next: null, last: null };
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const isLog = new URL(request.url).pathname.endsWith("/v1/audit_logs");
        return isLog ? Response.json({ results: [entry], paging }) : await fake.fetch(request);
      },
    });
    expect(estimateOf(await plan(connection))).toBeUndefined();
  });

  test("are looked for in the newest 5,000 entries at most, which the plan says", async () => {
    const { fake, connection } = start({ setUp });
    await addKey(fake, "jdoe", "before");
    // The last one that is read.
    await addKey(fake, "jdoe", "first");
    for (let count = 0; count < 4_998; count++) fake.signIn("ann");
    await addKey(fake, "jdoe", "last");
    const planned = await plan(connection);
    expect(logReads(fake)).toHaveLength(10);
    expect(estimateOf(planned)?.reason).toBe(
      "about 2 API keys, estimated from the newest 5,000 entries of the audit log",
    );
  });

  test("are not looked for in entries from before there was the account", async () => {
    const { fake, connection } = start({
      setUp(server) {
        const ann = server.addUser({ username: "ann", user_role: "publisher" });
        for (let count = 0; count < 2_000; count++) server.signIn(ann);
        server.clock.advance({ days: 1 });
      },
    });
    fake.addUser({ username: "jdoe" });
    await addKey(fake, "jdoe", "laptop");
    expect(estimateOf(await plan(connection))?.reason).toContain("about 1 API key, estimated from the audit log");
    expect(logReads(fake)).toHaveLength(1);
  });

  test("stay with the person of a transfer, so the log is not read", async () => {
    const { fake, connection } = start({ setUp });
    await addKey(fake, "jdoe", "laptop");
    const { steps } = await planTransfer(connection, { user: "jdoe", to: "ann" });
    expect(steps).toEqual([]);
    expect(logReads(fake)).toEqual([]);
  });

  test("do not make a saved plan stale when one is added", async () => {
    const { fake, connection } = start({ setUp });
    const text = await (await plan(connection)).save();
    await addKey(fake, "jdoe", "laptop");
    expect(await (await loadPlan(connection, text)).apply()).toMatchObject({ complete: true });
    expect(writesOf(fake).at(-1)).toMatch(/lock$/);
  });
});
