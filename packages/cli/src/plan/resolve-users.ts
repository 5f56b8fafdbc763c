import { isConnectError } from "@connect-sdk/api";
import type { User, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { describeError } from "../errors.ts";
import { eachOf } from "./find-existing.ts";
import type { InvalidVerdict } from "./plan.ts";

/** Finds the user behind each name (guid, username or e-mail address, exactly), or why there is none. */
export async function resolveUsers(
  names: readonly string[],
  users: Users,
  context: Pick<Context, "progress" | "signal">,
): Promise<ReadonlyMap<string, User | InvalidVerdict>> {
  const wanted = new Set(names);
  const candidates = new NameIndex();
  const found = new Map<string, User | InvalidVerdict>();
  await eachOf(wanted, users, context, {
    // The server cannot search for e-mail addresses, so that each would be a list of everybody.
    listAnyway: [...wanted].some((name) => name.includes("@")),
    async lookUp(name, options) {
      found.set(name, await users.lookup(name, options).catch(asVerdict));
    },
    see(user) {
      candidates.add(user);
    },
  });
  for (const name of wanted) if (!found.has(name)) found.set(name, candidates.find(name));
  return found;
}

/** The same rules as `users.lookup`, for a list that has been read already. */
class NameIndex {
  readonly #byGuid = new Map<string, User>();
  readonly #byUsername = new Map<string, User>();
  readonly #byEmail = new Map<string, User[]>();

  add(user: User): void {
    this.#byGuid.set(user.guid.toLowerCase(), user);
    this.#byUsername.set(user.username, user);
    const email = user.email.toLowerCase();
    this.#byEmail.set(email, [...(this.#byEmail.get(email) ?? []), user]);
  }

  find(name: string): User | InvalidVerdict {
    const withGuid = this.#byGuid.get(name.toLowerCase());
    if (withGuid !== undefined) return withGuid;
    const withUsername = this.#byUsername.get(name);
    const matches = new Set(name.includes("@") ? this.#byEmail.get(name.toLowerCase()) : []);
    if (withUsername !== undefined) matches.add(withUsername);
    const [user, ...others] = matches;
    if (user === undefined) {
      const fix = "Check the spelling; usernames distinguish upper and lower case.";
      return { status: "invalid", kind: "not_found", reason: `there is no user \`${name}\``, fix };
    }
    if (others.length === 0) return user;
    const list = [user, ...others].map(({ username, guid }) => `${username} ${guid}`).join(", ");
    return {
      status: "invalid",
      kind: "ambiguous",
      reason: `\`${name}\` is ${matches.size} users: ${list}`,
      fix: "Use the guid.",
    };
  }
}

function asVerdict(error: unknown): InvalidVerdict {
  const { kind, message, fix } = describeError(error);
  if (isConnectError(error) && (kind === "not_found" || kind === "ambiguous")) {
    return { status: "invalid", kind, reason: message, fix };
  }
  throw error;
}
