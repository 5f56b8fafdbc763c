import { ACCOUNT_STATUSES, USER_ROLES } from "@connect-sdk/api";
import type { CreateUser } from "@connect-sdk/users";
import fc from "fast-check";
import { AdvanceClock, type Call, CallCommand, type Real } from "./call.ts";
import type { ModelServer } from "./model-server.ts";
import {
  addToGroup,
  createContent,
  createGroup,
  createKey,
  deleteKey,
  findContent,
  findGroups,
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
    by(fc.constant(createContent())),
    by(number.map(findContent)),
    // Never exactly a year, because whether the last day counts is not documented.
    fc.constantFrom(200, 366).map((days) => new AdvanceClock(days)),
  ];
  return fc.commands(commands, { maxCommands, size: "max" });
}

/** Returns calls by any caller. */
function by<Result>(calls: fc.Arbitrary<Call<Result>>): fc.Arbitrary<Command> {
  return fc.tuple(caller, calls).map(([who, call]) => new CallCommand(who, call));
}
