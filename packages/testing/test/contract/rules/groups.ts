import { expect } from "vitest";
import { pluck } from "../../support/response.ts";
import { before, withoutPasswords, type RuleSet } from "../rule.ts";

/** Groups and their members. */
export const groupRules: RuleSet = {
  subject: "Groups",
  rules: [
    {
      fact: "a group belongs to the user that created it",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        expect(await server.createGroup()).toMatchObject({ owner_guid: server.me });
      },
    },
    {
      fact: "a duplicate name is refused with 409 and code 15",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const { name } = await server.createGroup();
        expect((await server.send("POST", "/v1/groups", { name })).refusal).toEqual([409, 15]);
      },
    },
    {
      fact: "adding and removing a member return 204",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const path = `/v1/groups/${String((await server.createGroup())["guid"])}/members`;
        const { guid } = await server.createUser();
        expect((await server.send("POST", path, { user_guid: guid })).status).toBe(204);
        expect(pluck((await server.send("GET", path)).list, "guid")).toEqual([guid]);
        expect((await server.send("DELETE", `${path}/${String(guid)}`)).status).toBe(204);
      },
    },
    {
      fact: "an existing member is refused with 409 and code 16",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const path = `/v1/groups/${String((await server.createGroup())["guid"])}/members`;
        await server.send("POST", path, { user_guid: server.me });
        expect((await server.send("POST", path, { user_guid: server.me })).refusal).toEqual([409, 16]);
      },
    },
    {
      fact: "a page of members can have one member",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        const path = `/v1/groups/${String((await server.createGroup())["guid"])}/members`;
        await server.send("POST", path, { user_guid: server.me });
        await server.send("POST", path, { user_guid: (await server.createUser())["guid"] });
        const first = await server.send("GET", `${path}?page_size=1`);
        expect(first.list).toHaveLength(1);
        expect(first.body).toMatchObject({ total: 2, current_page: 1 });
      },
    },
    {
      fact: "POST changes a group",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const { guid } = await server.createGroup();
        const name = server.name("renamed");
        expect((await server.send("POST", `/v1/groups/${String(guid)}`, { name })).body).toMatchObject({ guid, name });
      },
    },
    {
      fact: "a search by prefix has a second page",
      evidence: "observed",
      unless: before("2025.04.0"),
      async check(server) {
        const { name } = await server.createGroup();
        const path = `/v1/groups?prefix=${encodeURIComponent(String(name))}&page_size=1`;
        expect((await server.send("GET", path)).list).toHaveLength(1);
        expect((await server.send("GET", `${path}&page_number=2`)).list).toEqual([]);
      },
    },
    {
      fact: "deleting a group returns 204",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const path = `/v1/groups/${String((await server.createGroup())["guid"])}`;
        expect((await server.send("DELETE", path)).status).toBe(204);
        expect((await server.send("GET", path)).status).toBe(404);
      },
    },
  ],
};
