import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import * as root from "@connect-sdk/api";
import document from "@connect-sdk/api/openapi.json" with { type: "json" };
import * as oauth from "@connect-sdk/api/oauth";
import * as table from "@connect-sdk/api/operations";
import * as schema from "@connect-sdk/api/schema";

test("the root exports these names and no others", () => {
  expect(Object.keys(root).sort()).toEqual([
    "ACCOUNT_STATUSES",
    "ApiError",
    "AuthenticationError",
    "ConflictError",
    "ConnectError",
    "InvalidArgumentError",
    "InvalidRequestError",
    "NetworkError",
    "NotFoundError",
    "PermissionError",
    "RateLimitError",
    "ServerError",
    "TimeoutError",
    "USER_ROLES",
    "UnexpectedResponseError",
    "connectQuerySerializer",
    "createConnectClient",
    "isApiError",
    "isConnectError",
    "logger",
    "normalizeServerUrl",
    "onAbort",
    "paginate",
    "retry",
    "unlessAborted",
  ]);
});

test("the other entry points hold the types, the operation table and the document", () => {
  expect(Object.keys(schema)).toEqual([]);
  expect(Object.keys(table)).toEqual(["operations"]);
  expect(Object.keys(document.paths)).toContain(table.operations.getUser.path);
});

test("oauth exports these names and no others", () => {
  expect(Object.keys(oauth).sort()).toEqual([
    "SignInError",
    "discoverSignIn",
    "exchangeIdentityToken",
    "oauthToken",
    "signInWithBrowser",
    "signInWithDevice",
    "signOut",
  ]);
});

test("the sources import only each other and openapi-fetch, so they run wherever fetch does", async () => {
  const folder = new URL("../src/", import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const imports = (await readFile(new URL(file, folder), "utf8")).matchAll(
      /^(?:import|\}|export) .*from "([^"]+)"/gm,
    );
    const isOAuth = file.startsWith("oauth");
    for (const [, specifier = ""] of imports) {
      if (isOAuth && specifier === "oauth4webapi") continue;
      expect(specifier, file).toMatch(/^(\.{1,2}\/|openapi-fetch$|openapi-typescript-helpers$)/);
      // A program that does not sign in must not load this.
      if (!isOAuth) expect(specifier, file).not.toMatch(/\/oauth\//);
    }
  }
});
