import fc from "fast-check";
import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import {
  type AuditEvent,
  auditEvents,
  type AuditOptions,
  findDuplicates,
  findOrphans,
  seatUse,
} from "@connect-sdk/lifecycle";

function start(options: FakeConnectOptions = {}): { fake: FakeConnect; connection: Connection } {
  const fake = createFakeConnect({ seed: 7, now: "2026-03-10T12:00:00Z", ...options });
  return { fake, connection: connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false }) };
}

async function eventsOf(connection: Connection, options?: AuditOptions): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const event of auditEvents(connection, options)) events.push(event);
  return events;
}

describe("auditEvents", () => {
  test("returns the newest first, with who did it and who it is about", async () => {
    const { fake, connection } = start();
    fake.addUser({ username: "mira", first_name: "Mira", last_name: "Sol" });
    await (await connection.users.lookup("mira")).lock();
    const [event] = await eventsOf(connection);
    const [admin] = fake.users;
    expect(event).toEqual({
      id: fake.audit.at(-1)?.id,
      action: "update_lock_user",
      about: "mira",
      time: "2026-03-10T12:00:00Z",
      actor: { guid: admin?.guid, name: fake.audit.at(-1)?.user_description },
      description: fake.audit.at(-1)?.event_description,
    });
  });

  test("reads every page, and each event once, while others are added", async () => {
    const { fake, connection } = start();
    const user = fake.addUser({ username: "mira" });
    for (let count = 0; count < 1_203; count++) fake.signIn(user);
    const seen = new Set<string>();
    let events = 0;
    for await (const { id, action } of auditEvents(connection)) {
      if (action === "user_login") events++;
      seen.add(id);
      if (events % 100 === 0) fake.signIn(user);
    }
    expect(events).toBe(1_203);
    expect(seen.size).toBeGreaterThanOrEqual(1_203);
  });

  test.each(["the first part again and again", "two parts in turns"])(
    "throws when the server returns %s",
    async (what) => {
      const { fake } = start();
      for (let count = 0; count < 2_000; count++) fake.signIn("admin");
      let reads = 0;
      const connection = connect({
        url: fake.url,
        apiKey: fake.apiKey,
        fetch(input, init) {
          const request = new Request(input, init);
          const url = new URL(request.url);
          if (what !== "two parts in turns" || reads++ % 2 === 0) url.searchParams.delete("next");
          return fake.fetch(new Request(url, request));
        },
      });

      await expect(eventsOf(connection)).rejects.toThrow("returned a cursor twice");
    },
  );

  test("stops reading at `since`", async () => {
    const { fake, connection } = start();
    const user = fake.addUser({ username: "mira" });
    for (let count = 0; count < 2_000; count++) fake.signIn(user);
    fake.clock.advance({ days: 1 });
    fake.signIn(user);
    const events = await eventsOf(connection, { since: "2026-03-11" });
    expect(events).toHaveLength(1);
    expect(fake.requests.filter(({ operationId }) => operationId === "getAuditLogs")).toHaveLength(1);
  });

  test("includes the events at `since` and at `until`", async () => {
    const { fake, connection } = start();
    const user = fake.addUser({ username: "mira" });
    for (let hour = 0; hour < 4; hour++) {
      fake.signIn(user);
      fake.clock.advance({ hours: 1 });
    }
    const [, second = "", third = ""] = (await eventsOf(connection, {})).map(({ time }) => time).toReversed();
    const events = await eventsOf(connection, { since: second, until: third });
    expect(events.map(({ time }) => time)).toEqual([third, second]);
  });

  test("a date is a whole day in UTC", async () => {
    const { fake, connection } = start({ now: "2026-03-09T23:59:59Z" });
    const user = fake.addUser({ username: "mira" });
    for (let day = 0; day < 3; day++) {
      fake.signIn(user);
      fake.clock.advance({ days: 1 });
    }
    const times = (await eventsOf(connection, { since: "2026-03-10", until: "2026-03-10" })).map(({ time }) => time);
    expect(times).toEqual(["2026-03-10T23:59:59Z"]);
  });

  test("selects by user, actor or not, and by action", async () => {
    const { fake, connection } = start();
    const mira = fake.addUser({ username: "mira" });
    fake.signIn(fake.addUser({ username: "tomas" }));
    fake.signIn(mira);
    await (await connection.users.lookup("mira")).lock();
    const ofMira = await eventsOf(connection, { user: "mira" });
    expect(ofMira.map(({ action }) => action)).toEqual(["update_lock_user", "user_login"]);
    const logins = await eventsOf(connection, { action: ["user_login"] });
    expect(logins.map(({ about }) => about)).toEqual(["mira", "tomas"]);
  });

  test("refuses what it does not understand before anything is sent", async () => {
    const { fake, connection } = start();
    const wrong: [argument: string, options: Record<string, unknown>][] = [
      ["since", { since: "yesterday" }],
      ["since", { since: "2026-02-30" }],
      ["until", { until: new Date(NaN) }],
      ["since", { since: "2026-02-02", until: "2026-02-01" }],
      ["from", { from: "2026-01-01" }],
      ["action", { action: [5] }],
      ["user", { user: 5 }],
    ];
    for (const [argument, options] of wrong) {
      await expect(eventsOf(connection, options)).rejects.toMatchObject({ name: "InvalidArgumentError", argument });
    }
    expect(fake.requests).toEqual([]);
    await expect(eventsOf(connection, { action: "lock_user" })).rejects.toThrow(/no action "lock_user"/);
  });

  test("a server without the log says which version has it", async () => {
    const { fake, connection } = start();
    fake.fault({ operationId: "getAuditLogs", status: 404 });
    await expect(eventsOf(connection)).rejects.toMatchObject({
      message: expect.stringContaining("This server does not offer its audit log over the API.") as string,
      fix: expect.stringContaining("2023.09") as string,
    });
  });

  test("a failing page is no short log", async () => {
    const { fake, connection } = start();
    const user = fake.addUser({ username: "mira" });
    for (let count = 0; count < 1_001; count++) fake.signIn(user);
    fake.fault({ operationId: "getAuditLogs", after: 2, status: 500 });
    await expect(eventsOf(connection)).rejects.toMatchObject({ name: "ServerError" });
  });
});

describe("seatUse", () => {
  test("counts different users per month, without gaps, next to the licensed ones", async () => {
    const { fake, connection } = start({ now: "2026-01-15T12:00:00Z" });
    const [mira, tomas] = [fake.addUser({ username: "mira" }), fake.addUser({ username: "tomas" })];
    fake.signIn(mira);
    fake.signIn(mira);
    fake.clock.advance({ days: 60 });
    fake.signIn(tomas);
    fake.signIn(mira);
    const use = await seatUse(connection, { since: "2026-01-01", now: new Date("2026-03-20T00:00:00Z") });
    expect(use.months).toEqual([
      { month: "2026-01", named_users: 1, sign_ins: 2 },
      { month: "2026-02", named_users: 0, sign_ins: 0 },
      { month: "2026-03", named_users: 2, sign_ins: 2 },
    ]);
    expect(use.licensed).toBe(await connection.users.count({ account_status: "licensed" }));
  });

  test("counts the last twelve months unless `since` is given, from the first moment of the first one", async () => {
    const { fake, connection } = start({ now: "2025-04-01T00:00:00Z" });
    fake.signIn(fake.addUser({ username: "mira" }));
    const { months } = await seatUse(connection, { now: new Date("2026-03-20T00:00:00Z") });
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: "2025-04", named_users: 1, sign_ins: 1 });
    expect(months.at(-1)?.month).toBe("2026-03");
  });

  test("the time of day of `since` hides no month", async () => {
    const { fake, connection } = start({ now: "2026-02-01T10:00:00Z" });
    fake.signIn(fake.addUser({ username: "mira" }));
    const use = await seatUse(connection, { since: "2026-01-31T18:00:00Z", now: new Date("2026-02-01T12:00:00Z") });
    expect(use.months).toEqual([
      { month: "2026-01", named_users: 0, sign_ins: 0 },
      { month: "2026-02", named_users: 1, sign_ins: 1 },
    ]);
  });

  test("the default is twelve months", async () => {
    const { connection } = start();
    const { months } = await seatUse(connection, { now: new Date("2026-03-31T00:00:00Z") });
    expect(months.map(({ month }) => month)).toHaveLength(12);
    expect(months[0]?.month).toBe("2025-04");
  });
});

describe("findDuplicates", () => {
  test("finds the same address, and spellings of a username, and suggests the account in use", async () => {
    const { fake, connection } = start({ users: 20 });
    fake.addUser({
      username: "jdoe",
      email: "jo@example.com",
      created_time: "2020-01-01T00:00:00Z",
      active_time: null,
    });
    fake.addUser({ username: "JDoe@example.com", email: "other@example.com", active_time: "2026-03-01T00:00:00Z" });
    fake.addUser({ username: "jo", email: "JO@example.com", active_time: "2026-02-01T00:00:00Z" });
    const found = await findDuplicates(connection);
    expect(found).toHaveLength(1);
    expect(found[0]?.into.username).toBe("JDoe@example.com");
    expect(found[0]?.from.map(({ username }) => username)).toEqual(["jo", "jdoe"]);
    expect(found[0]?.reasons).toEqual(["email", "username"]);
  });

  test("suggests the account that is not locked, then the provider's, then the latest one in use, then the newest", async () => {
    const ranked: Parameters<FakeConnect["addUser"]>[0][] = [
      { external_id: "uid=a", active_time: "2026-01-02T00:00:00Z" },
      { external_id: "uid=b", active_time: null },
      { active_time: "2026-03-01T00:00:00Z", created_time: "2020-01-01T00:00:00Z" },
      { active_time: "2026-02-01T00:00:00Z", created_time: "2021-01-01T00:00:00Z" },
      { active_time: null, created_time: "2025-01-01T00:00:00Z" },
      { active_time: null, created_time: "2024-01-01T00:00:00Z" },
      { locked: true, external_id: "uid=c", active_time: "2026-03-02T00:00:00Z" },
      { locked: true, active_time: "2026-03-03T00:00:00Z" },
    ];
    const { fake, connection } = start({ provider: "ldap" });
    const names = ranked.map((_, rank) => `rank${rank}`);
    for (const [rank, user] of [...ranked.entries()].toReversed()) {
      fake.addUser({ username: `rank${rank}`, email: "jo@example.com", ...user });
    }
    const [found] = await findDuplicates(connection);
    expect([found?.into, ...(found?.from ?? [])].map((user) => user?.username)).toEqual(names);
  });

  test.each([
    ["case", "JDoe", "jdoe"],
    ["case of letters with several forms", "STRASSE", "straße"],
    ["a capital letter that is rarely used", "STRAẞE", "strasse"],
    ["a domain behind it", "jdoe@example.com", "jdoe"],
    ["a domain before it", "EXAMPLE\\jdoe", "jdoe"],
    ["Unicode form", "rene\u0301", "ren\u00e9"],
    ["a space without width", "jdoe\u200b", "jdoe"],
    ["Cyrillic letters", "jd\u043e\u0435", "jdoe"],
    ["Cyrillic capitals", "\u0412\u041e\u0412", "bob"],
    ["Greek letters", "jd\u03bfe", "jdoe"],
  ])("takes usernames for the same that differ only in %s", async (_what, one, other) => {
    const { fake, connection } = start();
    fake.addUser({ username: one, email: "one@example.com" });
    fake.addUser({ username: other, email: "other@example.com" });
    expect(await findDuplicates(connection)).toMatchObject([{ reasons: ["username"] }]);
  });

  test.each([
    ["jdoe", "jdoe2"],
    ["rene", "ren\u00e9"],
    ["@jdoe", "@ann"],
  ])("does not take %s for %s", async (one, other) => {
    const { fake, connection } = start();
    fake.addUser({ username: one, email: "one@example.com" });
    fake.addUser({ username: other, email: "other@example.com" });
    expect(await findDuplicates(connection)).toEqual([]);
  });

  test("accounts that share different things with each other are one group, in any order", async () => {
    const few = fc.nat({ max: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ name: few, address: few }), { maxLength: 9 }), async (accounts) => {
        const { fake, connection } = start();
        for (const [index, { name, address }] of accounts.entries()) {
          fake.addUser({ username: `name${name}@domain${index}`, email: `${address}@example.com` });
        }
        const found = await findDuplicates(connection);
        const groups = found.map(({ into, from }) => [into, ...from].map(({ username }) => username).sort());
        expect(groups.sort()).toEqual(connected(accounts).sort());
      }),
      { numRuns: 200 },
    );
  });

  test("no address is not the same address", async () => {
    const { fake, connection } = start();
    fake.addUser({ username: "a1", email: "" });
    fake.addUser({ username: "b2", email: "" });
    expect(await findDuplicates(connection)).toEqual([]);
  });
});

describe("findOrphans", () => {
  test("finds content of locked owners", async () => {
    const { fake, connection } = start();
    const locked = fake.addUser({ username: "gone", user_role: "publisher", locked: true });
    const here = fake.addUser({ username: "here", user_role: "publisher" });
    fake.addContent({ name: "lost-report", owner_guid: locked.guid });
    fake.addContent({ name: "kept-report", owner_guid: here.guid });
    const found = await findOrphans(connection);
    expect(found.map(({ content, owner, reason }) => [content.name, owner?.username, reason])).toEqual([
      ["lost-report", "gone", "locked"],
    ]);
  });

  test("finds content whose owner the server does not list", async () => {
    const { fake, connection } = start();
    const [admin] = fake.users;
    const item = fake.addContent({ name: "ghost", owner_guid: admin?.guid ?? "" });
    const owner_guid = "00000000-0000-4000-8000-000000000000";
    fake.fault({ operationId: "getContents", status: 200, body: [{ ...item, owner_guid }] });
    const found = await findOrphans(connection);
    expect(found).toMatchObject([{ content: { name: "ghost" }, reason: "unknown" }]);
    expect(found[0]?.owner).toBeUndefined();
  });
});

/** Returns the usernames of each group of accounts that share a name or an address, directly or through others. */
function connected(accounts: readonly { readonly name: number; readonly address: number }[]): string[][] {
  const groups = accounts.map((_, index) => index);
  // Each pass joins neighbours, so that as many passes as accounts are enough.
  accounts.forEach(() => {
    for (const [one, a] of accounts.entries()) {
      for (const [other, b] of accounts.entries()) {
        if (a.name !== b.name && a.address !== b.address) continue;
        groups[one] = Math.min(groups[one] ?? one, groups[other] ?? other);
      }
    }
  });
  return [...new Set(groups)]
    .map((group) =>
      accounts.flatMap(({ name }, index) => (groups[index] === group ? [`name${name}@domain${index}`] : [])),
    )
    .map((names) => names.sort())
    .filter((names) => names.length > 1);
}
