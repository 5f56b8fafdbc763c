// A CommonJS program in TypeScript.
import api = require("@connect-sdk/api");
import testing = require("@connect-sdk/testing");
import users = require("@connect-sdk/users");

async function run(): Promise<void> {
  const fake = testing.createFakeConnect({ users: 3 });
  const connection = users.connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const total: number = await connection.users.count();
  const roles: readonly api.UserRole[] = api.USER_ROLES;
  if (total !== 3 || roles.length !== 3)
    throw new Error(`There are ${total.toString()} users in ${roles.length.toString()} roles.`);
  console.log("ok");
}

void run();
