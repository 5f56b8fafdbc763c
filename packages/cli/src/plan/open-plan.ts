import type { Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";

/** What a plan is made and carried out with. */
export interface PlanSession {
  readonly users: Users;
  /** The guid behind the key. */
  readonly ownGuid: string;
}

/**
 * Connects as somebody who may change other users.
 *
 * @throws CliError of kind `permission` when the key is not an administrator's: every single row would fail.
 */
export async function openPlan({ connect, signal }: Pick<Context, "connect" | "signal">): Promise<PlanSession> {
  const connection = await connect();
  const me = await connection.me({ signal });
  if (me.user_role !== "administrator") {
    throw new CliError(
      "permission",
      `${me.username} is a ${me.user_role} and may not change other users.`,
      "Use the key of an administrator.",
    );
  }
  return { users: connection.users, ownGuid: me.guid };
}
