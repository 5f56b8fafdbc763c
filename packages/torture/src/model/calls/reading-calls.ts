import type { AccountStatus, UserRole } from "@connect-sdk/api";
import type { User } from "@connect-sdk/users";
import { expectEqual } from "../../matrix/expect-equal.ts";
import { type Call, pick } from "../call.ts";
import type { ModelKey, ModelServer, ModelUser } from "../model-server.ts";
import { ALLOWED } from "../verdict.ts";

/** Whom to look for. */
export interface Filter {
  readonly prefix?: string | undefined;
  readonly user_role?: readonly UserRole[] | undefined;
  readonly account_status?: readonly AccountStatus[] | undefined;
}

/** `connection.me()`. */
export function me(): Call<User> {
  return {
    text: "me()",
    judge: () => ALLOWED,
    perform: (connection) => connection.me(),
    accept(_model, caller, user) {
      expectEqual(user.guid, caller.owner.guid, "me()");
    },
  };
}

/** `users.find()`: who is found, in which order, and what of them can be seen. */
export function find(filter: Filter): Call<User[]> {
  return {
    text: `find(${JSON.stringify(filter)})`,
    judge: () => ALLOWED,
    perform: ({ users }) => users.find(filter),
    accept(model, caller, found) {
      const expected = select(model, caller, filter);
      // How similar two names are is the server's secret; without a search the order is documented.
      const ordered = filter.prefix === undefined ? expected.toSorted(inOrder) : expected.toSorted(byGuid);
      const actual = filter.prefix === undefined ? found : found.toSorted(byGuid);
      expectEqual(
        actual.map(({ guid, email }) => [guid, email]),
        ordered.map((user) => [user.guid, model.emailFor(caller, user)]),
        "find()",
      );
    },
  };
}

/** `users.count()`. */
export function count(filter: Omit<Filter, "prefix">): Call<number> {
  return {
    text: `count(${JSON.stringify(filter)})`,
    judge: () => ALLOWED,
    perform: ({ users }) => users.count(filter),
    accept(model, caller, number) {
      expectEqual(number, select(model, caller, filter).length, "count()");
    },
  };
}

/** `users.get()`, of somebody or of nobody. */
export function get(who: number): Call<User> {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const target = (model: ModelServer): ModelUser | undefined => (who === 0 ? undefined : pick(model.users, who));
  return {
    text: `get(user ${who})`,
    judge(model, caller) {
      const user = target(model);
      const known = user !== undefined && model.visibleTo(caller).includes(user);
      return known ? ALLOWED : { refusals: ["404/4"] };
    },
    perform: ({ users }, model) => users.get(target(model)?.guid ?? nobody),
    accept(model, caller, user) {
      const expected = target(model);
      expectEqual([user.guid, user.locked], [expected?.guid, expected?.locked], "get()");
      if (expected !== undefined) expectEqual(user.email, model.emailFor(caller, expected), "the address");
    },
  };
}

/** `users.lookup()` by username: exactly that one. */
export function lookup(who: number): Call<User> {
  return {
    text: `lookup(username of user ${who})`,
    judge(model, caller) {
      return model.visibleTo(caller).includes(pick(model.users, who)) ? ALLOWED : { refusals: ["NotFoundError"] };
    },
    perform: ({ users }, model) => users.lookup(pick(model.users, who).username),
    accept(model, _caller, user) {
      expectEqual(user.guid, pick(model.users, who).guid, "lookup()");
    },
  };
}

function select(model: ModelServer, caller: ModelKey, { prefix, user_role, account_status }: Filter): ModelUser[] {
  const start = prefix?.toLowerCase() ?? "";
  return model
    .visibleTo(caller)
    .filter((user) => user_role?.includes(user.user_role) ?? true)
    .filter((user) => account_status?.includes(model.statusOf(user)) ?? true)
    .filter(({ username, first_name, last_name }) =>
      [username, first_name, last_name].some((name) => name.toLowerCase().startsWith(start)),
    );
}

/** First name, last name, username, address; upper and lower case are the same. The sequences have nothing but letters and digits in names. */
function inOrder(a: ModelUser, b: ModelUser): number {
  for (const field of ["first_name", "last_name", "username", "email"] as const) {
    const [left, right] = [a[field].toLowerCase(), b[field].toLowerCase()];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function byGuid(a: { readonly guid: string }, b: { readonly guid: string }): number {
  return a.guid < b.guid ? -1 : 1;
}
