import { describe, expect, test } from "vitest";
import { findSecrets } from "../../src/torture/secrets.ts";

const SECRET = "k3y+with/odd=characters";

describe("a secret is found", () => {
  test.each([
    ["in a string", `Authorization: Key ${SECRET}`],
    ["percent-encoded", `https://x.example/?key=${encodeURIComponent(SECRET)}`],
    ["in base64", Buffer.from(SECRET).toString("base64")],
    ["in a field of an object", { headers: { authorization: SECRET } }],
    ["in a field that is not enumerable", Object.defineProperty({}, "hidden", { value: SECRET })],
    ["in the message of an error", new Error(`bad ${SECRET}`)],
    ["in the cause of a cause", new Error("a", { cause: new Error("b", { cause: { key: SECRET } }) })],
    ["in a property of an error", Object.assign(new Error("a"), { config: { headers: new Map([["a", SECRET]]) } })],
    ["in JSON only", { toJSON: () => SECRET }],
  ])("%s", (_where, place) => {
    expect(findSecrets([SECRET], { place })).toEqual(["place"]);
  });
});

test("no secret is found where there is none", () => {
  expect(
    findSecrets([SECRET], { text: "Key …", object: { key: "[redacted]" }, error: new Error("no"), nothing: undefined }),
  ).toEqual([]);
});
