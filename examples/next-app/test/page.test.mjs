import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createFakeConnect } from "@connect-sdk/testing";

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Serves the built app on a fake, and passes its address to `use`. */
async function withApp(environment, use) {
  const fake = createFakeConnect();
  fake.addUser({ username: "mira", user_role: "publisher" });
  const server = await fake.listen();
  const port = await freePort();
  const app = spawn(
    "node",
    ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port)],
    {
      stdio: "inherit",
      env: { ...process.env, CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey, ...environment },
    },
  );
  try {
    const url = `http://127.0.0.1:${port}/`;
    for (let turn = 0; turn < 100; turn++) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        break;
      await wait(200);
    }
    await use(url, fake);
  } finally {
    app.kill();
    await once(app, "exit");
    await server.close();
  }
}

test("the page is rendered on the server, fresh for each request", async () => {
  await withApp({}, async (url, fake) => {
    assert.match(await (await fetch(url)).text(), /mira/);
    fake.addUser({ username: "tomas", user_role: "publisher" });
    const response = await fetch(url);
    assert.match(await response.text(), /tomas/);
    assert.match(response.headers.get("cache-control") ?? "", /no-store/);
  });
});

test("on Connect, the page is shown as its visitor", async () => {
  await withApp({ POSIT_PRODUCT: "CONNECT" }, async (url, fake) => {
    const [admin] = fake.users;
    const jo = fake.addUser({ username: "jo", user_role: "viewer" });
    const content = fake.addContent({ owner: admin, app_mode: "python-api", access_type: "logged_in" });
    fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
    const headers = { "posit-connect-user-session-token": fake.sessionTokenFor(jo, { content }) };
    for (let visits = 0; visits < 3; visits += 1) {
      assert.match(await (await fetch(url, { headers })).text(), /Hello (<!-- -->)?jo/);
    }
    assert.equal(fake.requests.filter(({ operationId }) => operationId === "exchangeCredentials").length, 1);
    assert.notEqual((await fetch(url)).status, 200);
  });
});
