import { expect, test } from "vitest";
import { PROVIDERS } from "../../src/options.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { including, textLike } from "../support/matchers.ts";

test("the settings need no key, but a key must be valid if sent", async () => {
  const fake = testFake();
  expect((await clientOf(fake, null).get("/server_settings")).body).toMatchObject({ version: "2026.07.0" });
  expect((await clientOf(fake).get("/server_settings")).status).toBe(200);
  expect((await clientOf(fake, "bogus").get("/server_settings")).refusal).toEqual([401, 30]);
});

test("the settings contain the fields that clients read", async () => {
  const fake = testFake({ licence: { users: 50 }, settings: { viewersSeeOnlyThemselves: true } });
  expect((await clientOf(fake).get("/server_settings")).body).toMatchObject({
    authentication: { name: "Posit Connect", unique_usernames: true, email_editable_by: "adminandself" },
    license: { status: "activated", users: 50, "user-activity-days": 365 },
    groups_enabled: true,
    prohibited_usernames: including("connect", "content"),
    username_validator: "default",
    viewers_can_only_see_themselves: true,
  });
});

test("a server can hide its version", async () => {
  const { body } = await clientOf(testFake({ settings: { hideVersion: true } })).get("/server_settings");
  expect(body).not.toHaveProperty("version");
});

test.each(PROVIDERS)("%s has a name", async (provider) => {
  const { body } = await clientOf(testFake({ provider })).get("/server_settings");
  expect(body["authentication"]).toMatchObject({ name: textLike(/\w/) });
});

test("the public settings need no key and exist since 2026", async () => {
  expect((await clientOf(testFake(), null).get("/v1/server_settings/public")).status).toBe(200);
  const older = testFake({ version: "2025.09.0" });
  expect((await clientOf(older, null).get("/v1/server_settings/public")).status).toBe(404);
});

test.each(["python", "r", "quarto", "tensorflow"])("the installations of %s need a key", async (language) => {
  const fake = testFake();
  const path = `/v1/server_settings/${language}`;
  expect((await clientOf(fake).get(path)).body).toHaveProperty("installations");
  expect((await clientOf(fake, null).get(path)).refusal).toEqual([401, 24]);
});

test("an installation has a version, and the cluster and the image where it is", async () => {
  const { body } = await clientOf(testFake()).get("/v1/server_settings/quarto");
  expect(body["installations"]).toEqual([{ version: "1.5.57", cluster_name: "Local", image_name: "Local" }]);
});

test("the installations of Node.js exist since 2026.04.0", async () => {
  expect((await clientOf(testFake({ version: "2026.04.0" })).get("/v1/server_settings/nodejs")).status).toBe(200);
  expect((await clientOf(testFake({ version: "2026.03.1" })).get("/v1/server_settings/nodejs")).status).toBe(404);
});
