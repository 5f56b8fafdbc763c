import fc from "fast-check";
import { expect, test } from "vitest";
import { run, runOnNetwork, smallServer } from "./support/cli.ts";

/** Every variable that the program reads. */
const VARIABLES = [
  ...["CONNECT_SERVER", "CONNECT_API_KEY", "CONNECT_REQUEST_TIMEOUT", "CONNECT_INSECURE", "CONNECT_CA_CERTIFICATE"],
  ...["NODE_EXTRA_CA_CERTS", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"],
  ...["http_proxy", "https_proxy", "all_proxy", "no_proxy"],
  ...["XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "NO_COLOR", "TERM", "COLUMNS", "LC_ALL", "LC_NUMERIC", "LANG"],
];

const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.webUrl(),
  fc.constantFrom(
    "",
    " ",
    "0",
    "-1",
    "1e308",
    "*",
    "::1",
    "[::1",
    "http://",
    "http://[",
    "a:b@c:d",
    "%",
    "socks5://x:1",
    "a".repeat(70_000),
  ),
  fc.constantFrom(
    "/",
    "/dev/null",
    "/nonexistent",
    "/proc",
    "relative/name",
    "10.0.0.0/99",
    "::/200",
    "http://u:p%@127.0.0.1:1",
    "127.0.0.1:1",
  ),
);
const environment = fc.dictionary(fc.constantFrom(...VARIABLES), value, { minKeys: 1, maxKeys: 3 });

test("no value of a variable is reported as a bug of the program", { timeout: 60_000 }, async () => {
  const fake = smallServer();
  // Every other server responds too, so that nothing is retried.
  const everywhere: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(fake.url) ? await fake.fetch(request) : Response.json({ code: 30 }, { status: 401 });
  };
  await fc.assert(
    fc.asyncProperty(environment, async (env) => {
      for (const argv of [
        ["count", "--json"],
        ["doctor", "--json"],
        ["profiles", "--json"],
        ["list", "--excel", "--limit", "1"],
      ]) {
        const { code, stderr } = await run(fake, argv, { env, fetch: everywhere });
        expect([0, 1, 2, 3, 4]).toContain(code);
        expect(stderr).not.toMatch(/"bug"|Unexpected error|Invalid regular expression/);
      }
    }),
    { numRuns: 300 },
  );
});

test("a key of thousands of characters is sent, a longer one is an error that does not show it", async () => {
  const fake = smallServer();
  const sent = await run(fake, ["count"], { env: { CONNECT_API_KEY: "k".repeat(4_000) } });
  expect(sent.stderr).toContain("status 401");
  const refused = await run(fake, ["count"], { env: { CONNECT_API_KEY: "k".repeat(4_001) } });
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain("it has 4,001 characters");
  expect(refused.stderr).not.toContain("kk");
});

test("nor is it on the way to a server that is not there", { timeout: 60_000 }, async () => {
  const server = fc.constantFrom("https://127.0.0.1:1", "http://127.0.0.1:1");
  await fc.assert(
    fc.asyncProperty(environment, server, async (env, CONNECT_SERVER) => {
      const { code, stderr } = await runOnNetwork(["whoami", "--json"], {
        CONNECT_API_KEY: "key",
        ...env,
        CONNECT_SERVER,
        // Nothing leaves this computer: of all proxies only those on it are asked.
        NO_PROXY: "*",
        no_proxy: "",
      });
      expect([1, 2, 3]).toContain(code);
      expect(stderr).not.toMatch(/"bug"|Unexpected error|Invalid regular expression/);
    }),
    { numRuns: 6 },
  );
});
