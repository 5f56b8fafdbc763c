import { planMerge } from "@connect-sdk/lifecycle";
import { PAIRS, scenario, setUp } from "./accounts-of-one-person.ts";
import { describeLaws } from "./laws.ts";

// Many steps, each of which the laws interrupt. `merge.test.ts` has the laws of one pair.
describeLaws("merge, lock first", scenario({ lock: "first" }));
describeLaws("merge of two pairs", { setUp, plan: (connection) => planMerge(connection, { pairs: PAIRS }) });
