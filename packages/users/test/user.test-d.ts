import type { ApiKeyRecord, ContentRecord, GroupRecord, UserRecord, UserRole } from "@connect-sdk/api";
import { connect, type Connection, type GroupIndex, type RemoteUser, type User, Users } from "@connect-sdk/users";
import { expectTypeOf } from "vitest";

const connection = connect();
const { users } = connection;
expectTypeOf(connection).toEqualTypeOf<Connection>();
expectTypeOf(new Users(connection.api)).toEqualTypeOf<Users>();

// Results.
expectTypeOf(await users.find()).toEqualTypeOf<User[]>();
expectTypeOf(await users.findOne()).toEqualTypeOf<User | undefined>();
expectTypeOf(await users.get("g")).toEqualTypeOf<User>();
expectTypeOf(await users.lookup("jdoe")).toEqualTypeOf<User>();
expectTypeOf(await users.count()).toEqualTypeOf<number>();
expectTypeOf(await users.create({ username: "jo" })).toEqualTypeOf<User>();
expectTypeOf(await users.findRemote({ prefix: "jo" })).toEqualTypeOf<RemoteUser[]>();
expectTypeOf(await users.groupIndex()).toEqualTypeOf<GroupIndex>();
expectTypeOf(await connection.me()).toEqualTypeOf<User>();
for await (const user of users.find()) expectTypeOf(user).toEqualTypeOf<User>();
for await (const page of users.find().pages()) expectTypeOf(page).toEqualTypeOf<User[]>();
expectTypeOf(users.find().then((all) => all.length)).toEqualTypeOf<Promise<number>>();
expectTypeOf(users.find().catch(() => 0)).toEqualTypeOf<Promise<User[] | number>>();

// At run time, surplus arguments are ignored, as JavaScript does.
// @ts-expect-error options are the last argument
void users.get("g", {}, { signal: undefined });
// @ts-expect-error conditions and options are all that a search has
void users.find({}, {}, { limit: 1 });
// @ts-expect-error the path is the first of two arguments
void connection.api.GET("/v1/user", {}, { timeout: 1 });

// @ts-expect-error there may be no match
expectTypeOf<User>(await users.findOne({ prefix: "jo" }));
// @ts-expect-error the list has to be awaited or iterated over before it has users
expectTypeOf(users.find()).toHaveProperty(0);

// A user is the record of the wire, with methods.
declare const user: User;
expectTypeOf<User>().toExtend<UserRecord>();
expectTypeOf<Pick<User, keyof UserRecord>>().toEqualTypeOf<Readonly<UserRecord>>();
expectTypeOf(user.user_role).toEqualTypeOf<UserRole>();
expectTypeOf(user.active_time).toEqualTypeOf<string | null>();
expectTypeOf(user.external_id).toEqualTypeOf<string | undefined>();
expectTypeOf(user.toJSON()).toEqualTypeOf<UserRecord>();
expectTypeOf(await user.lock()).toBeVoid();
expectTypeOf(await user.lock({ force: true })).toBeVoid();
expectTypeOf(await user.unlock()).toBeVoid();
expectTypeOf(await user.update({ email: "jo@example.com" })).toBeVoid();
expectTypeOf(await user.refresh()).toBeVoid();
expectTypeOf(await user.content.find({ include: ["owner", "tags"] })).toEqualTypeOf<ContentRecord[]>();
expectTypeOf(await user.content.findOne()).toEqualTypeOf<ContentRecord | undefined>();
expectTypeOf(await user.content.get("g", { include: ["owner"] })).toEqualTypeOf<ContentRecord>();
expectTypeOf(await user.content.count()).toEqualTypeOf<number>();
expectTypeOf(await user.groups.find()).toEqualTypeOf<GroupRecord[]>();
expectTypeOf(await user.groups.add("analysts")).toBeVoid();
expectTypeOf(await user.groups.remove({ guid: "g" })).toBeVoid();
expectTypeOf(await user.keys.find()).toEqualTypeOf<ApiKeyRecord[]>();
expectTypeOf(await user.keys.create({ name: "nightly" })).toEqualTypeOf<ApiKeyRecord>();
expectTypeOf(await user.keys.delete("1")).toBeVoid();

// @ts-expect-error a user changes through its methods only
user.locked = true;
// @ts-expect-error camelCase: fields are spelled as on the wire
expectTypeOf(user).toHaveProperty("firstName");
// @ts-expect-error force is an option
void user.lock(true);
// @ts-expect-error unlocking requires no force
void user.unlock({ force: true });
// @ts-expect-error a misspelled option
void user.lock({ froce: true });
// @ts-expect-error a detail that content cannot include
void user.content.find({ include: ["owners"] });
// @ts-expect-error the owner is the user
void user.content.find({ owner_guid: "g" });
// @ts-expect-error a group is an object with a guid, a guid or a name
void user.groups.add({ name: "analysts" });
// @ts-expect-error a key has a name
void user.keys.create({ user_role: "viewer" });

// A person in the directory may not be a user yet.
declare const person: RemoteUser;
expectTypeOf(person.guid).toEqualTypeOf<string | null>();
expectTypeOf(await person.create()).toEqualTypeOf<User>();
expectTypeOf(await person.user()).toEqualTypeOf<User | undefined>();
// @ts-expect-error a search of a directory requires a prefix
void users.findRemote({ limit: 5 });
