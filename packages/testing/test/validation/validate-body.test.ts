import { operations, type OperationId } from "@connect-sdk/api/operations";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateBody } from "../../src/operations/input.ts";

describe("validateBody", () => {
  it.each<[OperationId, unknown]>([
    ["createPushUser", { username: "mira" }],
    ["createPushUser", { username: "mira", user_role: null, a_field_of_the_future: 1 }],
    ["createContent", {}],
    ["lockUser", { locked: false }],
    ["createGroup", { name: "analysts", gid: null }],
    ["getUsers", undefined],
  ])("accepts valid bodies of %s", (operationId, body) => {
    expect(validateBody(operationId, body)).toEqual([]);
  });

  it.each<[OperationId, unknown, string, string, string]>([
    ["createPushUser", undefined, "", "required", "a JSON body is required"],
    ["createPushUser", [], "", "type", "the body must be an object"],
    ["createPushUser", {}, "/username", "required", "username is required"],
    ["createPushUser", { username: "" }, "/username", "minLength", "username must not be empty"],
    ["createPushUser", { username: 7 }, "/username", "type", "username must be a string"],
    [
      "createPushUser",
      { username: "mira", user_role: "admin" },
      "/user_role",
      "enum",
      "user_role must be one of administrator, publisher, viewer, null",
    ],
    [
      "updateUser",
      { user_role: "admin" },
      "/user_role",
      "enum",
      "user_role must be one of administrator, publisher, viewer",
    ],
    ["lockUser", { locked: "true" }, "/locked", "type", "locked must be a boolean"],
    ["lockUser", { locked: null }, "/locked", "type", "locked must be a boolean"],
    ["addGroupMember", { user_guid: "mira" }, "/user_guid", "format", "user_guid must be a UUID"],
    ["createGroup", { name: "x".repeat(4097) }, "/name", "maxLength", "name must have at most 4096 characters"],
    ["createGroup", { name: "a", gid: 0 }, "/gid", "minimum", "gid must be at least 1"],
    ["createServiceToken", { name: "ci", scopes: [5] }, "/scopes/0", "type", "scopes.0 must be a string"],
    ["createContent", { title: 5 }, "/title", "type", "title must be a string or null"],
    ["createContent", { name: "a b" }, "/name", "pattern", "name must match ^[A-Za-z0-9._-]*$"],
    [
      "createKey",
      { name: "ci", expires_at: "tomorrow" },
      "/expires_at",
      "format",
      "expires_at must be a date and time such as 2026-01-31T12:00:00Z",
    ],
  ])("for %s with %j reports the field %s and the rule %s", (operationId, body, pointer, rule, message) => {
    expect(validateBody(operationId, body)).toEqual([{ pointer, rule, message }]);
  });

  it("reports every issue at once", () => {
    const issues = validateBody("createPushUser", { email: 1, user_role: "boss" });
    expect(issues.map(({ pointer }) => pointer).sort()).toEqual(["/email", "/user_role", "/username"]);
  });

  it("never repeats a value, which can be a password", () => {
    const secret = { secret: "correct horse" };
    expect(JSON.stringify(validateBody("createPushUser", { username: "mira", password: secret }))).not.toContain(
      "correct horse",
    );
  });

  it("handles any JSON for any operation", () => {
    const ids = Object.keys(operations).filter((id): id is OperationId => id in operations);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.jsonValue(), (operationId, body) => {
        for (const { pointer, rule, message } of validateBody(operationId, body)) {
          expect(pointer === "" || pointer.startsWith("/")).toBe(true);
          expect(rule).not.toBe("");
          expect(message).not.toMatch(/breaks the rule|undefined/);
        }
      }),
    );
  });
});
