import { build } from "esbuild";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runMain } from "../support/run-main.ts";
import { serve } from "../support/control-client.ts";
import { testFake } from "../support/fake-client.ts";
import { spawnProgram } from "../support/spawn-program.ts";

const FILES = ["", "inspector.js", "inspector.css", "icon.svg"];

/** Sends a request with any Host header, which `fetch` does not allow. */
function getAs(host: string, port: number, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, body });
      });
    })
      .on("error", reject)
      .end();
  });
}

test("there is no inspector by default, not even with control routes", async () => {
  const fake = testFake();
  for (const options of [{}, { control: true }]) {
    const server = await serve(fake, options);
    expect(server.inspectorUrl).toBeUndefined();
    const response = await fetch(`${server.url}/__fake__/`);
    expect([401, 404]).toContain(response.status);
    expect(response.headers.get("content-type")).not.toContain("text/html");
  }
});

test("the page and its files are served, below the path prefix", async () => {
  const server = await serve(testFake({ url: "http://connect.test/rsc" }), { ui: true });
  expect(server.inspectorUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rsc\/__fake__\/#token=[\w-]{32}$/);
  const types = await Promise.all(
    FILES.map(async (file) => {
      const response = await fetch(`${server.url}/__fake__/${file}`);
      return [response.status, response.headers.get("content-type")];
    }),
  );
  expect(types).toEqual([
    [200, "text/html; charset=utf-8"],
    [200, "text/javascript; charset=utf-8"],
    [200, "text/css; charset=utf-8"],
    [200, "image/svg+xml; charset=utf-8"],
  ]);
});

test("the address without a slash leads to the page", async () => {
  const server = await serve(testFake({ url: "http://connect.test/rsc" }), { ui: true });
  const response = await fetch(`${server.url}/__fake__`, { redirect: "manual" });
  expect(response.status).toBe(308);
  expect(response.headers.get("location")).toBe("/rsc/__fake__/");
});

test("the page may load nothing from elsewhere, run no inline script and not be framed", async () => {
  const server = await serve(testFake(), { ui: true });
  for (const file of FILES) {
    const { headers } = await fetch(`${server.url}/__fake__/${file}`);
    const policy = headers.get("content-security-policy")?.split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy?.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("the page contains neither keys nor the token", async () => {
  const fake = testFake();
  const server = await serve(fake, { ui: true });
  const token = server.inspectorUrl?.split("#token=")[1] ?? "";
  expect(token).not.toBe("");
  expect(fake.apiKey).not.toContain(token);
  for (const file of FILES) {
    const text = await fetch(`${server.url}/__fake__/${file}`).then((response) => response.text());
    expect(text).not.toContain(token);
    expect(text).not.toContain(fake.apiKey);
  }
});

test.each(["127.0.0.1", "localhost", "connect.localhost", "127.0.0.2", "[::1]"])(
  "the page is served as %s",
  async (host) => {
    const server = await serve(testFake(), { ui: true });
    await expect(getAs(`${host}:${String(server.port)}`, server.port, "/__fake__/")).resolves.toMatchObject({
      status: 200,
    });
  },
);

test.each([
  "evil.example",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "192.168.1.7",
  "0.0.0.0",
  "notlocalhost",
])("the page is not served as %s", async (host) => {
  const server = await serve(testFake(), { ui: true });
  for (const path of ["/__fake__", ...FILES.map((file) => `/__fake__/${file}`)]) {
    const { status, body } = await getAs(`${host}:${String(server.port)}`, server.port, path);
    expect(status).toBe(403);
    expect(body).toContain("127.0.0.1 or localhost");
  }
});

test("the token opens the control routes, and nothing else", async () => {
  const server = await serve(testFake(), { ui: true });
  const token = server.inspectorUrl?.split("#token=")[1] ?? "";
  const status = (path: string, key: string) =>
    fetch(`${server.url}${path}`, { headers: { authorization: `Key ${key}` } }).then((response) => response.status);
  await expect(status("/__fake__/state", token)).resolves.toBe(200);
  await expect(status("/__fake__/state", `${token}x`)).resolves.toBe(401);
  await expect(status("/__fake__/state", "")).resolves.toBe(401);
  await expect(status("/__api__/v1/user", token)).resolves.toBe(401);
});

test("the token works on a server without users, and differs for each server", async () => {
  const fake = testFake({ empty: true });
  const [first, second] = [await serve(fake, { ui: true }), await serve(fake, { ui: true })];
  const token = first.inspectorUrl?.split("#token=")[1] ?? "";
  const { status } = await fetch(`${first.url}/__fake__/users`, { headers: { authorization: `Key ${token}` } });
  expect(status).toBe(200);
  expect(second.inspectorUrl).not.toContain(token);
});

test("a page that waits for changes does not delay closing the server", async () => {
  const fake = testFake();
  const server = await fake.listen({ ui: true });
  const headers = { authorization: `Key ${fake.apiKey}` };
  const read = async (query: string) => (await fetch(`${server.url}/__fake__/changes${query}`, { headers })).json();
  const { revision } = (await read("")) as { revision: string };
  const waiting = read(`?revision=${revision}`);
  // The request has arrived when the server has handled a later one.
  await read("");
  await server.close();
  await expect(waiting).resolves.toMatchObject({ revision, requests: [] });
});

test("importing the package loads nothing of the inspector", async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/index.ts", import.meta.url))],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    conditions: ["@connect-sdk/source"],
    outdir: "out",
    write: false,
    metafile: true,
  });
  const loaded = new Set<string>();
  const load = (output: string): void => {
    if (loaded.has(output)) return;
    loaded.add(output);
    for (const { path, kind } of metafile.outputs[output]?.imports ?? []) if (kind === "import-statement") load(path);
  };
  load("out/index.js");
  const inputs = (outputs: Iterable<string>) =>
    [...outputs].flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
  const isInspector = (file: string) => /src\/(inspector|control)\/|inspector-assets/.test(file);
  expect(inputs(loaded).filter(isInspector)).toEqual([]);
  expect(inputs(Object.keys(metafile.outputs)).filter(isInspector)).not.toEqual([]);
});

test("fake-connect serve --ui prints the URL of the page", async () => {
  const program = spawnProgram(["serve", "--port", "0", "--ui"]);
  const url = /^CONNECT_SERVER=(.*)$/.exec(await program.nextLine())?.[1] ?? "";
  await program.nextLine();
  const page = /^FAKE_CONNECT_UI=(.*)$/.exec(await program.nextLine())?.[1] ?? "";
  expect(page).toMatch(new RegExp(`^${url}/__fake__/#token=[\\w-]+$`));
  await expect(fetch(page).then((response) => response.text())).resolves.toContain(
    "<title>fake-connect inspector</title>",
  );
});

test("fake-connect serve --ui --json has the URL of the page", async () => {
  const program = spawnProgram(["serve", "--port", "0", "--ui", "--json"]);
  const ready = JSON.parse(await program.nextLine()) as Record<string, unknown>;
  expect(ready["inspectorUrl"]).toMatch(/\/__fake__\/#token=[\w-]+$/);
});

test("fake-connect exec --ui shows the URL of the page on standard error", async () => {
  const { status, stdout, stderr } = await runMain("exec", "--ui", "--", process.execPath, "--eval", "");
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toMatch(/^Inspector: http:\/\/127\.0\.0\.1:\d+\/__fake__\/#token=[\w-]+\n$/);
});
