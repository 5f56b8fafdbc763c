/** Moved content keeps its environment variables, and the old owner knows their values: which ones a person has to replace. */
import { isApiError } from "@connect-sdk/api";
import { forEachParallel, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { CONCURRENCY } from "./people.ts";
import { PlanStep } from "./step.ts";

/** How to plan the rotations. */
interface RotationOptions extends CallOptions {
  /** Whether to read the names of the variables: one request per item. */
  readonly variables: boolean;
}

/**
 * Returns one manual step per moved item that has environment variables, with their names; values cannot be read. Returns a
 * note instead if the names should not or cannot be read.
 *
 * @param steps - the steps of the plan. Those that move content count.
 */
export async function planRotations(
  connection: Connection,
  user: User,
  steps: readonly PlanStep[],
  { variables, ...options }: RotationOptions,
): Promise<{ readonly steps: readonly PlanStep[]; readonly note?: string }> {
  const moves = steps.filter(({ action, state }) => action === "move-content" && state === "planned");
  const [first, ...others] = moves;
  if (first === undefined) return { steps: [] };
  const name = printable(user.username);
  const note = `Moved content keeps its environment variables: rotate the secrets that ${name} knows.`;
  if (!variables) return { steps: [], note };
  const names = new Map<PlanStep, readonly string[]>();
  const read = async (step: PlanStep): Promise<boolean> => {
    const found = await readVariableNames(connection, step.target.guid ?? "", options);
    if (found !== undefined) names.set(step, found);
    return found !== undefined;
  };
  // A server that refuses one item refuses all of them.
  if (!(await read(first))) return { steps: [], note };
  await forEachParallel(others, CONCURRENCY, async (step) => {
    await read(step);
  });
  // Such as of an item that was deleted in between.
  const unread = moves.filter((step) => !names.has(step));
  return {
    ...(unread.length > 0 && {
      note: `The environment variables of ${unread.map(({ target }) => printable(target.name)).join(", ")} cannot be read: rotate the secrets that ${name} knows.`,
    }),
    steps: moves.flatMap((step) => {
      const found = names.get(step) ?? [];
      return found.length === 0 ? [] : [rotateStep(step, user, found)];
    }),
  };
}

function rotateStep({ target }: PlanStep, user: User, variables: readonly string[]): PlanStep {
  return new PlanStep({
    id: `rotate-variables:${target.guid ?? target.name}`,
    action: "rotate-variables",
    target,
    reason: `${user.username} may know the values of its environment variables`,
    fix: `Replace the secrets among them, where they come from and in the settings of the item: ${variables.map((name) => printable(name)).join(", ")}`,
    state: "manual",
  });
}

/** Returns the names of the environment variables of an item; `undefined` if the server does not tell them. */
async function readVariableNames(
  { api }: Connection,
  guid: string,
  { signal }: CallOptions,
): Promise<readonly string[] | undefined> {
  try {
    // Not in the document of the API. Real server: the response is an array of names.
    const { data } = await api.request("GET", `v1/content/${encodeURIComponent(guid)}/environment`, { signal });
    return Array.isArray(data) ? data.filter((name) => typeof name === "string") : undefined;
  } catch (error) {
    if (isApiError(error) && error.status < 500 && error.status !== 401 && error.status !== 429) return undefined;
    throw error;
  }
}
