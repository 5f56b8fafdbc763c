import { expect, test } from "vitest";
import { listAudit } from "../../src/inspector/organization.ts";
import { FaultList } from "../../src/faults.ts";
import { Journal } from "../../src/journal.ts";
import { resolveOptions } from "../../src/options.ts";
import { FakeClock } from "../../src/state/clock.ts";
import { FakeState } from "../../src/state/fake-state.ts";
import { seedState } from "../../src/state/seed.ts";
import { controlOf } from "../support/control-client.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("the audit log is listed, and an entry is a change", async () => {
  const fake = testFake();
  const call = await controlOf(fake);
  const { body: before } = await call("GET /changes");
  await clientOf(fake).post("/v1/groups", { name: "analysts" });
  const { status, body } = await call("GET /audit/entries");
  const { body: changes } = await call("GET /changes");
  expect(status).toBe(200);
  expect(body).toMatchObject({ total: 1, results: [{ user_guid: fake.users[0]?.guid, action: "add_group" }] });
  expect(before).toMatchObject({ overview: { audit: 0 } });
  expect(changes).toMatchObject({ overview: { audit: 1 } });
});

/** An inspection of two users, the administrator and one other, whose audit log is empty. */
function inspectionOfTwoUsers() {
  const clock = new FakeClock(new Date("2026-02-02T09:00:00Z"));
  const state = new FakeState(resolveOptions({ users: 2 }), clock);
  seedState(state);
  const [admin, other] = Array.from(state.users.all(), ({ record }) => record);
  if (admin === undefined || other === undefined) throw new Error("There are no users.");
  const parts = { journal: new Journal(1), faults: new FaultList(1), closing: new AbortController().signal };
  return { admin, other, audit: state.audit, inspection: { ...parts, state: () => state } };
}

test("the audit log is searched, limited to a user and paged, newest entries first", () => {
  const { admin, other, audit, inspection } = inspectionOfTwoUsers();
  const by = ({ guid, username }: typeof admin) => ({ user_id: "1", user_guid: guid, user_description: username });
  const entry = (id: string, actor: typeof admin, action: string, event_description: string) => {
    return { id, time: "2026-02-02T09:00:00Z", ...by(actor), action, event_description };
  };
  audit.load([
    entry("1", admin, "add_group", "Added group analysts"),
    entry("2", admin, "edit_user", `Locked user Jo (${other.username})`),
    entry("3", other, "add_api_key", "Added API key ci"),
  ]);
  const ids = (query: string) => listAudit(inspection, query).results.map(({ id }) => id);
  expect(ids("")).toEqual(["3", "2", "1"]);
  expect(ids("search=ADDED%20key")).toEqual(["3"]);
  expect(ids(`user=${other.guid}`)).toEqual(["3", "2"]);
  expect(ids(`user=${admin.guid}&search=group`)).toEqual(["1"]);
  expect(ids("user=nobody")).toEqual([]);
  expect(listAudit(inspection, "page=2&page_size=2")).toMatchObject({ total: 3, page: 2, results: [{ id: "1" }] });
});
