import { operations, type OperationId } from "@connect-sdk/api/operations";
import { describe, expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { bundleOf } from "../support/archive.ts";
import { registeredClient } from "../support/oauth-client.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";

type Role = "anonymous" | "viewer" | "publisher" | "administrator";

const ROLES: readonly Role[] = ["anonymous", "viewer", "publisher", "administrator"];

/** The objects of the requests. None of them belongs to the viewer or the publisher that sends a request. */
interface Scene {
  readonly user: string;
  readonly group: string;
  readonly item: string;
  readonly permission: string;
  readonly integration: string;
  readonly session: string;
  /** A program that has registered to sign users in. */
  readonly client: string;
  /** A service token. */
  readonly service: string;
  /** Deployed, and so active. */
  readonly bundle: string;
  readonly task: string;
  /** The item has it. */
  readonly tag: string;
}

type Row = [OperationId, act: (client: Client, scene: Scene) => Promise<{ status: number }>, ...expected: number[]];

/** The status of each operation without a key, and for a viewer, a publisher and an administrator. */
const MATRIX: Row[] = [
  ["getCurrentUser", (as) => as.get("/v1/user"), 401, 200, 200, 200],
  ["getUsers", (as) => as.get("/v1/users"), 401, 200, 200, 200],
  ["createPushUser", (as) => as.post("/v1/users", { username: "new", password: "correct horse" }), 401, 403, 403, 200],
  // The provider of the scene has no directory. Only roles that may use one get to that error.
  ["createPullUser", (as) => as.put("/v1/users", { temp_ticket: "x" }), 401, 403, 400, 400],
  ["searchRemoteUsers", (as) => as.get("/v1/users/remote?prefix=a"), 401, 403, 400, 400],
  ["getUser", (as, { user }) => as.get(`/v1/users/${user}`), 401, 200, 200, 200],
  ["updateUser", (as, { user }) => as.put(`/v1/users/${user}`, { first_name: "New" }), 401, 403, 403, 200],
  ["lockUser", (as, { user }) => as.post(`/v1/users/${user}/lock`, { locked: true }), 401, 403, 403, 200],
  ["listKeys", (as, { user }) => as.get(`/v1/users/${user}/keys`), 401, 403, 403, 403],
  ["createKey", (as, { user }) => as.post(`/v1/users/${user}/keys`, { name: "x" }), 401, 403, 403, 403],
  ["getKey", (as, { user }) => as.get(`/v1/users/${user}/keys/1`), 401, 403, 403, 403],
  ["deleteKey", (as, { user }) => as.delete(`/v1/users/${user}/keys/1`), 401, 403, 403, 403],
  ["getGroups", (as) => as.get("/v1/groups"), 401, 200, 200, 200],
  ["createGroup", (as) => as.post("/v1/groups", { name: "new" }), 401, 403, 403, 200],
  ["createRemoteGroup", (as) => as.put("/v1/groups", { temp_ticket: "x" }), 401, 403, 400, 400],
  ["searchRemoteGroups", (as) => as.get("/v1/groups/remote?prefix=a"), 401, 403, 400, 400],
  ["getGroup", (as, { group }) => as.get(`/v1/groups/${group}`), 401, 200, 200, 200],
  ["updateGroup", (as, { group }) => as.post(`/v1/groups/${group}`, { name: "x" }), 401, 403, 403, 200],
  ["patchGroup", (as, { group }) => as.patch(`/v1/groups/${group}`, { name: "x" }), 401, 403, 403, 200],
  ["deleteGroup", (as, { group }) => as.delete(`/v1/groups/${group}`), 401, 403, 403, 204],
  ["getGroupMembers", (as, { group }) => as.get(`/v1/groups/${group}/members`), 401, 200, 200, 200],
  [
    "addGroupMember",
    (as, { group, user }) => as.post(`/v1/groups/${group}/members`, { user_guid: user }),
    401,
    403,
    403,
    409,
  ],
  ["removeGroupMember", (as, { group, user }) => as.delete(`/v1/groups/${group}/members/${user}`), 401, 403, 403, 204],
  [
    "getGroupOwnershipExperimental",
    (as, { group }) => as.get(`/v1/experimental/groups/${group}/content`),
    401,
    200,
    200,
    200,
  ],
  ["getContents", (as) => as.get("/v1/content"), 401, 200, 200, 200],
  ["createContent", (as) => as.post("/v1/content", {}), 401, 403, 200, 200],
  ["getContent", (as, { item }) => as.get(`/v1/content/${item}`), 401, 403, 403, 200],
  ["updateContent", (as, { item }) => as.patch(`/v1/content/${item}`, { title: "x" }), 401, 403, 403, 200],
  ["deleteContent", (as, { item }) => as.delete(`/v1/content/${item}`), 401, 403, 403, 204],
  ["listContentPermissions", (as, { item }) => as.get(`/v1/content/${item}/permissions`), 401, 403, 403, 200],
  [
    "addContentPermission",
    (as, { item, group }) =>
      as.post(`/v1/content/${item}/permissions`, { principal_guid: group, principal_type: "group", role: "viewer" }),
    401,
    403,
    403,
    200,
  ],
  [
    "getContentPermission",
    (as, { item, permission }) => as.get(`/v1/content/${item}/permissions/${permission}`),
    401,
    403,
    403,
    200,
  ],
  [
    "updateContentPermission",
    (as, { item, permission, user }) =>
      as.put(`/v1/content/${item}/permissions/${permission}`, {
        principal_guid: user,
        principal_type: "user",
        role: "viewer",
      }),
    401,
    403,
    403,
    200,
  ],
  [
    "deleteContentPermission",
    (as, { item, permission }) => as.delete(`/v1/content/${item}/permissions/${permission}`),
    401,
    403,
    403,
    204,
  ],
  ["getBundles", (as, { item }) => as.get(`/v1/content/${item}/bundles`), 401, 403, 403, 200],
  ["uploadContentBundle", (as, { item }) => as.post(`/v1/content/${item}/bundles`, bundleOf({})), 401, 403, 403, 200],
  ["getBundle", (as, { item, bundle }) => as.get(`/v1/content/${item}/bundles/${bundle}`), 401, 403, 403, 200],
  // The bundle is active. Only users that may delete it get to that error.
  ["deleteBundle", (as, { item, bundle }) => as.delete(`/v1/content/${item}/bundles/${bundle}`), 401, 403, 403, 400],
  [
    "downloadBundle",
    (as, { item, bundle }) => as.get(`/v1/content/${item}/bundles/${bundle}/download`),
    401,
    403,
    403,
    200,
  ],
  ["deployContentBundle", (as, { item }) => as.post(`/v1/content/${item}/deploy`, {}), 401, 403, 403, 202],
  ["getTask", (as, { task }) => as.get(`/v1/tasks/${task}`), 401, 403, 403, 200],
  ["listTags", (as) => as.get("/v1/tags"), 401, 200, 200, 200],
  ["createTag", (as) => as.post("/v1/tags", { name: "new" }), 401, 403, 403, 200],
  ["getTag", (as, { tag }) => as.get(`/v1/tags/${tag}`), 401, 200, 200, 200],
  ["updateTag", (as, { tag }) => as.patch(`/v1/tags/${tag}`, { name: "new" }), 401, 403, 403, 200],
  ["deleteTag", (as, { tag }) => as.delete(`/v1/tags/${tag}`), 401, 403, 403, 204],
  ["listTagContent", (as, { tag }) => as.get(`/v1/tags/${tag}/content`), 401, 200, 200, 200],
  ["listContentTags", (as, { item }) => as.get(`/v1/content/${item}/tags`), 401, 403, 403, 200],
  ["addTag", (as, { item, tag }) => as.post(`/v1/content/${item}/tags`, { tag_id: tag }), 401, 403, 403, 200],
  ["removeTag", (as, { item, tag }) => as.delete(`/v1/content/${item}/tags/${tag}`), 401, 403, 403, 200],
  // The item has neither a vanity URL nor a job. Only users that may see them get to that error.
  ["getVanity", (as, { item }) => as.get(`/v1/content/${item}/vanity`), 401, 403, 403, 404],
  ["setVanity", (as, { item }) => as.put(`/v1/content/${item}/vanity`, { path: "/a/" }), 401, 403, 403, 200],
  ["deleteVanity", (as, { item }) => as.delete(`/v1/content/${item}/vanity`), 401, 403, 403, 404],
  ["listVanities", (as) => as.get("/v1/vanities"), 401, 403, 403, 200],
  ["getJobs", (as, { item }) => as.get(`/v1/content/${item}/jobs`), 401, 403, 403, 200],
  ["getJob", (as, { item }) => as.get(`/v1/content/${item}/jobs/x`), 401, 403, 403, 404],
  ["killJob", (as, { item }) => as.delete(`/v1/content/${item}/jobs/x`), 401, 403, 403, 404],
  ["jobLogs", (as, { item }) => as.get(`/v1/content/${item}/jobs/x/log`), 401, 403, 403, 404],
  ["jobError", (as, { item }) => as.get(`/v1/content/${item}/jobs/x/error`), 401, 403, 403, 404],
  ["getContentVisits", (as) => as.get("/v1/instrumentation/content/visits"), 401, 403, 200, 200],
  ["getShinyAppUsage", (as) => as.get("/v1/instrumentation/shiny/usage"), 401, 403, 200, 200],
  ["getContentHits", (as) => as.get("/v1/instrumentation/content/hits"), 401, 403, 200, 200],
  ["getServerSettings", (as) => as.get("/server_settings"), 200, 200, 200, 200],
  ["getPublicSettings", (as) => as.get("/v1/server_settings/public"), 200, 200, 200, 200],
  ["getPythonInformation", (as) => as.get("/v1/server_settings/python"), 401, 200, 200, 200],
  ["getRInformation", (as) => as.get("/v1/server_settings/r"), 401, 200, 200, 200],
  ["getQuartoInformation", (as) => as.get("/v1/server_settings/quarto"), 401, 200, 200, 200],
  ["getTensorFlowInformation", (as) => as.get("/v1/server_settings/tensorflow"), 401, 200, 200, 200],
  ["getNodeJsInformation", (as) => as.get("/v1/server_settings/nodejs"), 401, 200, 200, 200],
  ["getAuditLogs", (as) => as.get("/v1/audit_logs"), 401, 403, 403, 200],
  ["searchAuditLogs", (as) => as.get("/v1/search/auditlogs"), 401, 403, 403, 200],
  ["getAuditActions", (as) => as.get("/v1/audit/actions"), 401, 403, 403, 200],
  ["listOAuthIntegrations", (as) => as.get("/v1/oauth/integrations"), 401, 403, 200, 200],
  [
    "createOAuthIntegration",
    (as) => as.post("/v1/oauth/integrations", { template: "github", config: {} }),
    401,
    403,
    403,
    200,
  ],
  ["exchangeCredentials", (as) => as.post("/v1/oauth/integrations/credentials", {}), 400, 403, 400, 400],
  ["getOAuthIntegration", (as, { integration }) => as.get(`/v1/oauth/integrations/${integration}`), 401, 403, 200, 200],
  [
    "updateOAuthIntegration",
    (as, { integration }) => as.patch(`/v1/oauth/integrations/${integration}`, { name: "x" }),
    401,
    403,
    403,
    200,
  ],
  [
    "deleteOAuthIntegration",
    (as, { integration }) => as.delete(`/v1/oauth/integrations/${integration}`),
    401,
    403,
    403,
    204,
  ],
  [
    "listOAuthIntegrationAssociations",
    (as, { integration }) => as.get(`/v1/oauth/integrations/${integration}/associations`),
    401,
    403,
    403,
    200,
  ],
  [
    "verifyOAuthIntegration",
    (as, { integration }) => as.post(`/v1/oauth/integrations/${integration}/verify`),
    401,
    403,
    403,
    400,
  ],
  [
    "listContentAssociations",
    (as, { item }) => as.get(`/v1/content/${item}/oauth/integrations/associations`),
    401,
    403,
    403,
    200,
  ],
  [
    "setContentAssociations",
    (as, { item }) => as.put(`/v1/content/${item}/oauth/integrations/associations`, []),
    401,
    403,
    403,
    200,
  ],
  ["listOAuthTemplates", (as) => as.get("/v1/oauth/templates"), 401, 403, 200, 200],
  ["getOAuthTemplate", (as) => as.get("/v1/oauth/templates/github"), 401, 403, 200, 200],
  ["listOAuthSessions", (as) => as.get("/v1/oauth/sessions"), 401, 200, 200, 200],
  ["getOAuthSession", (as, { session }) => as.get(`/v1/oauth/sessions/${session}`), 401, 403, 403, 200],
  ["deleteOAuthSession", (as, { session }) => as.delete(`/v1/oauth/sessions/${session}`), 401, 403, 403, 204],
  ["listOAuthClients", (as) => as.get("/v1/oauth/clients"), 401, 200, 200, 200],
  ["getOAuthClient", (as, { client }) => as.get(`/v1/oauth/clients/${client}`), 401, 200, 200, 200],
  ["deleteOAuthClient", (as, { client }) => as.delete(`/v1/oauth/clients/${client}`), 401, 403, 403, 204],
  ["listServiceTokens", (as) => as.get("/v1/system/service-tokens"), 401, 403, 403, 200],
  [
    "createServiceToken",
    (as) => as.post("/v1/system/service-tokens", { name: "x", scopes: ["users:read"] }),
    401,
    403,
    403,
    200,
  ],
  ["listServiceTokenScopes", (as) => as.get("/v1/system/service-tokens/scopes"), 401, 403, 403, 200],
  ["deleteServiceToken", (as, { service }) => as.delete(`/v1/system/service-tokens/${service}`), 401, 403, 403, 204],
  ["bootstrap", (as) => as.post("/v1/bootstrap"), 401, 401, 401, 401],
  ["bootstrapExperimental", (as) => as.post("/v1/experimental/bootstrap"), 401, 401, 401, 401],
];

async function setScene(): Promise<{ fake: FakeConnect; scene: Scene; clients: Record<Role, Client> }> {
  const fake = testFake({ version: "2026.06.0" });
  const user = fake.addUser({ user_role: "publisher" }).guid;
  const group = fake.addGroup({ members: [user] }).guid;
  const item = fake.addContent().guid;
  const administrator = clientOf(fake);
  const grant = { principal_guid: user, principal_type: "user", role: "viewer" };
  const permission = String((await administrator.post(`/v1/content/${item}/permissions`, grant)).body["id"]);
  const integration = fake.addIntegration({ template: "github" }).guid;
  const session = fake.addOAuthSession({ user, integration }).guid;
  const client = await registeredClient(fake);
  const tokens = "/v1/system/service-tokens";
  const service = String((await administrator.post(tokens, { name: "x", scopes: ["users:read"] })).body["guid"]);
  const bundle = String((await administrator.post(`/v1/content/${item}/bundles`, bundleOf({}))).body["id"]);
  const deployed = await administrator.post(`/v1/content/${item}/deploy`, { bundle_id: bundle });
  const task = String(deployed.body["task_id"]);
  const category = String((await administrator.post("/v1/tags", { name: "category" })).body["id"]);
  const tag = String((await administrator.post("/v1/tags", { name: "tag", parent_id: category })).body["id"]);
  await administrator.post(`/v1/content/${item}/tags`, { tag_id: tag });
  const as = (user_role: "viewer" | "publisher"): Client => clientOf(fake, fake.keyFor(fake.addUser({ user_role })));
  const clients = { anonymous: clientOf(fake, null), viewer: as("viewer"), publisher: as("publisher"), administrator };
  return {
    fake,
    scene: { user, group, item, permission, integration, session, client, service, bundle, task, tag },
    clients,
  };
}

describe.each(MATRIX)("%s", (_id, act, ...expected) => {
  test.each(ROLES.map((role, index) => [role, expected[index]] as const))("%s: %i", async (role, status) => {
    const { scene, clients } = await setScene();
    expect((await act(clients[role], scene)).status).toBe(status);
  });
});

test("every operation of the document has a row", () => {
  expect(MATRIX.map(([id]) => id)).toEqual(Object.keys(operations));
});
