import { type ConnectClient, InvalidArgumentError } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { AmbiguousUserError } from "./errors/ambiguous-user-error.ts";
import { isGuid } from "./guid.ts";
import { notFound } from "./not-found.ts";
import type { User } from "./user.ts";
import type { Users } from "./users.ts";
import { withFallback } from "./with-fallback.ts";

/** The one user with exactly this guid, username or e-mail address. */
export async function lookUpUser(users: Users, api: ConnectClient, text: string, options: CallOptions): Promise<User> {
  if (text === "") {
    const fix = "Pass a guid, a username or an e-mail address.";
    throw new InvalidArgumentError("There is nobody to look up in an empty text.", { argument: "text", fix });
  }
  const user = isGuid(text) ? await withFallback(users.get(text, options), { status: 404 }, undefined) : undefined;
  if (user !== undefined) return user;
  const [found, ...others] = text.includes("@")
    ? await findByEmail(users, text, options)
    : await findByUsername(users, text, options);
  if (others.length > 0 && found !== undefined)
    throw new AmbiguousUserError(
      text,
      [found, ...others].map((each) => each.toJSON()),
    );
  if (found !== undefined) return found;
  const fix = "Check the spelling; usernames distinguish upper and lower case.";
  throw notFound(api, "/v1/users", `There is no user with the guid, username or e-mail address "${text}".`, fix);
}

async function findByUsername(users: Users, username: string, { signal }: CallOptions): Promise<User[]> {
  for await (const user of users.find({ prefix: username }, { signal })) if (user.username === username) return [user];
  return [];
}

/** A username may look like an e-mail address, so it counts too. */
async function findByEmail(users: Users, email: string, { signal }: CallOptions): Promise<User[]> {
  const found: User[] = [];
  for await (const page of users.find({}, { signal }).pages()) {
    found.push(...page.filter((user) => user.username === email || user.email.toLowerCase() === email.toLowerCase()));
  }
  return found;
}
