import { isApiError, type Users } from "@connect-sdk/users";

/** Locks the users with these names. Returns the names that do not exist. */
export async function lockLeavers(users: Users, names: readonly string[]): Promise<string[]> {
  const unknown: string[] = [];
  for (const name of names) {
    const user = await users.lookup(name).catch((error: unknown) => {
      if (isApiError(error, { status: 404 })) return undefined;
      throw error;
    });
    if (user === undefined) unknown.push(name);
    else await user.lock();
  }
  return unknown;
}
