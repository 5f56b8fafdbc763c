import { expect } from "vitest";
import { pluck } from "../../support/response.ts";
import { before, withoutPasswords, type RuleSet } from "../rule.ts";

const UNKNOWN = "11111111-1111-4111-8111-111111111111";

/** Listing, creating, updating and locking users. */
export const userRules: RuleSet = {
  subject: "Users",
  rules: [
    {
      fact: "a list has exactly results, current_page and total",
      evidence: "observed",
      async check({ send }) {
        const { body } = await send("GET", "/v1/users?page_size=1");
        expect(Object.keys(body).toSorted()).toEqual(["current_page", "results", "total"]);
      },
    },
    {
      fact: "a page after the last is empty and has its own number",
      evidence: "observed",
      async check({ send }) {
        const { body } = await send("GET", "/v1/users?page_size=500&page_number=90000");
        expect(body).toMatchObject({ results: [], current_page: 90_000 });
      },
    },
    {
      fact: "a page size below 1 or above 500 is refused with 400",
      evidence: "documented",
      async check({ send }) {
        for (const query of ["page_size=501", "page_size=0", "page_number=0"]) {
          expect((await send("GET", `/v1/users?${query}`)).status).toBe(400);
        }
      },
    },
    {
      fact: "a number out of range is refused with code 13",
      evidence: "assumed",
      async check({ send }) {
        expect((await send("GET", "/v1/users?page_size=501")).refusal).toEqual([400, 13]);
      },
    },
    {
      fact: "licensed, inactive and locked users add up to all users",
      evidence: "documented",
      async check({ send }) {
        const totalOf = async (query: string): Promise<number> =>
          Number((await send("GET", `/v1/users?${query}`)).body["total"]);
        const parts = [
          await totalOf("account_status=licensed"),
          await totalOf("account_status=inactive"),
          await totalOf("account_status=locked"),
        ];
        expect(parts.reduce((sum, part) => sum + part)).toBe(await totalOf(""));
      },
    },
    {
      fact: "the caller is licensed",
      evidence: "observed",
      async check({ send, me }) {
        const { list } = await send("GET", "/v1/users?account_status=licensed&user_role=administrator&page_size=500");
        expect(pluck(list, "guid")).toContain(me);
      },
    },
    {
      fact: "two different roles in a repeated parameter match no user",
      evidence: "documented",
      async check({ send }) {
        expect((await send("GET", "/v1/users?user_role=viewer&user_role=publisher")).body).toMatchObject({ total: 0 });
      },
    },
    {
      fact: "an unknown role is refused with code 112, an unknown status with code 115",
      evidence: "assumed",
      async check({ send }) {
        expect((await send("GET", "/v1/users?user_role=nobody")).refusal).toEqual([400, 112]);
        expect((await send("GET", "/v1/users?account_status=nothing")).refusal).toEqual([400, 115]);
      },
    },
    {
      fact: "creating a user returns 200 with a viewer that was never active",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        expect(await server.createUser()).toMatchObject({ user_role: "viewer", active_time: null, locked: false });
      },
    },
    {
      fact: "a prefix matches the beginning of a username, ignoring case, and not the middle",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        const name = server.name("zprefix");
        const { guid } = await server.createUser({ username: name });
        await server.createUser({ username: `x_${name}` });
        const { list } = await server.send("GET", `/v1/users?prefix=${name.toUpperCase()}`);
        expect(pluck(list, "guid")).toEqual([guid]);
      },
    },
    {
      fact: "a prefix search has no second page",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        const name = server.name("zpages");
        for (const number of ["1", "2", "3"]) await server.createUser({ username: `${name}_${number}` });
        const path = `/v1/users?prefix=${name}&page_size=2`;
        expect((await server.send("GET", path)).body).toMatchObject({ total: 3 });
        expect((await server.send("GET", `${path}&page_number=2`)).list).toEqual([]);
      },
    },
    {
      fact: "a duplicate username is refused with 409 and code 8",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const { username } = await server.createUser();
        const again = { username, email: "x@example.com", password: "a long enough password" };
        expect((await server.send("POST", "/v1/users", again)).refusal).toEqual([409, 8]);
      },
    },
    {
      fact: "two users can have the same e-mail address",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        await server.createUser({ email: "contract@example.com" });
        expect(await server.createUser({ email: "contract@example.com" })).toHaveProperty("guid");
      },
    },
    {
      fact: "a reserved username is refused",
      evidence: "documented",
      unless: withoutPasswords,
      async check({ send }) {
        const user = { username: "login", email: "x@example.com", password: "a long enough password" };
        expect((await send("POST", "/v1/users", user)).status).toBe(400);
      },
    },
    {
      fact: "locking returns 200 with an empty body and does not change updated_time",
      evidence: "observed",
      unless: withoutPasswords,
      async check(server) {
        const user = await server.createUser();
        const locked = await server.send("POST", `/v1/users/${String(user["guid"])}/lock`, { locked: true });
        expect([locked.status, locked.text]).toEqual([200, ""]);
        expect((await server.send("GET", `/v1/users/${String(user["guid"])}`)).body).toEqual({ ...user, locked: true });
      },
    },
    {
      fact: "an update returns only the editable fields",
      evidence: "documented",
      unless: withoutPasswords,
      async check(server) {
        const user = await server.createUser();
        const { body } = await server.send("PUT", `/v1/users/${String(user["guid"])}`, { first_name: "Contract" });
        const fields = ["email", "first_name", "last_name", "updated_time", "user_role", "username"];
        expect(Object.keys(body).toSorted()).toEqual(fields);
      },
    },
    {
      fact: "an unknown user is refused with code 4, an invalid guid with code 3",
      evidence: "observed",
      async check({ send }) {
        expect((await send("GET", `/v1/users/${UNKNOWN}`)).refusal).toEqual([404, 4]);
        expect((await send("GET", "/v1/users/nobody")).refusal).toEqual([400, 3]);
      },
    },
    {
      fact: "administrators can get CSV with an Accept header",
      evidence: "documented",
      unless: before("2026.01.0"),
      async check({ send }) {
        const { headers } = await send("GET", "/v1/users", undefined, { accept: "text/csv" });
        expect(headers.get("content-type")).toMatch(/^text\/csv/);
      },
    },
    {
      fact: "with password authentication, a directory search is refused with code 132",
      evidence: "assumed",
      unless: withoutPasswords,
      async check({ send }) {
        expect((await send("GET", "/v1/users/remote?prefix=a")).refusal).toEqual([400, 132]);
        expect((await send("PUT", "/v1/users", { temp_ticket: "x" })).refusal).toEqual([400, 119]);
      },
    },
  ],
};
