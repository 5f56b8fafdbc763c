import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { IntegrationPermission, StoredAssociation, StoredIntegration } from "../state/oauth-store.ts";
import { findEditableContent } from "./content.ts";
import { checkConfig } from "./oauth-templates.ts";
import { isAdministrator, type BodyOf, type Caller, type HandlerMap } from "./operation.ts";

/** OAuth integrations, and their associations with content. */
export const oauthIntegrationHandlers = {
  listOAuthIntegrations(state, _input, { caller }) {
    const visible = [...state.oauth.integrations()].filter((integration) => mayUse(state, integration, caller));
    return { status: 200, body: visible.map((integration) => viewIntegration(state, integration, caller)) };
  },

  getOAuthIntegration(state, { path }, { caller }) {
    const integration = findIntegration(state, path.guid);
    if (!mayUse(state, integration, caller)) throw new ApiProblem("NoViewPermission");
    return { status: 200, body: viewIntegration(state, integration, caller) };
  },

  createOAuthIntegration(state, { body }, { caller }) {
    requireLicense(state);
    const integration = addIntegration(state, body);
    return { status: 200, body: viewIntegration(state, integration, caller) };
  },

  updateOAuthIntegration(state, { path, body }, { caller }) {
    requireLicense(state);
    const before = findIntegration(state, path.guid);
    const { config, authType } = checkConfig(before.template, { ...before.config, ...body.config });
    const { name = before.name, description = before.description } = body;
    const permissions =
      body.permissions === undefined ? before.permissions : newPermissions(state, before.guid, body.permissions);
    const updated_time = state.clock.timestamp;
    const integration = { ...before, name, description, config, auth_type: authType, permissions, updated_time };
    state.oauth.putIntegration(integration);
    return { status: 200, body: viewIntegration(state, integration, caller) };
  },

  deleteOAuthIntegration(state, { path }) {
    state.oauth.deleteIntegration(findIntegration(state, path.guid));
    return { status: 204 };
  },

  /** No service is asked: the settings of a service account are always right. */
  verifyOAuthIntegration(state, { path }) {
    requireLicense(state);
    const { auth_type } = findIntegration(state, path.guid);
    if (auth_type !== "Service Account") throw new ApiProblem("OAuthServiceAccountTestInvalidAuthType");
    return { status: 200 };
  },

  listOAuthIntegrationAssociations(state, { path }) {
    const { guid } = findIntegration(state, path.guid);
    return { status: 200, body: viewAssociations(state, state.oauth.associationsWith(guid)) };
  },

  listContentAssociations(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoViewPermission");
    return { status: 200, body: viewAssociations(state, state.oauth.associationsOf(item.guid)) };
  },

  setContentAssociations(state, { path, body }, { caller }) {
    requireLicense(state);
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const guids = body.map(({ oauth_integration_guid }) => oauth_integration_guid.toLowerCase());
    checkAssociations(state, guids, caller);
    associate(state, item.guid, guids);
    return { status: 200, body: viewAssociations(state, state.oauth.associationsOf(item.guid)) };
  },
} satisfies HandlerMap<
  | "listOAuthIntegrations"
  | "getOAuthIntegration"
  | "createOAuthIntegration"
  | "updateOAuthIntegration"
  | "deleteOAuthIntegration"
  | "verifyOAuthIntegration"
  | "listOAuthIntegrationAssociations"
  | "listContentAssociations"
  | "setContentAssociations"
>;

type NewIntegration = BodyOf<"createOAuthIntegration">;

/** Throws an `ApiProblem` if the license does not include integrations. */
export function requireLicense({ options }: FakeState): void {
  if (!options.settings.oauthIntegrations) throw new ApiProblem("OAuthIntegrationsNotLicensed");
}

/**
 * Adds an integration to the state.
 *
 * @throws ApiProblem for an unknown template, a setting that it does not allow, or a user or group that does not exist.
 */
export function addIntegration(state: FakeState, details: NewIntegration): StoredIntegration {
  const { name = null, description = null, template, permissions = null } = details;
  const { config, authType } = checkConfig(template, details.config);
  const number = state.ids.next("integration");
  const guid = state.ids.guid("integration", number);
  const now = state.clock.timestamp;
  const integration: StoredIntegration = {
    id: String(number),
    guid,
    created_time: now,
    updated_time: now,
    name,
    description,
    template,
    auth_type: authType,
    config,
    permissions: newPermissions(state, guid, permissions),
  };
  state.oauth.putIntegration(integration);
  return integration;
}

function newPermissions(
  state: FakeState,
  integration_guid: string,
  permissions: NewIntegration["permissions"],
): IntegrationPermission[] {
  if (!state.version.has("integrationPermissions")) return [];
  return (permissions ?? []).map(({ user_guid = null, group_guid = null }) => {
    if ((user_guid === null) === (group_guid === null)) {
      throw new ApiProblem("InvalidParameter", "A permission names either a user or a group.");
    }
    const number = state.ids.next("integrationPermission");
    const permission = {
      id: String(number),
      guid: state.ids.guid("integrationPermission", number),
      integration_guid,
      user_guid: user_guid?.toLowerCase() ?? null,
      group_guid: group_guid?.toLowerCase() ?? null,
    };
    if (user_guid !== null && state.users.get(user_guid) === undefined) throw new ApiProblem("InvalidUser");
    if (permission.group_guid !== null && state.groups.get(permission.group_guid) === undefined) {
      throw new ApiProblem("InvalidGroup");
    }
    return permission;
  });
}

function findIntegration(state: FakeState, guid: string): StoredIntegration {
  const integration = state.oauth.integration(guid);
  if (integration === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such integration.");
  return integration;
}

/** Returns whether the caller can use an integration: everyone, unless it has permissions. */
function mayUse(state: FakeState, { permissions }: StoredIntegration, caller: Caller): boolean {
  if (permissions.length === 0 || isAdministrator(caller)) return true;
  const { guid } = caller.user.record;
  const groups = new Set(Array.from(state.groups.ofUser(guid), (group) => group.guid));
  return permissions.some(
    ({ user_guid, group_guid }) => user_guid === guid || (group_guid !== null && groups.has(group_guid)),
  );
}

function viewIntegration(
  state: FakeState,
  integration: StoredIntegration,
  caller: Caller,
): components["schemas"]["OAuthIntegration"] {
  const { permissions, ...record } = integration;
  if (!state.version.has("integrationPermissions")) return record;
  const content_count = state.oauth.associationsWith(integration.guid).length;
  return {
    ...record,
    permissions,
    environment_variables: [],
    ...(isAdministrator(caller) && { content_count }),
  };
}

function checkAssociations(state: FakeState, guids: readonly string[], caller: Caller): void {
  if (new Set(guids).size < guids.length) throw new ApiProblem("InvalidOAuthIntegrationsDuplicates");
  if (guids.length > 1 && !state.version.has("severalIntegrations")) throw new ApiProblem("InvalidOAuthIntegrations");
  for (const guid of guids) {
    const integration = state.oauth.integration(guid);
    if (integration === undefined) throw new ApiProblem("InvalidOAuthIntegrationGUID");
    if (!mayUse(state, integration, caller)) throw new ApiProblem("InvalidOAuthAssociationAssignment");
  }
}

/** Replaces the integrations of a content item. Those that it already uses keep their time. */
export function associate(state: FakeState, content_guid: string, guids: readonly string[]): void {
  const before = state.oauth.associationsOf(content_guid);
  const created_time = state.clock.timestamp;
  state.oauth.associate(
    content_guid,
    guids.map(
      (integration_guid) =>
        before.find((association) => association.integration_guid === integration_guid) ?? {
          content_guid,
          integration_guid,
          created_time,
        },
    ),
  );
}

function viewAssociations(
  state: FakeState,
  associations: readonly StoredAssociation[],
): components["schemas"]["OAuthAssociation"][] {
  return associations.flatMap(({ content_guid, integration_guid, created_time }) => {
    const integration = state.oauth.integration(integration_guid);
    if (integration === undefined) return [];
    return {
      app_guid: content_guid,
      content_guid,
      oauth_integration_guid: integration_guid,
      oauth_integration_name: integration.name,
      oauth_integration_description: integration.description,
      oauth_integration_template: integration.template,
      oauth_integration_auth_type: integration.auth_type,
      created_time,
    };
  });
}
