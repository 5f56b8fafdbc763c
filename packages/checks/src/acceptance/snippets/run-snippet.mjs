/**
 * Runs a script from a document. Usage: `node run-snippet.mjs SCRIPT`. As the documents assume, the environment names a server
 * at https://connect.example.com, which has some users.
 */
import { pathToFileURL } from "node:url";
import { createConnectClient } from "@connect-sdk/api";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { PEOPLE } from "./people.mjs";

const fake = createFakeConnect({ url: "https://connect.example.com", users: 40, seed: 7 });
const people = PEOPLE.map((person) => fake.addUser(person));
fake.addGroup({ name: "analysts", members: people.slice(0, 2) });
for (const { guid } of people) fake.addContent({ owner_guid: guid });

const realFetch = globalThis.fetch;
/** @type {typeof fetch} */
const fakeFetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, hostname } = new URL(request.url);
  if (origin === fake.url) return fake.fetch(request);
  if (hostname === "127.0.0.1" || hostname === "localhost") return realFetch(request);
  throw new TypeError(`A snippet must not reach ${origin}.`);
};
Object.assign(globalThis, { fetch: fakeFetch });
process.env["CONNECT_SERVER"] = fake.url;
process.env["CONNECT_API_KEY"] = fake.apiKey;

const connection = connect();
Object.assign(globalThis, {
  api: createConnectClient({ url: fake.url, apiKey: fake.apiKey }),
  connection,
  fake,
  me: await connection.me(),
  user: await connection.users.lookup("jdoe"),
  users: connection.users,
});

await import(pathToFileURL(process.argv[2] ?? "").href);
