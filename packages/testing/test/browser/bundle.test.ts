import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";

const PROGRAM = `
  import { createFakeConnect } from "@connect-sdk/testing";
  const fake = createFakeConnect({ users: 30 });
  const viewer = fake.addUser({ username: "mira" });
  const headers = { authorization: "Key " + fake.apiKey };
  const call = async (path, init) => (await fake.fetch(fake.url + "/__api__" + path, { headers, ...init }));
  const lock = await call("/v1/users/" + viewer.guid + "/lock", { method: "POST", body: '{"locked":true}' });
  const { total } = await (await call("/v1/users")).json();
  const encode = (part) => btoa(JSON.stringify(part)).replaceAll("=", "");
  const claims = { iss: "rsconnect-python", aud: "rsconnect", scope: "bootstrap", exp: 4e9 };
  const token = encode({ alg: "HS256" }) + "." + encode(claims) + ".c2lnbmF0dXJl";
  const bootstrap = createFakeConnect({ empty: true, bootstrapSecret: btoa("secret") });
  const refused = await bootstrap.fetch(bootstrap.url + "/__api__/v1/bootstrap", {
    method: "POST",
    headers: { authorization: "Connect-Bootstrap " + token },
  });
  const listening = await fake.listen().catch((error) => error.message);
  globalThis.result = { lock: lock.status, total, locked: fake.users.at(-1).locked, refused: refused.status, listening };
`;

/** What browsers have and Node has, too. In particular no process, Buffer, require and module loader. */
const WEB = [
  "AbortController",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "performance",
  "setTimeout",
  "structuredClone",
];

/** Bundles code as a web page would. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    platform: "browser",
    conditions: ["@connect-sdk/source"],
    format: "iife",
    target: "es2022",
    write: false,
  });
  expect(warnings).toEqual([]);
  return outputFiles.map(({ text }) => text).join("\n");
}

it("the package works in a bundle for browsers", async () => {
  const code = await bundle(
    `globalThis.done = (async () => { ${PROGRAM.replace(/^\s*import .*$/m, "")} })();`.replace(
      /^/,
      'import { createFakeConnect } from "@connect-sdk/testing";\n',
    ),
  );
  const page = createContext(Object.fromEntries(WEB.map((name) => [name, Reflect.get(globalThis, name)])));
  runInContext(code, page);
  await Reflect.get(page, "done");
  expect(Reflect.get(page, "result")).toEqual({
    lock: 200,
    total: 31,
    locked: true,
    refused: 401,
    listening: "A browser cannot listen on a port. Use fake.fetch, or listen in Node, Deno or Bun.",
  });
});

it("a bundle contains the license of the code that was copied from ajv", async () => {
  const code = await bundle('export * from "@connect-sdk/testing"');
  expect(code).toContain("Copyright (c) 2015-2021 Evgeny Poberezkin");
  expect(code).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
});

it("a bundle contains nothing of the inspector", async () => {
  const code = await bundle('export * from "@connect-sdk/testing"');
  expect(code).not.toContain("fake-connect inspector");
});
