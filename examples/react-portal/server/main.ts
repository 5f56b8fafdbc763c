import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { connect } from "@connect-sdk/users";
import { createApp } from "./app.ts";

const app = createApp(connect());
app.use("*", serveStatic({ root: "./dist" }));
const port = Number(process.env["PORT"] ?? 3000);
serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => {
  console.log(`http://127.0.0.1:${port}`);
});
