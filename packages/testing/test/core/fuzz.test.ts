import { operations } from "@connect-sdk/api/operations";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PROVIDERS } from "../../src/options.ts";
import type { FakeConnect } from "../../src/index.ts";
import { bundleOf } from "../support/archive.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

/** CI sets the number for a long run. */
const REQUESTS = Number(process.env["FAKE_FUZZ_REQUESTS"] ?? 3000);
const REQUESTS_PER_RUN = 30;

const WORDS = [
  "",
  "0",
  "1",
  "-1",
  "501",
  "true",
  "null",
  "viewer",
  "viewer|publisher",
  "owner",
  "locked",
  "ä",
  "%00",
  "%zz",
  "a b",
  "'\"<>",
  "2026-01-31T12:00:00Z",
  "end",
];
const GUIDS = ["USER", "ADMIN", "GROUP", "ITEM", "11111111-1111-4111-8111-111111111111", "remote", "..", "%2e%2e"];

const UNDOCUMENTED = ["/me", "/users/current", "/v1/content/{guid}/environment"];
const documented = Object.values(operations).map(({ path }) => path);
const paths = [...[...documented, ...UNDOCUMENTED].map((path) => `/__api__${path}`), "/content/{guid}/"];
const queryNames = [
  ...new Set(Object.values(operations).flatMap(({ queryParameters }) => Object.keys(queryParameters))),
];
const bodyNames = [
  "username",
  "email",
  "password",
  "first_name",
  "user_role",
  "user_must_set_password",
  "locked",
  "name",
  "gid",
];
const oauthBodyNames = [
  "template",
  "config",
  "permissions",
  "scopes",
  "grant_type",
  "subject_token_type",
  "subject_token",
  "requested_token_type",
  "audience",
];
const moreBodyNames = [
  "owner_guid",
  "user_guid",
  "temp_ticket",
  "principal_guid",
  "principal_type",
  "role",
  "access_type",
  "expires_at",
  "oauth_integration_guid",
  "bundle_id",
  "activate",
  "parent_id",
  "tag_id",
];

const value = fc.oneof(
  fc.constantFrom(...WORDS, ...GUIDS),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.json(),
);
const path = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(
      fc.constantFrom(...paths),
      fc.array(fc.oneof(fc.constantFrom(...GUIDS, ...WORDS), fc.string())),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.webPath(), fc.constant([])) },
);
const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(fc.constantFrom(...bodyNames, ...moreBodyNames, ...oauthBodyNames), value)
      .map((fields) => JSON.stringify(fields)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string() },
);
const request = fc.record({
  method: fc.constantFrom("GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"),
  path,
  query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...queryNames), fc.string()), value.map(String)), { maxLength: 4 }),
  key: fc.constantFrom("admin", "admin", "publisher", "viewer", "none", "nonsense"),
  accept: fc.constantFrom(undefined, "text/csv", "application/json", "*/*"),
  body,
});
type FuzzRequest = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

async function send(
  fake: FakeConnect,
  people: Readonly<Record<string, string>>,
  { method, path: [pattern, values], query, key, accept, body: text }: FuzzRequest,
): Promise<Response> {
  const known = new Map([
    ["USER", fake.users.at(-1)?.guid],
    ["ADMIN", fake.users[0]?.guid],
    ["GROUP", fake.groups[0]?.guid],
    ["ITEM", fake.content[0]?.guid],
  ]);
  let index = 0;
  const segment = (): string => {
    const word = values[index++] ?? "USER";
    return known.get(word) ?? encodeURIComponent(word);
  };
  const url = `${fake.url}${pattern.replaceAll(/\{\w+\}/g, segment)}?${String(new URLSearchParams(query))}`;
  const keys: Record<string, string> = { admin: fake.apiKey, nonsense: "nonsense" };
  // By guid, because the username may have changed.
  const guid = people[key];
  if (guid !== undefined) keys[key] = fake.keyFor({ guid });
  const headers = new Headers(accept && { accept });
  if (keys[key] !== undefined) headers.set("authorization", `Key ${keys[key]}`);
  const withKnown = text.replaceAll(/"(USER|ADMIN|GROUP|ITEM)"/g, (_, word: string) =>
    JSON.stringify(known.get(word) ?? ""),
  );
  return fake.fetch(url, { method, headers, ...(method !== "GET" && method !== "HEAD" && { body: withKnown }) });
}

/** Adds what requests can only name by its id: a deployed bundle, and tags. */
async function addBundleAndTags(fake: FakeConnect): Promise<void> {
  const client = clientOf(fake);
  const item = `/v1/content/${fake.content[0]?.guid ?? ""}`;
  await client.post(`${item}/bundles`, bundleOf({}));
  await client.post(`${item}/deploy`, { bundle_id: "1" });
  await client.post("/v1/tags", { name: "category" });
  await client.post("/v1/tags", { name: "tag", parent_id: "1" });
}

test("every request gets a response, never an internal error, and is refused only with the error envelope", async () => {
  const options = fc.record({
    provider: fc.constantFrom(...PROVIDERS),
    seed: fc.nat(),
    version: fc.constantFrom("2024.09.0", "2025.04.0", "2026.01.0", "2026.07.0"),
  });
  await fc.assert(
    fc.asyncProperty(
      options,
      fc.array(request, { minLength: 1, maxLength: REQUESTS_PER_RUN, size: "max" }),
      async (given, requests) => {
        const fake = testFake(given);
        const people = {
          publisher: fake.addUser({ username: "publisher", user_role: "publisher" }).guid,
          viewer: fake.addUser({ username: "viewer" }).guid,
        };
        fake.addGroup();
        const content = fake.addContent();
        fake.addIntegration({ content: [content] });
        fake.addVisit({ content_guid: content.guid });
        await addBundleAndTags(fake);
        const before = fake.requests.length;
        for (const one of requests) {
          const response = await send(fake, people, one);
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          if (response.status < 400 || one.method === "HEAD" || text.startsWith("404 page not found")) continue;
          expect(text).toMatch(/^\{"code":\d+,"error":".+","payload":null\}$/s);
        }
        expect(fake.requests.length - before).toBe(requests.length);
      },
    ),
    { numRuns: Math.ceil(REQUESTS / REQUESTS_PER_RUN) },
  );
}, 600_000);
