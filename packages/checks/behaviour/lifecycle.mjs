// The behavior of `@connect-sdk/lifecycle` on any runtime, against a server on a port.
import { accessReview, auditEvents, planOffboard } from "@connect-sdk/lifecycle";
import { connect } from "@connect-sdk/users";
import { equal, ok, rejects } from "./check.mjs";

/** @param {import("./server.mjs").Server} server @param {string} name */
async function createLeaver({ url, apiKey }, name) {
  const connection = connect({ url, apiKey });
  const create = (/** @type {string} */ username) =>
    connection.users.create({
      username,
      email: `${username}@example.com`,
      user_role: "publisher",
      user_must_set_password: true,
    });
  return { connection, leaver: await create(`${name}-leaver`), successor: await create(`${name}-successor`) };
}

/** @type {import("./server.mjs").Suite} */
export const lifecycle = {
  "a plan of an offboarding only reads": async (server) => {
    const { connection, leaver, successor } = await createLeaver(server, "reads");
    const plan = await planOffboard(connection, { user: leaver, to: successor });
    ok(
      plan.steps.some(({ action, state }) => action === "lock" && state === "planned"),
      "it locks",
    );
    await leaver.refresh();
    equal(leaver.locked, false, "locked");
  },
  "applying it locks, and applying it again does nothing": async (server) => {
    const { connection, leaver, successor } = await createLeaver(server, "applies");
    const options = { user: leaver, to: successor };
    const { summary } = await (await planOffboard(connection, options)).apply();
    equal(summary.failed, 0, "failed steps");
    await leaver.refresh();
    equal(leaver.locked, true, "locked");
    const again = await (await planOffboard(connection, options)).apply();
    equal(again.summary.done, 0, "steps of the second run");
  },
  "the own account is refused": async (server) => {
    const { connection, successor } = await createLeaver(server, "own");
    const plan = await planOffboard(connection, { user: await connection.me(), to: successor });
    await rejects(plan.apply(), "PlanRefusedError");
  },
  "an access review is complete and has a checksum": async (server) => {
    const { connection, leaver } = await createLeaver(server, "review");
    const { rows, complete, sha256 } = await accessReview(connection);
    ok(complete, "complete");
    ok(/^[0-9a-f]{64}$/.test(sha256), "SHA-256");
    ok(
      rows.some(({ guid }) => guid === leaver.guid),
      "the new user is listed",
    );
  },
  "the audit log says who was locked": async (server) => {
    const { connection, leaver } = await createLeaver(server, "audit");
    await leaver.lock();
    for await (const { action, about } of auditEvents(connection, { user: leaver })) {
      equal(action, "update_lock_user", "the newest action");
      equal(about, leaver.username, "the person acted on");
      break;
    }
  },
};
