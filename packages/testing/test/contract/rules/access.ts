import { expect } from "vitest";
import { before, type RuleSet } from "../rule.ts";

/** Authentication, roles and errors. */
export const accessRules: RuleSet = {
  subject: "Access",
  rules: [
    {
      fact: "a request without a key is refused with 401 and code 24",
      evidence: "documented",
      async check(server) {
        expect((await server.as(null)("GET", "/v1/user")).refusal).toEqual([401, 24]);
      },
    },
    {
      fact: "an unknown key is refused with 401 and code 30",
      evidence: "observed",
      async check(server) {
        expect((await server.as("nonsense")("GET", "/v1/user")).refusal).toEqual([401, 30]);
      },
    },
    {
      fact: "X-RSC-Authorization is accepted too",
      evidence: "documented",
      async check(server) {
        const headers = { "x-rsc-authorization": `Key ${server.target.apiKey}` };
        expect((await server.as(null)("GET", "/v1/user", undefined, headers)).status).toBe(200);
      },
    },
    {
      fact: "the server settings need no key, but refuse an invalid one",
      evidence: "observed",
      async check(server) {
        expect((await server.as(null)("GET", "/server_settings")).status).toBe(200);
        expect((await server.as("nonsense")("GET", "/server_settings")).status).toBe(401);
      },
    },
    {
      fact: "the health check at the root needs no key",
      evidence: "observed",
      async check({ target }) {
        expect((await target.fetch(`${target.url}/__ping__`)).status).toBe(200);
      },
    },
    {
      fact: "an error has code, error and payload",
      evidence: "observed",
      async check(server) {
        const { body } = await server.as(null)("GET", "/v1/user");
        expect(Object.keys(body)).toEqual(["code", "error", "payload"]);
      },
    },
    {
      fact: "an unknown path returns 404",
      evidence: "observed",
      async check({ send }) {
        expect((await send("GET", "/v1/no-such-thing")).status).toBe(404);
      },
    },
    {
      fact: "a correlation id is returned as it was sent",
      evidence: "documented",
      unless: before("2025.01.0"),
      async check({ send }) {
        const { headers } = await send("GET", "/v1/user", undefined, { "x-correlation-id": "contract-1" });
        expect(headers.get("x-correlation-id")).toBe("contract-1");
      },
    },
    {
      fact: "a key can have a lower role than its user",
      evidence: "documented",
      unless: before("2024.01.0"),
      async check(server) {
        const viewer = server.as(await server.createKey("viewer"));
        expect((await viewer("GET", "/v1/user")).body).toMatchObject({ guid: server.me });
        expect((await viewer("POST", "/v1/content", {})).status).toBe(403);
      },
    },
    {
      fact: "only administrators can lock: 403 and code 49",
      evidence: "assumed",
      unless: before("2024.01.0"),
      async check(server) {
        const viewer = server.as(await server.createKey("viewer"));
        // If the rule is broken, nothing changes: the user is already unlocked.
        expect((await viewer("POST", `/v1/users/${server.me}/lock`, { locked: false })).refusal).toEqual([403, 49]);
      },
    },
    {
      fact: "the complete key is returned only on creation",
      evidence: "documented",
      unless: before("2024.01.0"),
      async check(server) {
        const key = await server.createKey("viewer");
        const { status, text } = await server.send("GET", `/v1/users/${server.me}/keys`);
        expect(status).toBe(200);
        expect(text).not.toContain(key);
      },
    },
    {
      fact: "users cannot access the keys of others: 403",
      evidence: "documented",
      unless: before("2024.01.0"),
      async check({ send }) {
        const others = "/v1/users/11111111-1111-4111-8111-111111111111/keys";
        expect((await send("POST", others, { name: "contract" })).status).toBe(403);
      },
    },
  ],
};
