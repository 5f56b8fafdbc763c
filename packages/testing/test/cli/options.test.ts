import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonFile } from "../support/json-file.ts";
import { runMain } from "../support/run-main.ts";
import { spawnProgram } from "../support/spawn-program.ts";

const DOCUMENT = new URL("../../../../openapi/fake-control.yaml", import.meta.url);

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[]; readonly minimum?: number }>>;
}

interface Served {
  readonly apiKey: string;
  readonly url: string;
  /** Sends a request with the administrator's key. Returns the status and the JSON of the body. */
  send(method: string, path: string, body?: unknown): Promise<[status: number, body: unknown]>;
}

/** Starts `fake-connect serve` with flags. */
async function serve(...flags: string[]): Promise<Served> {
  const program = spawnProgram(["serve", "--port", "0", "--json", ...flags]);
  const { url, apiKey } = JSON.parse(await program.nextLine()) as { url: string; apiKey: string };
  return {
    url,
    apiKey,
    async send(method, path, body) {
      const headers = { authorization: `Key ${apiKey}`, "content-type": "application/json" };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await fetch(path.startsWith("/__fake__") ? `${url}${path}` : `${url}/__api__${path}`, init);
      const text = await response.text();
      return [response.status, text === "" ? undefined : JSON.parse(text)];
    },
  };
}

const DATA = {
  users: [{ username: "mira", user_role: "publisher", locked: true }],
  content: [{ name: "report", owner: "admin" }],
};

/** Gives the content of {@link DATA} to the locked user. */
async function handOver(server: Served): Promise<[status: number, body: unknown]> {
  const [, { results }] = (await server.send("GET", "/v1/users")) as [number, { results: Record<string, string>[] }];
  const [, content] = (await server.send("GET", "/v1/content")) as [number, Record<string, string>[]];
  const owner_guid = results.find(({ username }) => username === "mira")?.["guid"];
  return server.send("PATCH", `/v1/content/${String(content[0]?.["guid"])}`, { owner_guid });
}

describe("fake-connect", () => {
  it("assumes with --assume what a test wants to cope with", async () => {
    const data = ["--data", await jsonFile(DATA)];
    expect((await handOver(await serve(...data)))[0]).toBe(200);
    const refused = await handOver(
      await serve(...data, "--assume", "lockedNewOwner=refused", "--assume=nameClashCode=5"),
    );
    expect(refused).toMatchObject([403, { code: 156 }]);
  });

  it("changes settings of the server with --setting", async () => {
    const server = await serve("--setting=defaultUserRole=publisher", "--setting", "groupsEnabled=false");
    const [, created] = await server.send("POST", "/v1/users", {
      username: "mira",
      email: "m@example.com",
      user_must_set_password: true,
    });
    expect(created).toMatchObject({ user_role: "publisher" });
    const [, { error }] = (await server.send("GET", "/v1/groups")) as [number, { error: string }];
    expect(error).toBe("Groups are disabled on this server.");
  });

  it("gives groups to the provider with --groups, and maps them to roles with --role-mapping", async () => {
    const data = await jsonFile({ users: [{ username: "jo" }] });
    const server = await serve(
      ...["--provider=saml", "--groups=provider", "--control", "--data", data],
      ...["--role-mapping=publisher=cn=authors,dc=x", "--role-mapping", "publisher=editors"],
    );
    const [, group] = await server.send("POST", "/v1/groups", { name: "analysts" });
    const { guid } = group as { guid: string };
    expect((await server.send("POST", `/v1/groups/${guid}/members`, { user_guid: guid }))[1]).toMatchObject({
      code: 95,
    });
    for (const name of ["cn=authors,dc=x", "editors"]) {
      const signIn = await server.send("POST", "/__fake__/sign-ins", { user: "jo", groups: [name] });
      expect(signIn).toMatchObject([200, { user_role: "publisher" }]);
    }
    expect((await server.send("POST", "/__fake__/sign-ins", { user: "jo", groups: [] }))[1]).toMatchObject({
      user_role: "viewer",
    });
  });

  it("takes every value of every switch and setting", async () => {
    const document = parse(await readFile(DOCUMENT, "utf8")) as { components: { schemas: Record<string, Schema> } };
    const { Assumptions, Settings } = document.components.schemas;
    const flags = (flag: string, schema: Schema | undefined, round: number): string[] =>
      Object.entries(schema?.properties ?? {}).map(([name, { enum: values = [], minimum }]) => {
        const allowed = minimum === undefined ? (values.length === 0 ? [true, false] : values) : [minimum];
        return `${flag}=${name}=${String(allowed[round % allowed.length])}`;
      });
    for (const round of [0, 1, 2, 3]) {
      const given = [...flags("--assume", Assumptions, round), ...flags("--setting", Settings, round)];
      expect(given.length).toBeGreaterThan(20);
      const { status, stderr } = await runMain("exec", ...given, "--", process.execPath, "--eval", "0");
      expect([status, stderr]).toEqual([0, ""]);
    }
  });

  it.each<[string[], string]>([
    [["--assume", "lockdNewOwner=refused"], "--assume lockdNewOwner is unknown; did you mean lockedNewOwner?"],
    [["--assume", "locked-new-owner=refused"], "--assume locked-new-owner is unknown; did you mean lockedNewOwner?"],
    [
      ["--assume", "weather=bad"],
      "--assume weather is unknown; allowed: lockedNewOwner, newOwnerPermission, nameClashCode",
    ],
    [["--assume", "__proto__=bad"], "--assume __proto__ is unknown; allowed: lockedNewOwner,"],
    [["--assume", "lockedNewOwner=no"], '--assume lockedNewOwner is "no"; allowed: allowed, refused'],
    [["--assume", "nameClashCode=7"], "--assume nameClashCode is 7; allowed: 5, 25, 26, 156"],
    [["--assume", "lockedNewOwner"], '--assume is "lockedNewOwner"; allowed: NAME=VALUE, such as keyUse=sign-in'],
    [["--assume", "=refused"], '--assume is "=refused"; allowed: NAME=VALUE'],
    [["--assume", "keyUse="], '--assume is "keyUse="; allowed: NAME=VALUE'],
    [["--assume="], "--assume needs a value: --assume NAME=VALUE"],
    [["--assume", "keyUse=silent", "--assume", "keyUse=sign-in"], "--assume keyUse can be given only once"],
    [["--setting", "hide-emails=true"], "--setting hide-emails is unknown; did you mean hideEmails?"],
    [["--setting", "hideEmails=yes"], '--setting hideEmails is "yes"; allowed: true or false'],
    [["--setting", "userActivityDays=0"], "--setting userActivityDays is 0; allowed: a whole number from 1 to 36500"],
    [["--groups", "saml"], '--groups is "saml"; allowed: local, provider, provisioned'],
    [["--role-mapping", "author=x"], "--role-mapping author is unknown; allowed: administrator, publisher, viewer"],
    [["--role-mapping", "analysts"], '--role-mapping is "analysts"; allowed: ROLE=GROUP, such as publisher=analysts'],
    [
      ["--role-mapping", "viewer=x"],
      "roleMapping needs a provider that has groups, such as saml; the provider is password",
    ],
    [["--assum", "keyUse=silent"], "unknown option --assum; did you mean --assume?"],
    [["--settings", "hideEmails=true"], "unknown option --settings; did you mean --setting?"],
    [["--setting", "hideEmails=true", "hideVersion=true"], 'unexpected argument "hideVersion=true"'],
  ])("refuses %j before it listens", async (flags, message) => {
    const { status, stdout, stderr } = await runMain("serve", "--port", "0", ...flags);
    expect(stderr).toContain(`fake-connect: ${message}`);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect([status, stdout]).toEqual([2, ""]);
  });

  it("does not take these flags for record", async () => {
    const { stderr } = await runMain("record", "--assume", "keyUse=silent");
    expect(stderr).toBe("fake-connect: record does not take --assume (see --help)\n");
  });
});

describe("fake-connect --options", () => {
  it("takes the options of createFakeConnect(), and flags override them one by one", async () => {
    const file = await jsonFile({
      ...{ users: 3, apiKey: "key-of-the-file", provider: "saml", version: "2025.06.0", data: DATA },
      settings: { hideVersion: false, defaultUserRole: "publisher", userActivityDays: 7 },
      assumptions: { lockedNewOwner: "refused", keyUse: "sign-in" },
    });
    const server = await serve("--options", file, "--setting", "defaultUserRole=viewer", "--assume", "keyUse=silent");
    expect(server.apiKey).toBe("key-of-the-file");
    expect((await server.send("GET", "/v1/users"))[1]).toMatchObject({ total: 4 });
    expect((await server.send("GET", "/server_settings"))[1]).toMatchObject({ version: "2025.06.0" });
    expect(await handOver(server)).toMatchObject([403, { code: 156 }]);
    const [, created] = await server.send("POST", "/v1/users", {
      username: "jo",
      email: "jo@example.com",
      unique_id: "jo",
    });
    expect(created).toMatchObject({ user_role: "viewer" });
    const [, audit] = await server.send("GET", "/v1/audit_logs");
    expect(JSON.stringify(audit)).not.toContain("user_login");

    const other = await serve("--options", file, "--users", "9", "--api-key", "key-of-the-flag");
    expect(other.apiKey).toBe("key-of-the-flag");
    expect((await other.send("GET", "/v1/users"))[1]).toMatchObject({ total: 10 });
    const [, second] = await other.send("POST", "/v1/users", {
      username: "jo",
      email: "jo@example.com",
      unique_id: "jo",
    });
    expect(second).toMatchObject({ user_role: "publisher" });
    expect(JSON.stringify((await other.send("GET", "/v1/audit_logs"))[1])).toContain("user_login");
  });

  it("draws a new key for each server unless something determines it", async () => {
    const file = await jsonFile({ users: 2 });
    const keys = [await serve("--options", file), await serve("--options", file)].map(({ apiKey }) => apiKey);
    expect(new Set(keys).size).toBe(2);
    const seeded = await jsonFile({ seed: 7 });
    const same = [await serve("--options", seeded), await serve("--seed", "7")].map(({ apiKey }) => apiKey);
    expect(new Set(same).size).toBe(1);
  });

  it.each<[unknown, string[], string]>([
    ["{ users: 3 }", [], "FILE is not valid JSON: "],
    [[], [], "FILE: the value is an array; allowed: an object"],
    [{ setting: {} }, [], "FILE: setting is unknown; did you mean settings?"],
    [{ settings: { hideEmails: "yes" } }, [], 'FILE: settings.hideEmails is "yes"; allowed: true or false'],
    [{ assumptions: { keyuse: "silent" } }, [], "FILE: assumptions.keyuse is unknown; did you mean keyUse?"],
    [{ apiKey: "a secret key" }, [], "FILE: apiKey is "],
    [{ url: "https://connect.example.com" }, [], "FILE: url cannot be set here; use --host, --port and --prefix"],
    [{ onInternalError: "exit" }, [], "FILE: onInternalError cannot be set in a file"],
    [
      { data: { groups: [{ members: ["mira"] }] } },
      [],
      'FILE: data.groups[0].members[0] is "mira"; there is no such user',
    ],
    [{ oauth: { autoApprove: "ann" } }, [], 'FILE: oauth.autoApprove is "ann"; there is no such user'],
    [{ oauth: { autoApprove: "admin" } }, ["--auto-approve=ann"], '--auto-approve is "ann"; there is no such user'],
    [{ empty: true }, ["--users", "3"], '--users and "empty" in FILE cannot be combined'],
    [{ empty: true }, ["--data", "x.json"], '--data and "empty" in FILE cannot be combined'],
    [{ data: {} }, ["--data", "x.json"], '--data and "data" in FILE cannot be combined'],
    [{ data: {} }, ["--empty"], "data cannot be combined with empty"],
  ])("names the mistake in %j with %j", async (content, flags, message) => {
    const file = await jsonFile(content);
    const { status, stdout, stderr } = await runMain("serve", "--port", "0", "--options", file, ...flags);
    expect(stderr).toContain(`fake-connect: ${message.replace("FILE", file)}`);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toContain("a secret key");
    expect([status, stdout]).toEqual([2, ""]);
  });

  it("reports a file that does not exist", async () => {
    const { stderr } = await runMain("exec", "--options", "nowhere.json", "--", "true");
    expect(stderr).toBe("fake-connect: nowhere.json: there is no such file\n");
  });
});
