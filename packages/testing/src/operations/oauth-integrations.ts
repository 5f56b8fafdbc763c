import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import type {
  IntegrationPermission,
  StoredAssociation,
  StoredIntegration,
  StoredOAuthSession,
} from "../state/oauth-store.ts";
import { findEditableContent } from "./content.ts";
import { hasRole, isAdministrator, type BodyOf, type Caller, type HandlerMap } from "./operation.ts";

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

/** Sessions of users with the services behind integrations. */
export const oauthSessionHandlers = {
  listOAuthSessions(state, { query }, { caller }) {
    const { allSessions } = state.options.assumptions;
    // Real server: unknown what `all` takes, and which role it needs.
    const all = query.all && allSessions !== "ignored";
    if (all && !hasRole(caller, allSessions)) throw new ApiProblem("PermissionDenied");
    const { guid } = caller.user.record;
    const sessions = [...state.oauth.sessions()].filter(({ user_guid }) => all || user_guid === guid);
    return { status: 200, body: sessions.map(viewSession) };
  },

  getOAuthSession(state, { path }, { caller }) {
    return { status: 200, body: viewSession(findSession(state, path.guid, caller)) };
  },

  deleteOAuthSession(state, { path }, { caller }) {
    state.oauth.deleteSession(findSession(state, path.guid, caller));
    return { status: 204 };
  },
} satisfies HandlerMap<"listOAuthSessions" | "getOAuthSession" | "deleteOAuthSession">;

function findSession(state: FakeState, guid: string, caller: Caller): StoredOAuthSession {
  const session = state.oauth.session(guid);
  if (session === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such session.");
  if (session.user_guid !== caller.user.record.guid && !isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can access the sessions of other users.");
  }
  return session;
}

/** Returns a session without its credential. */
export function viewSession(session: StoredOAuthSession): components["schemas"]["OAuthSession"] {
  const { id, guid, user_guid, oauth_integration_guid, has_refresh_token, created_time, updated_time } = session;
  return { id, guid, user_guid, oauth_integration_guid, has_refresh_token, created_time, updated_time };
}

/** Templates of OAuth integrations. */
export const oauthTemplateHandlers = {
  listOAuthTemplates: () => ({ status: 200, body: TEMPLATES.map(viewTemplate) }),

  getOAuthTemplate(_state, { path }) {
    const template = findTemplate(path.key);
    if (template === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such template.");
    return { status: 200, body: viewTemplate(template) };
  },
} satisfies HandlerMap<"listOAuthTemplates" | "getOAuthTemplate">;

/** Whose credential an integration gives to content. */
export type AuthType = "Viewer" | "Service Account" | "Visitor API Key" | "Workload Identity";

interface Template extends Pick<components["schemas"]["OAuthTemplate"], "id" | "name"> {
  /** The possible values of `auth_type` in `config`, the default first. */
  readonly authTypes: readonly [AuthType, ...AuthType[]];
  /** Settings with a fixed set of values. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly fields?: readonly string[];
  readonly secrets?: readonly string[];
}

const CLIENT = { fields: ["client_id", "scopes"], secrets: ["client_secret"] };

// Real server: the ids `connect`, `custom`, `github` and `google` and the settings of `connect` and `custom` are known from
// clients. Other ids and settings are assumed.
const TEMPLATES: readonly Template[] = [
  {
    id: "aws",
    name: "Amazon Web Services",
    authTypes: ["Workload Identity"],
    fields: ["role_arn", "region"],
  },
  { id: "azure", name: "Azure", authTypes: ["Viewer", "Service Account"], ...CLIENT },
  {
    id: "connect",
    name: "Posit Connect API",
    authTypes: ["Visitor API Key"],
    options: { max_role: ["Viewer", "Publisher", "Admin"] },
  },
  {
    id: "custom",
    name: "Custom",
    authTypes: ["Viewer", "Service Account"],
    options: { auth_mode: ["Confidential", "Public"], use_pkce: ["true", "false"] },
    fields: [...CLIENT.fields, "authorization_uri", "token_uri", "token_endpoint_auth_method"],
    secrets: CLIENT.secrets,
  },
  { id: "databricks", name: "Databricks", authTypes: ["Viewer", "Service Account"], ...CLIENT },
  { id: "github", name: "GitHub", authTypes: ["Viewer"], ...CLIENT },
  { id: "google", name: "Google", authTypes: ["Viewer"], ...CLIENT },
  { id: "salesforce", name: "Salesforce", authTypes: ["Viewer"], ...CLIENT },
  { id: "snowflake", name: "Snowflake", authTypes: ["Viewer"], ...CLIENT },
];

function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}

function viewTemplate(template: Template): components["schemas"]["OAuthTemplate"] {
  const { id, name, fields = [], secrets = [] } = template;
  return {
    id,
    name,
    description: `Creates integrations with ${name}.`,
    options: Object.entries(optionsOf(template)).map(([option, values]) => {
      return { name: option, label: labelOf(option), type: "select", values: [...values] };
    }),
    fields: [
      ...fields.map((field) => ({ name: field, label: labelOf(field), secret: false })),
      ...secrets.map((field) => ({ name: field, label: labelOf(field), secret: true })),
    ],
  };
}

function optionsOf({ authTypes, options = {} }: Template): Readonly<Record<string, readonly string[]>> {
  return authTypes.length === 1 ? options : { auth_type: authTypes, ...options };
}

function labelOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
}

/** The settings of an integration, without secrets, and what follows from them. */
interface CheckedConfig {
  readonly config: Record<string, unknown>;
  readonly authType: AuthType;
}

/**
 * Checks the settings of an integration against its template.
 *
 * @throws ApiProblem for an unknown template (227), or a setting with a value that is not allowed (228).
 */
export function checkConfig(templateId: string, settings: Readonly<Record<string, unknown>>): CheckedConfig {
  const template = findTemplate(templateId);
  if (template === undefined) throw new ApiProblem("OAuthTemplateNotFound");
  const options = optionsOf(template);
  for (const [name, values] of Object.entries(options)) {
    const value = settings[name];
    const text = typeof value === "string" || typeof value === "boolean" ? String(value) : "";
    if (value === undefined || values.includes(text)) continue;
    throw new ApiProblem("OAuthTemplateConfig", `The setting ${name} must be one of ${values.join(", ")}.`);
  }
  // Real server: unknown whether it refuses unknown settings, assumed that it keeps them.
  const secrets = template.secrets ?? [];
  const config = Object.fromEntries(Object.entries(settings).filter(([name]) => !secrets.includes(name)));
  const [defaultType] = template.authTypes;
  const authType = template.authTypes.find((type) => type === config["auth_type"]) ?? defaultType;
  return { config, authType };
}
