import { expect } from "vitest";
import { before, type RuleSet } from "../rule.ts";

/** The audit log. */
export const auditRules: RuleSet = {
  subject: "Audit log",
  rules: [
    {
      fact: "a change is recorded with the caller as actor",
      evidence: "documented",
      async check(server) {
        const { name } = await server.createGroup();
        const { list } = await server.send("GET", "/v1/audit_logs?ascOrder=false&limit=20");
        const entry = list.find(({ event_description }) => String(event_description).includes(String(name)));
        expect(entry).toMatchObject({ action: "add_group", user_guid: server.me });
      },
    },
    {
      fact: "the word after a changed lock tells locked from unlocked",
      evidence: "observed",
      async check(server) {
        const { guid, username } = await server.createUser();
        await server.send("POST", `/v1/users/${String(guid)}/lock`, { locked: true });
        const { list } = await server.send("GET", "/v1/audit_logs?ascOrder=false&limit=20");
        const entry = list.find(({ action }) => action === "update_lock_user");
        expect(entry?.["event_description"]).toMatch(new RegExp(`\\(${String(username)}\\): true$`));
      },
    },
    {
      fact: "the newest entry is on a page without a next one in ascending order, and without a previous one in descending",
      evidence: "documented",
      async check(server) {
        await server.createGroup();
        const newest = await server.send("GET", "/v1/audit_logs?ascOrder=false&limit=1");
        expect(newest.body["paging"]).toMatchObject({ previous: null, cursors: { previous: null } });
        expect(newest.list).toHaveLength(1);
      },
    },
    {
      fact: "a cursor leads to the entry after it, even when entries have been added",
      evidence: "documented",
      async check(server) {
        await server.createGroup();
        const path = "/v1/audit_logs?ascOrder=false&limit=1";
        const { body, list } = await server.send("GET", path);
        const next = /"next":"(\d+)"/.exec(JSON.stringify(body["paging"]))?.[1] ?? "";
        await server.createGroup();
        const older = await server.send("GET", `${path}&next=${next}`);
        expect(Number(older.list[0]?.["id"])).toBeLessThan(Number(list[0]?.["id"]));
      },
    },
    {
      fact: "limit is 1 to 500",
      evidence: "documented",
      async check({ send }) {
        expect((await send("GET", "/v1/audit_logs?limit=0")).status).toBe(400);
        expect((await send("GET", "/v1/audit_logs?limit=501")).status).toBe(400);
      },
    },
    {
      fact: "only administrators can read it",
      evidence: "documented",
      async check(server) {
        const publisher = server.as(await server.createKey("publisher"));
        expect((await publisher("GET", "/v1/audit_logs")).status).toBe(403);
      },
    },
    {
      fact: "a search by action finds entries with it only",
      evidence: "documented",
      unless: before("2026.01.0"),
      async check(server) {
        await server.createGroup();
        const { body, list } = await server.send("GET", "/v1/search/auditlogs?q=action:add_group");
        expect(body["total"]).toBeGreaterThan(0);
        expect(list.every(({ action }) => action === "add_group")).toBe(true);
      },
    },
    {
      fact: "the list of actions has those about users",
      evidence: "documented",
      unless: before("2026.01.0"),
      async check({ send }) {
        const actions = (await send("GET", "/v1/audit/actions")).list.map(({ action }) => action);
        expect(actions).toEqual(expect.arrayContaining(["add_user", "edit_user", "update_lock_user"]));
      },
    },
  ],
};
