import type { CallOptions, User, Users } from "@connect-sdk/users";

/**
 * The user of exactly this username, if there is one. The server only searches for beginnings: `see` gets everybody who comes
 * before, and after that nobody is read any more.
 */
export async function findByUsername(
  username: string,
  users: Users,
  { see = ignore, ...options }: CallOptions & { see?: (user: User) => void } = {},
): Promise<User | undefined> {
  for await (const user of users.find({ prefix: username }, options)) {
    if (user.username === username) return user;
    see(user);
  }
  return undefined;
}

function ignore(): void {
  // Nobody wants to know who else there is.
}
