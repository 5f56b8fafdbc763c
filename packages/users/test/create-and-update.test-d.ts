import type { UserRole } from "@connect-sdk/api";
import { connect, type CreateUser, type UpdateUser, type User } from "@connect-sdk/users";
import { expectTypeOf } from "vitest";

const { users } = connect();
declare const user: User;

// Valid users.
const created: CreateUser[] = [
  { username: "jo" },
  { username: "jo", email: "jo@example.com", password: "correct horse" },
  { username: "jo", email: "jo@example.com", password: "correct horse", user_must_set_password: false },
  { username: "jo", email: "jo@example.com", user_must_set_password: true },
  { username: "jo", external_id: "u-4711", first_name: undefined, user_role: null },
];
for (const each of created) void users.create(each);
declare const sendLink: boolean;
void users.create({ username: "jo", user_must_set_password: sendLink });

// @ts-expect-error a user has a username
void users.create({ email: "jo@example.com" });
// @ts-expect-error undefined is not a username
void users.create({ username: undefined });
// @ts-expect-error either you choose the password or the user does
void users.create({ username: "jo", password: "correct horse", user_must_set_password: true });
// @ts-expect-error the two might come together
void users.create({ username: "jo", password: "correct horse", user_must_set_password: sendLink });
// @ts-expect-error a role that does not exist
void users.create({ username: "jo", user_role: "admin" });
// @ts-expect-error several roles: only a filter accepts them
void users.create({ username: "jo", user_role: "viewer|publisher" });
// @ts-expect-error a field that cannot be set
void users.create({ username: "jo", locked: true });
// @ts-expect-error camelCase: fields are spelled as on the wire
void users.create({ username: "jo", firstName: "Jo" });

// Valid changes.
expectTypeOf<UpdateUser>().toEqualTypeOf<{
  email?: string | undefined;
  username?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  user_role?: UserRole | undefined;
}>();
void user.update({ email: undefined, user_role: "publisher" });
// @ts-expect-error locking has a method of its own
void user.update({ locked: true });
// @ts-expect-error null is not a role here: there is no default to return to
void user.update({ user_role: null });
// @ts-expect-error a misspelled role
void user.update({ user_role: "publsher" });
// @ts-expect-error passwords cannot be changed
void user.update({ password: "correct horse" });
// @ts-expect-error the changes are missing
void user.update();
