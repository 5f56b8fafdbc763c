import { connect } from "@connect-sdk/users";
import { createApp } from "./app.ts";

const port = Number(process.env["PORT"] ?? 3000);
createApp(connect(), { localKey: process.env["MY_TEST_KEY"] }).listen(port, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${port}/users?search=a`);
});
