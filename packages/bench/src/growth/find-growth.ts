import { connect } from "@connect-sdk/users";
import { startPageServer } from "../servers/start-page-server.ts";
import type { Subject } from "./curve.ts";

export const findGrowth: Subject = {
  name: "find-growth",
  what: "`find()`, everybody",
  async prepare(size) {
    const server = await startPageServer({ users: size });
    const { users } = connect({ url: server.url, apiKey: "0123456789abcdef" });
    return { run: () => users.find(), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
};
