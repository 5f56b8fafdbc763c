// A page that lists users. It knows nothing of the fake: it reads CONNECT_SERVER and CONNECT_API_KEY.
import { createServer } from "node:http";
import { connect } from "@connect-sdk/users";

const { users } = connect();
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

createServer((request, response) => {
  show(request, response).catch((error) => {
    console.error(error);
    response.writeHead(502, { "content-type": "text/plain" }).end("Connect is not available.");
  });
}).listen(Number(process.env.PORT ?? 3000), "127.0.0.1");

async function show(request, response) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname !== "/") {
    response.writeHead(404).end();
    return;
  }
  const prefix = searchParams.get("search") ?? undefined;
  const found = await users.find({ prefix }, { limit: 20 });
  const items = found.map(({ username, user_role }) => `<li>${escape(username)} (${user_role})</li>`).join("");
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(200, headers).end(`<!doctype html>
    <html lang="en"><title>Users</title><h1>Users</h1>
    <form><label>Search <input name="search"></label></form><ul>${items}</ul></html>`);
}
