import { Plan, planMerge, planOffboard, type PlanResult } from "@connect-sdk/lifecycle";
import { expectEqual, WrongResult } from "../expect-equal.ts";
import type { NamedOperations } from "./operation.ts";
import type { World } from "./world.ts";

const FEW = 12;

/** Plans: reading for one, and steps of one. A failed step throws its error here, so that it can be compared. */
export const planOperations: NamedOperations = {
  planMerge: {
    class: "read",
    target: "listContentPermissions",
    users: FEW,
    async prepare({ fake, connection }) {
      const [from, into] = [fake.addUser({ user_role: "publisher" }), fake.addUser({ user_role: "publisher" })];
      const { guid } = fake.addContent();
      fake.addPermission({ content_guid: guid, principal_guid: from.guid, principal_type: "user", role: "viewer" });
      await connection.me();
      return {
        run: () => planMerge(connection, { from: from.guid, into: into.guid }),
        check(plan) {
          const ids = stepsOf(plan).map(({ action }) => action);
          expectEqual(ids, ["add-permission", "remove-permission", "lock", "usermanager-transfer"], "the steps");
        },
        effects: () => 0,
      };
    },
  },
  "offboard: lock": {
    class: "lock",
    target: "lockUser",
    users: FEW,
    async prepare({ fake, connection }) {
      const { guid } = fake.addUser();
      const plan = await planOffboard(connection, { user: guid });
      const isLocked = (): boolean => fake.users.find((each) => each.guid === guid)?.locked === true;
      return {
        run: () => applyOrThrow(plan),
        check() {
          expectEqual(isLocked(), true, "`locked`");
        },
        effects: () => (isLocked() ? 1 : 0),
      };
    },
  },
  "offboard: leave": {
    class: "member",
    target: "removeGroupMember",
    users: FEW,
    async prepare({ fake, connection }) {
      const { guid } = fake.addUser();
      const group = fake.addGroup({ members: [guid] });
      const plan = await planOffboard(connection, { user: guid, lock: "never" });
      return {
        run: () => applyOrThrow(plan),
        check() {
          expectEqual(membersOf(fake, group.guid), [], "the members");
        },
        effects: () => 1 - membersOf(fake, group.guid).length,
      };
    },
  },
};

async function applyOrThrow(plan: Plan): Promise<PlanResult> {
  const result = await plan.apply();
  const failed = result.outcomes.find(({ status }) => status === "failed");
  if (failed?.error instanceof Error) throw failed.error;
  if (!result.complete) throw new WrongResult(`The plan is not complete: ${result.left.join("; ")}`);
  return result;
}

function stepsOf(plan: unknown): Plan["steps"] {
  if (plan instanceof Plan) return plan.steps;
  throw new WrongResult("Expected a plan.");
}

function membersOf(fake: World["fake"], guid: string): readonly string[] {
  return fake.snapshot().groups.find((group) => group.guid === guid)?.members ?? [];
}
