// A CommonJS program without a compiler. The packages are ES modules, which Node can require().
const assert = require("node:assert/strict");
const { createConnectClient, NotFoundError } = require("@connect-sdk/api");
const { operations } = require("@connect-sdk/api/operations");
const document = require("@connect-sdk/api/openapi.json");
const { connect } = require("@connect-sdk/users");
const { createFakeConnect } = require("@connect-sdk/testing");
const { main } = require("@connect-sdk/cli");

async function run() {
  const fake = createFakeConnect({ users: 3 });
  const target = { url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch };
  assert.equal(await connect(target).users.count(), 3);
  const missing = { params: { path: { guid: "00000000-0000-4000-8000-000000000000" } } };
  await assert.rejects(createConnectClient(target).GET("/v1/users/{guid}", missing), NotFoundError);
  assert.equal(document.paths[operations.getUsers.path].get.operationId, "getUsers");
  assert.equal(typeof main, "function");
  console.log("ok");
}

void run();
