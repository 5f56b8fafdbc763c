import type { UserRecord } from "@connect-sdk/api";
import { createFakeConnect, type JournalEntry } from "../../src/index.ts";
import type { HandlerMap } from "../../src/operations/operation.ts";
import { type handlers } from "../../src/operations/execute.ts";

const fake = createFakeConnect({ users: 3, provider: "ldap", settings: { hideEmails: true } });

// The fake's fetch can replace the global one, and its records are those of the API.
export const standIn: typeof fetch = fake.fetch;
export const users: readonly UserRecord[] = fake.users;
export const operationId: JournalEntry["operationId"] = "getUsers";

fake.fault({ operationId: "getUsers", status: 503 });
// @ts-expect-error There is no such operation.
fake.fault({ operationId: "getUzers", status: 503 });
// @ts-expect-error There is no such role.
fake.addUser({ user_role: "owner" });
// @ts-expect-error The state is read-only.
fake.users[0] = fake.addUser();
// @ts-expect-error The journal is read-only.
fake.requests[0].status = 200;
// @ts-expect-error A clock is advanced by numbers.
fake.clock.advance({ days: "1" });

declare const others: Omit<typeof handlers, "getUser">;
export const complete = { ...others, getUser: () => ({ status: 200, body: fake.addUser() }) } satisfies HandlerMap;
// @ts-expect-error getUser is missing.
export const incomplete = { ...others } satisfies HandlerMap;
// @ts-expect-error There is no such operation.
export const superfluous = { getUzer: complete.getUser } satisfies HandlerMap<"getUser">;
// @ts-expect-error Locking returns no body.
export const wrongBody = { lockUser: () => ({ status: 200, body: {} }) } satisfies HandlerMap<"lockUser">;
// @ts-expect-error Deleting returns 204.
export const wrongStatus = { deleteKey: () => ({ status: 201 }) } satisfies HandlerMap<"deleteKey">;
