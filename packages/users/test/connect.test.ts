import { createConnectClient, InvalidArgumentError } from "@connect-sdk/api";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect, Users } from "@connect-sdk/users";
import { describe, expect, test, vi } from "vitest";
import { open } from "./support/open.ts";

const fake = createFakeConnect({ url: "https://connect.example.com/rsc" });

describe("connect()", () => {
  test("reads server and key from the environment", async () => {
    vi.stubEnv("CONNECT_SERVER", `${fake.url}/connect/#/people`);
    vi.stubEnv("CONNECT_API_KEY", fake.apiKey);
    const connection = connect({ fetch: fake.fetch });
    expect(connection.url).toBe("https://connect.example.com/rsc");
    expect((await connection.me()).guid).toBe(fake.users[0]?.guid);
  });

  test("prefers options to the environment", async () => {
    vi.stubEnv("CONNECT_SERVER", "https://elsewhere.example.com");
    vi.stubEnv("CONNECT_API_KEY", "0000");
    const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    await expect(connection.me()).resolves.toMatchObject({ user_role: "administrator" });
  });

  test.for([
    ["CONNECT_SERVER", "url"],
    ["CONNECT_API_KEY", "apiKey"],
  ])("reports that %s or the option %s is missing", ([variable, option]) => {
    vi.stubEnv("CONNECT_SERVER", fake.url);
    vi.stubEnv("CONNECT_API_KEY", fake.apiKey);
    vi.stubEnv(variable ?? "", "");
    expect(() => connect()).toThrow(InvalidArgumentError);
    const missing = option === "url" ? "server" : "API key";
    expect(() => connect()).toThrow(`No ${missing} to connect with. Set the environment variable ${variable}, or pass`);
    expect(() => connect()).toThrow(`the option "${option}".`);
  });

  test("requires no key with another credential", async () => {
    vi.stubEnv("CONNECT_API_KEY", "");
    const { api } = connect({ url: fake.url, anonymous: true, fetch: fake.fetch });
    expect((await api.GET("/server_settings")).response.status).toBe(200);
  });

  test("works without a process", async () => {
    vi.stubGlobal("process", undefined);
    expect(() => connect({ url: fake.url })).toThrow("CONNECT_API_KEY");
    await connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }).me();
  });

  test("works if reading the environment is not allowed", () => {
    const forbid = () => {
      throw new Error("NotCapable");
    };
    vi.stubGlobal("process", { env: new Proxy({}, { get: forbid }) });
    expect(() => connect()).toThrow("CONNECT_SERVER");
  });
});

test("new Users(api) works with an existing client", async () => {
  const users = new Users(createConnectClient({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }));
  expect(await users.count()).toBe(1);
});

test("me() returns the user that the key belongs to", async () => {
  const { connection, fake: own, sent } = open();
  expect((await connection.me()).toJSON()).toEqual(own.users[0]);
  expect(sent()).toEqual(["getCurrentUser"]);
});
