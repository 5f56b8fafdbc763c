/** Steps that create accounts: from details, or from the directory that the server takes its users from. */
import { ConflictError, isApiError } from "@connect-sdk/api";
import { forEachParallel } from "@connect-sdk/api/internal";
import {
  type CallOptions,
  type Connection,
  type CreateUser,
  InvalidArgumentError,
  type User,
} from "@connect-sdk/users";
import { isWithoutResponse } from "./apply.ts";
import { checkConnection } from "./arguments.ts";
import type { DesiredUser } from "./desired-users.ts";
import { findByUsername } from "./find-users.ts";
import { CONCURRENCY, isSameName } from "./people.ts";
import { type ExpectedAccount, PlanStep, type StepWork } from "./step.ts";
import type { RowProblem, Row } from "./desired-users.ts";

/** Returns the step that creates the account of a row. Its role and its lock are set right after. */
export function createStep(
  connection: Connection,
  desired: DesiredUser & { readonly username: string },
  {
    reason,
    phase,
    isFromDirectory,
  }: { readonly reason: string; readonly phase: number; readonly isFromDirectory: boolean },
): PlanStep {
  const { username, user_role, locked } = desired;
  const work: StepWork = async () => {
    const { user, note } = await (isFromDirectory
      ? createFromDirectory(connection, username)
      : createFromDetails(connection, desired));
    if (user_role !== undefined && user.user_role !== user_role) await user.update({ user_role });
    if (locked === true) await user.lock();
    return { guid: user.guid, ...(note !== undefined && { note }) };
  };
  return new PlanStep(
    {
      id: `create:${username}`,
      action: "create",
      target: { kind: "user", name: username },
      from: null,
      to: user_role ?? "default role",
      reason,
      changes: (["email", "first_name", "last_name", "user_role", "locked"] as const).flatMap((field) => {
        const value = desired[field];
        return value === undefined || value === false ? [] : [{ field, to: value }];
      }),
      state: "planned",
    },
    { work, phase, account: { values: expectedValues(desired, { isFromDirectory, lock: locked === true }) } },
  );
}

/** Returns what a new account is like. The directory has its own names and e-mail addresses. */
export function expectedValues(
  {
    email,
    first_name,
    last_name,
    user_role,
  }: Pick<Partial<CreateUser>, "email" | "first_name" | "last_name" | "user_role">,
  { isFromDirectory, lock }: { readonly isFromDirectory: boolean; readonly lock: boolean },
): ExpectedAccount["values"] {
  return {
    ...(!isFromDirectory && {
      ...(email !== undefined && { email }),
      ...(first_name !== undefined && { first_name }),
      ...(last_name !== undefined && { last_name }),
    }),
    ...(user_role !== undefined && user_role !== null && { user_role }),
    ...(lock && { locked: true }),
  };
}

/** Returns the number of requests of the step. */
export function requestsToCreate({ user_role, locked }: DesiredUser, isFromDirectory: boolean): number {
  const lock = locked === true ? 1 : 0;
  if (!isFromDirectory) return 1 + lock;
  return 2 + (user_role === undefined || user_role === "viewer" ? 0 : 1) + lock;
}

/** Finds rows that the directory does not know, and refuses them. Takes one request per row. */
export async function checkDirectory(
  connection: Connection,
  rows: readonly Row[],
  options: CallOptions,
): Promise<void> {
  await forEachParallel(rows, CONCURRENCY, async (row) => {
    const problem = await findProblem(connection, row.desired.username ?? "", options);
    if (problem !== undefined) row.refuse(problem.reason, problem.fix);
  });
}

async function findProblem(
  { users }: Connection,
  username: string,
  options: CallOptions,
): Promise<RowProblem | undefined> {
  const people = await users.findRemote({ prefix: username, limit: MAX_REMOTE }, options);
  if (people.some((person) => person.username === username)) return undefined;
  const similar = people.find((person) => isSameName(person.username, username));
  return {
    reason: similar === undefined ? "the directory does not know this person" : `the directory has ${similar.username}`,
    fix: "Write the username as the directory does.",
  };
}

const MAX_REMOTE = 500;

/** Creates the account of a person in the directory, with the default role. */
export async function createFromDirectory(
  { users }: Connection,
  username: string,
): Promise<{ readonly user: User; readonly note?: string }> {
  // A ticket of the planning could have expired.
  const people = await users.findRemote({ prefix: username, limit: MAX_REMOTE });
  const person = people.find((each) => each.username === username);
  if (person === undefined) {
    throw new InvalidArgumentError(`The directory does not know "${username}" any more.`, {
      argument: "username",
      fix: "Plan again.",
    });
  }
  const existing = await person.user();
  return existing === undefined ? { user: await person.create() } : { user: existing, note: "created meanwhile" };
}

async function createFromDetails(
  connection: Connection,
  {
    username,
    email,
    first_name,
    last_name,
    user_role,
    external_id,
    password,
  }: DesiredUser & { readonly username: string },
): Promise<{ readonly user: User; readonly note?: string }> {
  const values: CreateUser = {
    username,
    ...(email !== undefined && { email }),
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(user_role !== undefined && { user_role }),
    ...(external_id !== undefined && { external_id }),
    ...(password !== undefined ? { password } : ({ user_must_set_password: true } as const)),
  };
  const { user, note } = await createAccount(connection, values);
  return { user, ...(note !== undefined && { note }) };
}

/** How an account is created. */
export interface CreateAccountOptions extends CallOptions {
  /** Sends the request once more if the connection was lost and the account does not exist. Default: true. */
  readonly resend?: boolean | undefined;
  /** Accepts an account with this username and the same values. Default: true. */
  readonly acceptExisting?: boolean | undefined;
}

/**
 * Creates an account.
 *
 * - If the response is lost, looks the account up. If it does not exist, sends the request once more.
 * - If somebody else has created it meanwhile, it is unchanged when it is as wanted.
 *
 * @throws ConflictError if an account with this username and other values was created meanwhile.
 */
export async function createAccount(
  connection: Connection,
  values: CreateUser,
  { resend = true, acceptExisting = true, signal }: CreateAccountOptions = {},
): Promise<{ readonly user: User; readonly status: "done" | "unchanged"; readonly note?: string }> {
  checkConnection(connection);
  try {
    return { user: await connection.users.create(values, { signal }), status: "done" };
  } catch (error) {
    const isTaken = isApiError(error, { status: 409, code: 8 });
    if (isTaken ? !acceptExisting : !isWithoutResponse(error)) throw error;
    const found = await findCreated(connection, values, { cause: error, signal });
    if (found !== undefined) {
      const note = isTaken ? "somebody else has created it meanwhile" : "the response was lost, but the account exists";
      return { user: found, status: isTaken ? "unchanged" : "done", note };
    }
    // An error of the server itself can last. A lost connection usually does not.
    if (isApiError(error) || !resend) throw error;
    const { user, ...rest } = await createAccount(connection, values, { resend: false, signal });
    return { note: "sent again, because the connection was lost", ...rest, user };
  }
}

/** Returns the account if it exists as wanted. */
async function findCreated(
  { users }: Connection,
  values: CreateUser,
  { cause, signal }: CallOptions & { readonly cause: unknown },
): Promise<User | undefined> {
  const found = await findByUsername(users, values.username, { signal });
  if (found === undefined) return undefined;
  const differs = (["email", "first_name", "last_name", "user_role"] as const).some(
    (field) => values[field] !== undefined && values[field] !== null && values[field] !== found[field],
  );
  if (!differs) return found;
  const { method = "POST", url = "/v1/users" } = isApiError(cause) ? cause : {};
  throw new ConflictError("An account with this username and other values was created at the same time.", {
    fix: "Run it again: it checks which accounts exist first.",
    status: 409,
    method,
    url,
    cause,
  });
}
