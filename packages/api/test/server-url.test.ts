import { describe, expect, test } from "vitest";
import { InvalidArgumentError, normalizeServerUrl } from "@connect-sdk/api";

const endings = [
  "",
  "/",
  "//",
  "/connect",
  "/connect/",
  "/connect/#/people/users",
  "/__api__",
  "/__api__/",
  "/__api__/v1",
  "/?a=b#c",
];

describe.each(["https://example.com", "http://example.com:3939", "https://example.com/rsc", "https://example.com/a/b"])(
  "%s",
  (root) => {
    test.each(endings)("means the same with %j after it", (ending) => {
      expect(normalizeServerUrl(root + ending)).toBe(root);
    });

    test.each(endings)("is stable once normalized (%j)", (ending) => {
      const once = normalizeServerUrl(root + ending);
      expect(normalizeServerUrl(once)).toBe(once);
    });
  },
);

test("a path that only begins like the dashboard's is kept", () => {
  expect(normalizeServerUrl("https://example.com/connections")).toBe("https://example.com/connections");
  expect(normalizeServerUrl("https://example.com/my-connect/")).toBe("https://example.com/my-connect");
});

test("scheme, host and default port are written as usual", () => {
  expect(normalizeServerUrl(" HTTPS://Example.COM:443/ ")).toBe("https://example.com");
});

describe("an invalid server URL", () => {
  test.each([
    "",
    " ",
    "example.com",
    "/connect",
    "ftp://example.com",
    "file:///etc",
    "javascript:alert(1)",
    "https://",
    "https://[",
  ])("%j: the error shows a valid one", (url) => {
    expect(() => normalizeServerUrl(url)).toThrow(InvalidArgumentError);
    expect(() => normalizeServerUrl(url)).toThrow("https://connect.example.com");
  });

  test.each(["https://jo@example.com", "https://:hunter2@example.com"])("%s: contains a credential", (url) => {
    expect(() => normalizeServerUrl(url)).toThrow("without a username or a password");
  });

  test("is not quoted when it contains a password", () => {
    const attempt = () => normalizeServerUrl("https://jo:hunter2@example.com");
    expect(attempt).toThrow("without a username or a password");
    expect(attempt).not.toThrow("hunter2");
  });
});
