import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import type { HandlerMap } from "./operation.ts";

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
