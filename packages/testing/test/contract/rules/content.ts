import { expect } from "vitest";
import { pluck } from "../../support/response.ts";
import { withoutPasswords, type RuleSet } from "../rule.ts";

/** Content, its owner and its permissions. */
export const contentRules: RuleSet = {
  subject: "Content",
  rules: [
    {
      fact: "an empty body creates an item with a generated name",
      evidence: "observed",
      async check(server) {
        const item = await server.createContent();
        expect(item).toMatchObject({ owner_guid: server.me, app_mode: "unknown", bundle_id: null, description: "" });
        expect(item["name"]).toMatch(/./);
      },
    },
    {
      fact: "a list is a plain array and can be filtered by owner",
      evidence: "documented",
      async check(server) {
        const { guid } = await server.createContent();
        const { text, list } = await server.send("GET", `/v1/content?owner_guid=${server.me}`);
        expect(text.startsWith("[")).toBe(true);
        expect(pluck(list, "guid")).toContain(guid);
      },
    },
    {
      fact: "a duplicate name of the same owner is refused with 409 and code 26",
      evidence: "assumed",
      async check(server) {
        const { name } = await server.createContent();
        expect((await server.send("POST", "/v1/content", { name })).refusal).toEqual([409, 26]);
      },
    },
    {
      fact: "tags are absent when there are none; the owner is included on request",
      evidence: "observed",
      async check(server) {
        const { guid } = await server.createContent();
        const { body } = await server.send("GET", `/v1/content/${String(guid)}?include=tags,owner`);
        expect(body).not.toHaveProperty("tags");
        expect(body["owner"]).toMatchObject({ guid: server.me });
      },
    },
    {
      fact: "an unknown include is refused with code 161",
      evidence: "documented",
      async check({ send }) {
        expect((await send("GET", "/v1/content?include=shoes")).refusal).toEqual([400, 161]);
      },
    },
    {
      fact: "an empty PATCH changes nothing",
      evidence: "observed",
      async check(server) {
        const item = await server.createContent();
        expect((await server.send("PATCH", `/v1/content/${String(item["guid"])}`, {})).body).toEqual(item);
      },
    },
    {
      fact: "a viewer cannot become the owner: 403 and code 156",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const { guid: owner_guid } = await server.createUser();
        const { guid } = await server.createContent();
        expect((await server.send("PATCH", `/v1/content/${String(guid)}`, { owner_guid })).refusal).toEqual([403, 156]);
      },
    },
    {
      fact: "adding and deleting a permission return 200 and 204",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        const path = `/v1/content/${String((await server.createContent())["guid"])}/permissions`;
        const grant = { principal_guid: (await server.createUser())["guid"], principal_type: "user", role: "viewer" };
        const added = await server.send("POST", path, grant);
        expect([200, 201]).toContain(added.status);
        expect(added.body).toMatchObject(grant);
        expect((await server.send("DELETE", `${path}/${String(added.body["id"])}`)).status).toBe(204);
        expect((await server.send("GET", path)).list).toEqual([]);
      },
    },
    {
      fact: "a permission for the owner is refused with code 34",
      evidence: "documented",
      async check(server) {
        const path = `/v1/content/${String((await server.createContent())["guid"])}/permissions`;
        const grant = { principal_guid: server.me, principal_type: "user", role: "viewer" };
        expect((await server.send("POST", path, grant)).refusal).toEqual([400, 34]);
      },
    },
    {
      fact: "deleting returns 204, and then the item is not found: code 4",
      evidence: "observed",
      async check(server) {
        const path = `/v1/content/${String((await server.createContent())["guid"])}`;
        expect((await server.send("DELETE", path)).status).toBe(204);
        expect((await server.send("GET", path)).refusal).toEqual([404, 4]);
      },
    },
  ],
};
