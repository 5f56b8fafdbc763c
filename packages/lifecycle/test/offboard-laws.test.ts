import { planOffboard, planTransfer } from "@connect-sdk/lifecycle";
import { MAP, scenario, setUp, withZoe } from "./a-leaver.ts";
import { describeLaws } from "./laws.ts";

// Many steps, each of which the laws interrupt. `offboard.test.ts` has the laws of a plan without options.
describeLaws("offboard with everything", scenario({ permissions: true, sessions: true }));
describeLaws("offboard, lock last", scenario({ lock: "last" }));
describeLaws("offboard with a map", {
  setUp: withZoe,
  plan: (connection) => planOffboard(connection, { user: "jdoe", to: "ann", map: MAP, permissions: true }),
});
describeLaws("transfer", {
  setUp,
  plan: (connection) => planTransfer(connection, { user: "jdoe", to: "ann", keepAccess: "collaborator" }),
});
