// The code of a page: the client and the object model, without types or globals of Node.
import { isConnectError, NotFoundError } from "@connect-sdk/api";
import { connect, type User } from "@connect-sdk/users";

/** The content of the page. */
export interface Summary {
  me: string;
  total: number;
  locked: string[];
  missing: string;
}

/** Reads from a server, locks a user, and returns a summary. */
export async function summarize(url: string, apiKey: string, send: typeof fetch): Promise<Summary> {
  const { users, me } = connectTo(url, apiKey, send);
  const someone: User | undefined = await users.findOne({ user_role: "viewer" });
  await someone?.lock();
  const locked: string[] = [];
  for await (const user of users.find({ account_status: "locked" })) locked.push(user.username);
  return {
    me: (await me()).username,
    total: await users.count(),
    locked,
    missing: await explain(users.get("00000000-0000-4000-8000-000000000000")),
  };
}

function connectTo(url: string, apiKey: string, send: typeof fetch) {
  const connection = connect({ url, apiKey, fetch: send });
  return { users: connection.users, me: () => connection.me() };
}

async function explain(search: Promise<User>): Promise<string> {
  try {
    return (await search).username;
  } catch (error) {
    if (!isConnectError(error) || !(error instanceof NotFoundError)) throw error;
    return error.name;
  }
}
