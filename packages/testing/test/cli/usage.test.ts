import { describe, expect, it } from "vitest";
import { runMain } from "../support/run-main.ts";

describe("fake-connect", () => {
  it("shows examples first with --help", async () => {
    const { status, stdout, stderr } = await runMain("--help");
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout.indexOf("Examples")).toBeLessThan(stdout.indexOf("Usage"));
    expect(stdout).toContain("fake-connect exec -- pytest");
    expect(stdout).toContain("--journal-limit N");
  });

  it("shows the version of the package with --version", async () => {
    const { status, stdout } = await runMain("--version");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  it.each<[string, string[], string]>([
    ["a missing command", [], "no command; run fake-connect serve or fake-connect exec -- COMMAND (see --help)"],
    ["an unknown command", ["start"], 'unknown command "start"; allowed: serve, exec, record (see --help)'],
    ["a misspelled option", ["serve", "--prot", "0"], "unknown option --prot; did you mean --port?"],
    ["an unknown option", ["serve", "--wxyzwxyz"], "unknown option --wxyzwxyz; --help lists the options"],
    ["an unknown short option", ["serve", "-p"], "unknown option -p; --help lists the options"],
    ["an option without its value", ["serve", "--port"], "--port needs a value: --port PORT"],
    ["an option where a value belongs", ["serve", "--port", "--json"], "--port needs a value: --port PORT"],
    ["an empty value", ["serve", "--users="], "--users needs a value: --users N"],
    ["a value for an option without one", ["serve", "--json=yes"], "--json takes no value"],
    ["a port out of range", ["serve", "--port=70000"], '--port is "70000"; allowed: whole numbers from 0 to 65535'],
    ["zero users", ["serve", "--users", "0"], '--users is "0"; allowed: whole numbers from 1 to 10000000'],
    ["users on a server without users", ["serve", "--empty", "--users", "3"], "--empty and --users cannot be combined"],
    [
      "data on a server without users",
      ["exec", "--empty", "--data", "a.json", "--", "pytest"],
      "--empty and --data cannot be combined",
    ],
    ["an invalid number", ["exec", "--seed", "x"], '--seed is "x"; allowed: whole numbers from 0 to 4294967295'],
    [
      "an unknown provider",
      ["serve", "--provider", "kerberos"],
      '--provider is "kerberos"; allowed: password, pam, saml, oauth2, oauth2-google, ldap, proxy',
    ],
    [
      "an unknown user to approve as",
      ["serve", "--auto-approve", "ann"],
      '--auto-approve is "ann"; there is no such user',
    ],
    ["an invalid prefix", ["serve", "--prefix", "/a?b"], '--prefix is "/a?b"; allowed: a path such as /rsc'],
    ["an invalid version", ["serve", "--connect-version", "new"], '--connect-version is "new"'],
    ["an invalid time", ["serve", "--now", "later"], '--now is "later"'],
    [
      "an invalid secret",
      ["serve", "--bootstrap-secret", "!"],
      '--bootstrap-secret is "[redacted]"; allowed: bytes in base64',
    ],
    [
      "a command for serve",
      ["serve", "--", "pytest"],
      "serve runs no command; use exec to run one against a fresh server",
    ],
    ["an unexpected argument", ["serve", "pytest"], 'unexpected argument "pytest"'],
    ["exec without a command", ["exec"], "exec needs a command to run: fake-connect exec [options] -- COMMAND ARGS…"],
    [
      "exec with nothing after --",
      ["exec", "--"],
      "exec needs a command to run: fake-connect exec [options] -- COMMAND ARGS…",
    ],
    [
      "exec without --",
      ["exec", "pytest", "tests"],
      'unexpected argument "pytest"; put -- in front of the command: fake-connect exec -- pytest tests',
    ],
  ])("refuses %s with one line and exits with 2", async (_what, argv, message) => {
    const { status, stdout, stderr } = await runMain(...argv);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^fake-connect: [^\n]+\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});
