import type { UserRecord } from "@connect-sdk/api";
import { createFakeConnect, type JournalEntry } from "../../src/index.ts";
import type { HandlerMap } from "../../src/operations/operation.ts";
import { type handlers } from "../../src/operations/execute.ts";

const fake = createFakeConnect({ users: 3, provider: "ldap", settings: { hideEmails: true } });

// A fake can stand in for the global fetch, and shows the records of the wire.
export const standIn: typeof fetch = fake.fetch;
export const users: readonly UserRecord[] = fake.users;
export const operationId: JournalEntry["operationId"] = "getUsers";

fake.fault({ operationId: "getUsers", status: 503 });
// @ts-expect-error There is no such operation.
fake.fault({ operationId: "getUzers", status: 503 });
// @ts-expect-error There is no such role.
fake.addUser({ user_role: "owner" });
// @ts-expect-error The state is only looked at.
fake.users[0] = fake.addUser();
// @ts-expect-error What happened stays as it is.
fake.requests[0].status = 200;
// @ts-expect-error A clock is advanced by numbers.
fake.clock.advance({ days: "1" });

declare const others: Omit<typeof handlers, "getUser">;
export const complete = { ...others, getUser: () => ({ status: 200, body: fake.addUser() }) } satisfies HandlerMap;
// @ts-expect-error getUser is missing.
export const incomplete = { ...others } satisfies HandlerMap;
// @ts-expect-error There is no such operation.
export const superfluous = { getUzer: complete.getUser } satisfies HandlerMap<"getUser">;
// @ts-expect-error Locking has no body to answer with.
export const wrongBody = { lockUser: () => ({ status: 200, body: {} }) } satisfies HandlerMap<"lockUser">;
// @ts-expect-error Creating answers 200.
export const wrongStatus = { deleteKey: () => ({ status: 201 }) } satisfies HandlerMap<"deleteKey">;
