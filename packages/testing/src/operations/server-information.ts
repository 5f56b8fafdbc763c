import { ApiProblem } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { HandlerMap, OperationContext, ResultOf } from "./operation.ts";
import { addUser, RESERVED_NAMES } from "./users.ts";
import { hasDirectory, type FakeAssumptions, type Provider } from "../options.ts";
import type { FakeState } from "../state/fake-state.ts";

/** Server information: settings, version and installed languages. */
export const serverInformationHandlers = {
  getServerSettings(state) {
    const { settings, licensedUsers } = state.options;
    const version = settings.hideVersion ? "" : state.version.text;
    return {
      status: 200,
      body: {
        ...(version !== "" && { version }),
        about: `Posit Connect ${version}`.trim(),
        authentication: authentication(state),
        license: { status: "activated", users: licensedUsers ?? 0, "user-activity-days": settings.userActivityDays },
        groups_enabled: settings.groupsEnabled,
        prohibited_usernames: [...RESERVED_NAMES],
        username_validator: "default",
        self_registration: false,
        viewers_can_only_see_themselves: settings.viewersSeeOnlyThemselves,
      },
    };
  },

  getPublicSettings(state) {
    return {
      status: 200,
      body: {
        authentication: authentication(state),
        self_registration: false,
        system_display_name: "Posit Connect",
        public_warning: "",
        customized_landing: false,
        mail_configured: false,
        prohibited_usernames: [...RESERVED_NAMES],
        username_validator: "default",
      },
    };
  },

  getPythonInformation: () => ({
    status: 200,
    body: { installations: installed("3.11.9", "3.12.4"), api_enabled: true },
  }),
  getRInformation: () => ({ status: 200, body: { installations: installed("4.3.3", "4.4.1") } }),
  getQuartoInformation: () => ({ status: 200, body: { installations: installed("1.5.57") } }),
  getTensorFlowInformation: () => ({ status: 200, body: { installations: [] } }),
  getNodeJsInformation: () => ({ status: 200, body: { installations: installed("22.14.0"), enabled: true } }),
} satisfies HandlerMap<
  | "getServerSettings"
  | "getPublicSettings"
  | "getPythonInformation"
  | "getRInformation"
  | "getQuartoInformation"
  | "getTensorFlowInformation"
  | "getNodeJsInformation"
>;

// Real server: only the names for passwords, OAuth2 and LDAP are known from recorded responses.
const PROVIDER_NAMES: Record<Provider, string> = {
  password: "Posit Connect",
  pam: "PAM",
  saml: "SAML",
  oauth2: "OAuth2",
  "oauth2-google": "OAuth2",
  ldap: "LDAP",
  proxy: "Proxied",
};

function authentication({ options }: FakeState): Record<string, unknown> & { name: string } {
  const { userInfoEditableBy, userRoleEditableBy } = options.settings;
  // Real server: unknown what it shows while groups are provisioned, assumed the same as for groups of the provider.
  const external = options.groups !== "local";
  return {
    name: PROVIDER_NAMES[options.provider],
    unique_usernames: true,
    ...editableBy(
      { name: userInfoEditableBy, email: userInfoEditableBy, username: userInfoEditableBy, role: userRoleEditableBy },
      options.assumptions.providerEditableBy,
    ),
    external_user_search: hasDirectory(options.provider),
    external_group_search: options.provider === "ldap",
    external_group_members: external,
    external_group_owner: external,
  };
}

/** Real server: unknown which values it has besides `adminandself` and `provider`. */
function editableBy(
  fields: Readonly<Record<string, string>>,
  provider: FakeAssumptions["providerEditableBy"],
): Record<string, string> {
  const known = Object.entries(fields).filter(([, editor]) => editor !== "provider" || provider !== "absent");
  return Object.fromEntries(
    known.map(([field, editor]) => [
      `${field}_editable_by`,
      editor === "provider" && provider === "other" ? "identity-provider" : editor,
    ]),
  );
}

function installed(...versions: string[]): { version: string; cluster_name: string; image_name: string }[] {
  return versions.map((version) => ({ version, cluster_name: "Local", image_name: "Local" }));
}

/** Bootstrapping: creates the first administrator of a server without users, and an API key for them. */
export const bootstrapHandlers = {
  bootstrap: (state, _input, context) => createFirstAdministrator(state, context),
  bootstrapExperimental: (state, _input, context) => createFirstAdministrator(state, context),
} satisfies HandlerMap<"bootstrap" | "bootstrapExperimental">;

function createFirstAdministrator(state: FakeState, { bootstrapping }: OperationContext): ResultOf<"bootstrap"> {
  if (!bootstrapping) throw new ApiProblem("InvalidJWT");
  if (state.users.size > 0) throw new ApiProblem("ProhibitedBootstrap");
  const user = addUser(state, { username: "__bootstrap_admin__", user_role: "administrator" }, undefined, true);
  const key = state.keys.create({
    userGuid: user.record.guid,
    name: "bootstrap",
    role: "administrator",
    createdTime: state.clock.timestamp,
    expiresAt: null,
  });
  return {
    status: 200,
    body: { api_key: state.keys.secretOf(key) },
    audit: [
      { action: "add_user", event: `Added user ${describeUser(user)}` },
      { action: "add_api_key", event: `Added API key ${key.name}` },
    ],
  };
}
