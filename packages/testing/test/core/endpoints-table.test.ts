import { operations, type OperationDescription } from "@connect-sdk/api/operations";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { undocumentedRoutes } from "../../src/http/undocumented-routes.ts";
import { toTable } from "../support/markdown-table.ts";
import { publicEndpoints } from "../support/public-endpoints.ts";

/** They return a fixed response, whatever is in the fake. */
const STUBS: readonly string[] = [
  "GET /server_settings/applications",
  "GET /server_settings/scheduler",
  "GET /server_settings/scheduler/{mode}",
  "GET /v1/server_settings/nodejs",
  "GET /v1/server_settings/python",
  "GET /v1/server_settings/quarto",
  "GET /v1/server_settings/r",
  "GET /v1/server_settings/tensorflow",
];

/** Outside of the API. */
const PAGES = ["GET /__ping__", "GET /content/{guid}/"];

/** The authorization server is outside of the API, too. The paths of the device flow and of revocation are assumed. */
const AUTHORIZATION = new Map([
  ["GET /.well-known/oauth-authorization-server", "2026.02.0"],
  ["POST /oauth/v1/register", "2026.02.0"],
  ["GET /oauth/v1/authorize", "2026.02.0"],
  ["POST /oauth/v1/token", "2026.02.0"],
  ["POST /oauth/v1/revoke", "2026.02.0"],
  ["POST /oauth/v1/device_authorization", "2026.06.0"],
  ["GET /oauth/v1/device", "2026.06.0"],
]);

const documented: readonly OperationDescription[] = Object.values(operations);
const since = new Map([
  ...documented.map(({ method, path, since: first }) => [`${method} ${path}`, first] as const),
  ...AUTHORIZATION,
]);
const handled = new Set([
  ...since.keys(),
  ...undocumentedRoutes.flatMap(({ methods, path }) =>
    methods.map((method) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`),
  ),
  ...PAGES,
]);
const endpoints = [...new Set([...handled, ...publicEndpoints.map(({ method, path }) => `${method} ${path}`)])];

function stateOf(endpoint: string): "modelled" | "stubbed" | "missing" {
  if (!handled.has(endpoint)) return "missing";
  return STUBS.includes(endpoint) ? "stubbed" : "modelled";
}

interface Row {
  readonly path: string;
  readonly methods: string[];
  readonly state: string;
  /** Each version, with the methods that it has added to the path. */
  readonly versions: Map<string, string[]>;
}

function rowsOf(): Row[] {
  const old = new Set(publicEndpoints.flatMap(({ method, path, isOld }) => (isOld ? [`${method} ${path}`] : [])));
  const rows = new Map<string, Row>();
  for (const endpoint of endpoints.toSorted(byPath)) {
    const [method = "", path = ""] = endpoint.split(" ");
    const state = stateOf(endpoint);
    const row = rows.get(`${path} ${state}`) ?? { path, methods: [], state, versions: new Map<string, string[]>() };
    rows.set(`${path} ${state}`, row);
    row.methods.push(method);
    const version = since.get(endpoint) ?? (old.has(endpoint) ? "2023.09 or earlier" : "not published");
    row.versions.set(version, [...(row.versions.get(version) ?? []), method]);
  }
  return [...rows.values()];
}

/** Returns the oldest version, and the others with their methods. */
function versionsOf({ versions }: Row): string {
  const [first, ...later] = [...versions].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [first?.[0], ...later.map(([version, methods]) => `${methods.join(" ")} ${version}`)].join(", ");
}

/** To update the table: `npx vitest run --update test/core/endpoints-table.test.ts`. */
test("the table of endpoints in the README is up to date", async () => {
  const rows = rowsOf().map((row) => [`\`${row.path}\``, row.methods.join(" "), row.state, versionsOf(row)]);
  const table = toTable([["endpoint", "methods", "in the fake", "since"], ...rows]);
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  await expect(readme.replace(/^\| endpoint [^]*?\n(?=\n|$)/m, `${table}\n`)).toMatchFileSnapshot("../../README.md");
  expect(readme).toContain(table);
});

test("the README has each endpoint once, and can be read on one page", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const listed = [...readme.matchAll(/^\| `(\S+)`\s+\| ([A-Z ]+?)\s+\| (?:modelled|stubbed|missing) /gm)].flatMap(
    ([, path = "", methods = ""]) => methods.split(" ").map((method) => `${method} ${path}`),
  );
  expect(listed.toSorted()).toEqual(endpoints.toSorted());
  expect(readme.split("\n").length - 1).toBeLessThanOrEqual(200);
});

function byPath(a: string, b: string): number {
  const [[methodA = "", pathA = ""], [methodB = "", pathB = ""]] = [a.split(" "), b.split(" ")];
  return pathA === pathB ? METHODS.indexOf(methodA) - METHODS.indexOf(methodB) : pathA < pathB ? -1 : 1;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
