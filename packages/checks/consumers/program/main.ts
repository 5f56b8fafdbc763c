// A Node program that uses all packages. It must compile without errors and exit with 0.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { createConnectClient, isConnectError, USER_ROLES, type ConnectPlugin, type UserRecord } from "@connect-sdk/api";
import { operations as table, type OperationId } from "@connect-sdk/api/operations";
import type { components, operations, paths } from "@connect-sdk/api/schema";
import { main, type Io } from "@connect-sdk/cli";
import { type Plan, planOffboard, type PlanResult } from "@connect-sdk/lifecycle";
import { createFakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect, SelfLockError, Users, type CreateUser, type FindUser, type User } from "@connect-sdk/users";

const options: FakeConnectOptions = { users: 12, seed: 7 };
const fake = createFakeConnect(options);

// The typed client, with a plugin.
const seen: string[] = [];
const journal: ConnectPlugin = {
  name: "journal",
  fetch(request, next, context) {
    seen.push(context.operationId ?? "unknown");
    return next(request);
  },
};
const api = createConnectClient({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, plugins: [journal] });
const { data } = await api.GET("/v1/users", { params: { query: { page_size: 5 } } });
const first: UserRecord | undefined = data.results[0];
assert.equal(data.results.length, 5);
assert.equal(data.total, 12);
assert.ok(first !== undefined && USER_ROLES.includes(first.user_role));
assert.deepEqual(seen, ["getUsers"]);

// Types and data for other tools.
type Body = operations["createPushUser"]["requestBody"];
type Query = paths["/v1/users"]["get"]["parameters"]["query"];
const record: components["schemas"]["User"] = first;
const query: Query = { prefix: record.username };
const ids: OperationId[] = ["getUsers", "lockUser"];
assert.deepEqual(
  ids.map((id) => table[id].method),
  ["GET", "POST"],
);
export type { Body, query };

// The object model.
const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
const wanted: CreateUser = {
  username: "ada",
  email: "ada@example.com",
  user_role: "publisher",
  user_must_set_password: true,
};
const ada: User = await connection.users.create(wanted);
await ada.lock();
assert.equal(ada.locked, true);
await ada.unlock();
const filter: FindUser = { user_role: ["publisher", "viewer"] };
const found: User[] = await new Users(api).find(filter);
assert.ok(found.some((user) => user.guid === ada.guid));
let streamed = 0;
for await (const user of connection.users.find()) streamed += user.username === "" ? 0 : 1;
assert.equal(streamed, 13);
const me = await connection.me();
await assert.rejects(me.lock(), (error) => error instanceof SelfLockError && isConnectError(error));
// @ts-expect-error -- a role that Connect does not have
void (() => connection.users.find({ user_role: "viewer|publsher" }));

// Plans.
const plan: Plan = await planOffboard(connection, { user: ada, to: me });
const applied: PlanResult = await plan.apply();
assert.equal(applied.summary.failed, 0);
assert.ok(plan.steps.some(({ action, state }) => action === "lock" && state === "planned"));
// @ts-expect-error -- an order that does not exist
void (() => planOffboard(connection, { user: ada, to: me, lock: "sometimes" }));

// The command-line tool inside another program.
let written = "";
const output = { write: (text: string) => (written += text) };
const io: Io = {
  stdout: output,
  stderr: output,
  stdin: new PassThrough().end(),
  env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey },
  fetch: fake.fetch,
};
assert.equal(await main(["count", "--json"], io), 0, written);
assert.match(written, /13/);

console.log("ok");
