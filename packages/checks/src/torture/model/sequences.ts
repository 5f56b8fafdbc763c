import { ACCOUNT_STATUSES, USER_ROLES } from "@connect-sdk/api";
import type { CreateUser } from "@connect-sdk/users";
import fc from "fast-check";
import { AdvanceClock, type Call, CallCommand, type Real } from "./call.ts";
import type { ModelServer } from "./model-server.ts";
import { importRows, lockMany, sync, undo } from "./account-plan-calls.ts";
import { merge, offboard, setRoles, transfer } from "./hand-over-calls.ts";
import {
  addToGroup,
  createContent,
  createGroup,
  createKey,
  deleteKey,
  findContent,
  findGroups,
  grantAccess,
  removeFromGroup,
} from "./owned-object-calls.ts";
import { count, create, find, get, lock, lookup, me, unlock, update } from "./user-calls.ts";

type Command = fc.AsyncCommand<ModelServer, Real>;

const number = fc.nat({ max: 7 });

const few = fc.nat({ max: 1 });

// Keys of administrators are more frequent, because a sequence of refusals tests little.
const caller = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 3) }, { weight: 4, arbitrary: fc.nat({ max: 9 }) });
const role = fc.constantFrom(...USER_ROLES);
const roles = fc.option(fc.uniqueArray(role, { minLength: 1 }), { nil: undefined });
const statuses = fc.option(fc.uniqueArray(fc.constantFrom(...ACCOUNT_STATUSES), { minLength: 1 }), { nil: undefined });

// A caller that locks its own account can do nothing afterwards, so it is rare.
const force = fc.constantFrom(true, false, false, false);

// A few names, so that conflicts and common prefixes occur.
const username = fc.constantFrom("ada", "ada", "Ada", "adam", "bob", "users");
const name = fc.constantFrom("", "Ada", "ada", "Bo", "bob", "Zoe");
const email = fc.constantFrom("ada@example.com", "bob@example.com");

const newUser: fc.Arbitrary<CreateUser> = fc
  .record({ username, email, first_name: name, last_name: name }, { requiredKeys: ["username", "email"] })
  .chain((details) =>
    fc.record({
      details: fc.constant(details),
      user_role: fc.option(role, { nil: undefined }),
      choice: fc.constantFrom<"password" | "weak" | "own" | "neither">(
        "password",
        "password",
        "own",
        "weak",
        "neither",
      ),
    }),
  )
  .map(({ details, user_role, choice }) => {
    if (choice === "own") return { ...details, user_role, user_must_set_password: true };
    if (choice === "neither") return { ...details, user_role };
    return { ...details, user_role, password: choice === "weak" ? "short" : "correct horse" };
  });

const changes = fc
  .record(
    { username, email: fc.constantFrom("new@example.com", ""), first_name: name, last_name: name, user_role: role },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0);

const contentName = fc.option(fc.constantFrom("app", "report"), { nil: undefined });
const access = fc.constantFrom("viewer", "collaborator" as const);
const optionalAccess = fc.option(access, { nil: undefined });
const lockOrder = fc.constantFrom("first", "last", "never" as const);
// Another one each time: the order in which a server lists content is not documented, and decides who gets the same new name.
const renameClashes = fc.option(
  fc.nat({ max: 1_000_000_000 }).map((suffix) => `-${suffix}`),
  { nil: undefined },
);

const offboarding = fc
  .record({
    lock: lockOrder,
    keepGroups: fc.boolean(),
    permissions: fc.boolean(),
    keepAccess: optionalAccess,
    renameClashes,
  })
  .map((options) => (options.permissions ? { ...options, keepAccess: undefined } : options));

const merging = fc.record({
  role: fc.constantFrom("highest", "keep", "publisher" as const),
  allowAdministrator: fc.boolean(),
  lock: lockOrder,
  renameClashes,
});

const roleRules = fc.record({
  map: fc.dictionary(fc.constantFrom("analysts", "staff"), role, { minKeys: 1, noNullPrototype: true }),
  otherwise: fc.constantFrom("leave", "viewer", "publisher" as const),
  allowAdministrator: fc.boolean(),
});

const fileName = fc.constantFrom("ada", "Ada", "adam", "bob", "cleo", "pia", "vic", "root2");
const optionalRole = fc.option(role, { nil: undefined });
const byName = { selector: (row: { username: string }) => row.username, maxLength: 4 };

const fileRows = fc.uniqueArray(
  fc.record({
    username: fc.oneof({ weight: 9, arbitrary: fileName }, { weight: 1, arbitrary: fc.constant("users") }),
    user_role: optionalRole,
    first_name: fc.constantFrom(undefined, "Ada", "Zoe"),
  }),
  byName,
);

const completeRows = fc.uniqueArray(
  fc.oneof(
    fc.record({ username: fileName, user_role: optionalRole }),
    fc.record({ username: fileName, locked: fc.boolean() }),
  ),
  byName,
);

const plans: readonly fc.Arbitrary<Command>[] = [
  by(fc.tuple(number, fc.option(number, { nil: undefined }), offboarding).map((given) => offboard(...given))),
  by(
    fc
      .tuple(number, number, fc.record({ keepAccess: optionalAccess, renameClashes }))
      .map((given) => transfer(...given)),
  ),
  by(fc.tuple(number, number, merging).map((given) => merge(...given))),
  by(roleRules.map(setRoles)),
  by(fc.tuple(fc.array(number, { minLength: 1, maxLength: 3 }), fc.boolean()).map((given) => lockMany(...given))),
  by(fileRows.map(importRows)),
  by(
    fc
      .tuple(
        completeRows,
        fc.record({
          missing: fc.constantFrom("report", "lock" as const),
          allowAdministrator: fc.boolean(),
          includeAdministrators: fc.boolean(),
        }),
      )
      .map((given) => sync(...given)),
  ),
  by(fc.constant(undo())),
];

/** Returns sequences of calls by several callers, between which days pass. */
export function sequences(maxCommands: number): fc.Arbitrary<Iterable<Command>> {
  const commands: fc.Arbitrary<Command>[] = [
    by(fc.constant(me())),
    by(
      fc.record({ prefix: fc.option(name, { nil: undefined }), user_role: roles, account_status: statuses }).map(find),
    ),
    by(fc.record({ user_role: roles, account_status: statuses }).map(count)),
    by(number.map(get)),
    by(number.map(lookup)),
    by(newUser.map(create)),
    by(newUser.map(create)),
    by(fc.tuple(number, changes).map(([who, what]) => update(who, what))),
    by(fc.tuple(number, changes).map(([who, what]) => update(who, what))),
    by(fc.tuple(number, force).map(([who, force]) => lock(who, force))),
    by(number.map(unlock)),
    by(number.map(unlock)),
    by(
      fc
        .tuple(number, fc.constantFrom("portal", "nightly", "report", " "), fc.option(role, { nil: undefined }))
        .map(([who, title, keyRole]) => createKey(who, title, keyRole)),
    ),
    by(number.map(deleteKey)),
    by(number.map(deleteKey)),
    by(fc.constantFrom("analysts", "staff").map(createGroup)),
    by(fc.tuple(number, few).map(([who, which]) => addToGroup(who, which))),
    by(fc.tuple(number, few).map(([who, which]) => removeFromGroup(who, which))),
    by(number.map(findGroups)),
    by(contentName.map(createContent)),
    by(fc.tuple(number, number, access).map((given) => grantAccess(...given))),
    by(number.map(findContent)),
    ...plans,
    // Never exactly a year, because whether the last day counts is not documented.
    fc.constantFrom(200, 366).map((days) => new AdvanceClock(days)),
  ];
  return fc.commands(commands, { maxCommands, size: "max" });
}

/** Returns calls by any caller. */
function by<Result>(calls: fc.Arbitrary<Call<Result>>): fc.Arbitrary<Command> {
  return fc.tuple(caller, calls).map(([who, call]) => new CallCommand(who, call));
}
