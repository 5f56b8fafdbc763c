import type { Plan, PlanResult } from "@connect-sdk/lifecycle";
import type { Connection } from "@connect-sdk/users";
import { expectEqual } from "../expect-equal.ts";
import type { Call, Verdict } from "./call.ts";
import type { ModelServer, ModelUser } from "./model-server.ts";

/** A plan as a call: made, applied, and made again. */
export interface PlanRules {
  readonly name: string;
  /** The arguments, in a counter-example. */
  readonly description: string;
  /** The people that the plan names. They must be visible to the caller. */
  people?(model: ModelServer): readonly ModelUser[];
  /** Whether a guard refuses the plan of an administrator. */
  isRefused(model: ModelServer, me: ModelUser): boolean;
  plan(connection: Connection, model: ModelServer): Promise<Plan>;
  /** Changes the model as the plan changes the server. Returns the number of steps that the server refuses. Default: 0. */
  change(model: ModelServer, me: ModelUser): number | undefined;
}

/** Turns the rules of a plan into a call. Only administrators can apply plans. */
export function planCall(rules: PlanRules): Call<PlanResult> {
  const { name, description } = rules;
  return {
    description: `${name}(${description})`,
    // An administrator's key with a lower role cannot be told from a full one, so that single steps fail.
    isPossible: (model, caller) => caller.owner.user_role !== "administrator" || model.allows(caller, "administrator"),
    judge(model, caller): Verdict {
      if (!model.allows(caller, "administrator")) {
        const isVisible = (rules.people?.(model) ?? []).every((user) => model.visibleTo(caller).includes(user));
        return { refusals: isVisible ? ["PlanRefusedError"] : ["PlanRefusedError", "NotFoundError"] };
      }
      return { refusals: rules.isRefused(model, caller.owner) ? ["PlanRefusedError"] : [] };
    },
    async perform(connection, model) {
      const made = await rules.plan(connection, model);
      // In order, because a license may end in the middle.
      const result = await made.apply({ concurrency: 1 });
      if (result.complete) {
        const again = await rules.plan(connection, model);
        expectEqual(again.summary.planned, 0, "the number of steps of the same plan after it was applied");
      }
      return result;
    },
    nameOf: ({ summary }) => (summary.done > 0 ? `${name} done` : `${name} unchanged`),
    accept(model, caller, { summary }) {
      expectEqual(summary.failed, rules.change(model, caller.owner) ?? 0, "the number of failed steps");
    },
  };
}
