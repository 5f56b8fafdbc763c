/** Writes test code: a user as it would be added to a fake, and a recorded request as a test. */
import type { NumberedRequest, Overview } from "../src/inspector/changes.ts";
import type { InspectedContent, InspectedGroup } from "../src/inspector/organization.ts";
import type { InspectedUser, UserDetail } from "../src/inspector/users.ts";
import type { ControlClient } from "./control-client.ts";

/** Returns code that adds a user, their groups and their content to a fake. */
export function userAsCode({ user, groups, content }: UserDetail): string {
  const name = variableFor(user.username);
  const owned = content.filter(({ access }) => access === "owner");
  const used = groups.length > 0 || owned.length > 0;
  return [
    `${used ? `const ${name} = ` : ""}fake.addUser(${objectCode(userFields(user))});`,
    ...groups.map((group) => `fake.addGroup({ name: ${code(group.name)}, members: [${name}] });`),
    ...owned.map((item) => {
      const title = item.title === null ? "" : `, title: ${code(item.title)}`;
      return `fake.addContent({ name: ${code(item.name)}${title}, owner_guid: ${name}.guid });`;
    }),
    "",
  ].join("\n");
}

/** The fields that `addUser` would not choose itself. */
function userFields(user: InspectedUser): Record<string, unknown> {
  const { username, email, first_name, last_name, user_role, external_id } = user;
  return {
    username,
    ...(email !== `${username}@example.com` && { email }),
    first_name,
    last_name,
    user_role,
    ...(user.active_time !== null && { active_time: user.active_time }),
    ...(user.locked && { locked: true }),
    ...(!user.confirmed && { confirmed: false }),
    ...(external_id !== undefined && { external_id }),
  };
}

/** What a request refers to, as far as a new fake does not have it. */
export interface RequestContext {
  readonly overview: Overview;
  readonly users: readonly InspectedUser[];
  readonly groups: readonly InspectedGroup[];
  readonly content: readonly InspectedContent[];
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Looks up the records that a request refers to. */
export async function contextOf(
  control: ControlClient,
  request: NumberedRequest,
  overview: Overview,
): Promise<RequestContext> {
  const text = [request.path, JSON.stringify(request.query), JSON.stringify(request.body), request.userGuid].join(" ");
  const guids = [...new Set(text.toLowerCase().match(GUID))].filter((guid) => guid !== overview.administrator_guid);
  const found = await Promise.all(
    guids.map(async (id) => ({
      user: await control("GET /users/{}", { id }).catch(() => undefined),
      group: await control("GET /groups/{}", { id }).catch(() => undefined),
      content: await control("GET /content/{}", { id }).catch(() => undefined),
    })),
  );
  return {
    overview,
    users: found.flatMap(({ user }) => (user === undefined || user.seeded ? [] : [user.user])),
    groups: found.flatMap(({ group }) => (group === undefined ? [] : [group.group])),
    content: found.flatMap(({ content }) => (content === undefined ? [] : [content.content])),
  };
}

/** Returns a test for Vitest that repeats a request on a new fake, and expects its status and error code. */
export function requestAsTest(request: NumberedRequest, context: RequestContext): string {
  const { method, status, code: errorCode } = request;
  const outcome = status === null ? "is cut off" : `responds with ${status}`;
  const lines = [
    `import { createFakeConnect } from "@connect-sdk/testing";`,
    `import { expect, test } from "vitest";`,
    "",
    `test(${code(`${method} ${request.path} ${outcome}${errorCode === null ? "" : `, code ${errorCode}`}`)}, async () => {`,
    ...indent([
      `const fake = createFakeConnect(${optionsCode(context.overview)});`,
      ...setUp(context),
      ...faultLines(request),
      "",
      ...(code(request.body ?? null).includes("[redacted]")
        ? ['// Keys and passwords are not recorded: replace "[redacted]".']
        : []),
      ...(request.body === undefined && request.bodyBytes > 0
        ? [`// The body of ${request.bodyBytes} bytes was not recorded: add it.`]
        : []),
      ...expectation(request, fetchLines(request, context)),
    ]),
    "});",
    "",
  ];
  return lines.join("\n");
}

function optionsCode({
  seed,
  initial_users: users,
  empty,
  provider,
  version,
  licensed_users: license,
}: Overview): string {
  const options = {
    seed,
    ...(empty ? { empty } : users > 1 && { users }),
    ...(provider !== "password" && { provider }),
    version,
    ...(license !== null && { license: { users: license } }),
  };
  return inlineObject(options);
}

function setUp({ users, groups, content }: RequestContext): string[] {
  const known = new Set(users.map(({ guid }) => guid));
  const ownerOf = (guid: string | null | undefined) =>
    typeof guid === "string" && known.has(guid) ? { owner_guid: guid } : {};
  return [
    ...users.map((user) => `fake.addUser(${objectCode({ guid: user.guid, ...userFields(user) })});`),
    ...groups.map(
      ({ guid, name, owner_guid }) => `fake.addGroup(${inlineObject({ guid, name, ...ownerOf(owner_guid) })});`,
    ),
    ...content.map(({ guid, name, owner_guid, access_type }) => {
      return `fake.addContent(${inlineObject({ guid, name, access_type, ...ownerOf(owner_guid) })});`;
    }),
  ].flatMap((statement) => statement.split("\n"));
}

/** The journal does not say which fault applied, so one is injected that has the same result. */
function faultLines({ fault, method, path, status }: NumberedRequest): string[] {
  if (!fault) return [];
  if (status !== null && status < 400) return ["// A fault applied to this request. Inject it with fake.fault({ … })."];
  const effect = status === null ? { reset: true } : { status };
  return [`fake.fault(${inlineObject({ method, path, times: 1, ...effect })});`];
}

function fetchLines(request: NumberedRequest, { overview }: RequestContext): string[] {
  const { method, path, operationId, userGuid, body } = request;
  const base = operationId !== null || path.startsWith("/v1/") ? "/__api__" : "";
  const url = `\`\${fake.url}${templateText(`${base}${path}${queryText(request.query)}`)}\``;
  const key = userGuid === overview.administrator_guid ? "fake.apiKey" : `fake.keyFor(${code(userGuid)})`;
  const options = [
    ...(method === "GET" ? [] : [`method: ${code(method)},`]),
    ...(userGuid === null ? [] : [`headers: { authorization: \`Key \${${key}}\` },`]),
    ...(body === undefined ? [] : `body: JSON.stringify(${bodyCode(body)}),`.split("\n")),
  ];
  return options.length === 0 ? [`fake.fetch(${url})`] : [`fake.fetch(${url}, {`, ...indent(options), "})"];
}

function expectation({ status, code: errorCode }: NumberedRequest, fetchCode: readonly string[]): string[] {
  const [first = "", ...rest] = fetchCode;
  const last = rest.at(-1) ?? first;
  const middle = rest.slice(0, -1);
  const join = (start: string, end: string) =>
    rest.length === 0 ? [`${start}${first}${end}`] : [`${start}${first}`, ...middle, `${last}${end}`];
  if (status === null) return join("await expect(", ").rejects.toThrow();");
  return [
    ...join("const response = await ", ";"),
    "",
    `expect(response.status).toBe(${status});`,
    ...(errorCode === null ? [] : [`await expect(response.json()).resolves.toMatchObject({ code: ${errorCode} });`]),
  ];
}

function queryText(query: NumberedRequest["query"]): string {
  const parameters = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return parameters.length === 0 ? "" : `?${parameters.join("&")}`;
}

/** Returns a JSON value as an expression. */
function code(value: unknown): string {
  return JSON.stringify(value);
}

const SHORT = 80;

/** Returns a JSON value as an expression: on one line if it is short. */
function bodyCode(body: unknown): string {
  if (isPlain(body)) {
    const line = inlineObject(body) || "{}";
    if (line.length <= SHORT) return line;
  }
  // A string in JSON contains no line break, so only names of fields start a line.
  return JSON.stringify(body, undefined, 2).replaceAll(
    /^( *)("(?:[^"\\]|\\.)*"):/gm,
    (_line, space: string, name: string) => {
      return `${space}${fieldName(String(JSON.parse(name)))}:`;
    },
  );
}

function fieldName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : code(name);
}

function objectCode(fields: Readonly<Record<string, unknown>>): string {
  return ["{", ...indent(Object.entries(fields).map(([name, value]) => `${name}: ${code(value)},`)), "}"].join("\n");
}

function inlineObject(fields: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(fields);
  if (entries.length === 0) return "";
  return `{ ${entries.map(([name, value]) => `${fieldName(name)}: ${isPlain(value) ? inlineObject(value) || "{}" : code(value)}`).join(", ")} }`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function templateText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

/** Words that cannot name a variable, or that the code uses. */
const TAKEN = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield arguments eval fake test expect undefined"
  ).split(" "),
);

/** Returns a variable name for a username: `ada.lovelace` becomes `adaLovelace`. */
function variableFor(username: string): string {
  const words = username.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return /^[a-z]/.test(lower) && !TAKEN.has(lower) ? lower : "user";
}
