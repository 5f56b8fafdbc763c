import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { planMerge, planOffboard, planTransfer } from "@connect-sdk/lifecycle";
import { start, writesOf } from "./laws.ts";

/** jdoe and ann both own an item named app. */
function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  for (const owner of [jdoe, ann]) fake.addContent({ name: "app", owner_guid: owner.guid });
}

/** Lists all content as `owner: name`. */
function ownersOf(fake: FakeConnect): string[] {
  const names = new Map(fake.users.map(({ guid, username }) => [guid, username]));
  return fake.content.map(({ name, owner_guid }) => `${names.get(owner_guid)}: ${name}`);
}

const patches = (fake: FakeConnect): number => writesOf(fake).filter((write) => write.startsWith("PATCH")).length;

const refused = { status: 400, body: { code: 1, error: "The server says no.", payload: null } } as const;
const options = { user: "jdoe", to: "ann", renameClashes: "-jdoe" } as const;

describe("a new name and a new owner that the server refuses together", () => {
  async function applyWith(faults: readonly ("fails" | "works")[]) {
    const { fake, connection } = start({ setUp });
    const plan = await planTransfer(connection, options);
    fake.fault({ operationId: "updateContent", times: 1, status: 409 });
    const after = faults.indexOf("fails");
    if (after >= 0) fake.fault({ operationId: "updateContent", after, times: 1, ...refused });
    const { outcomes } = await plan.apply();
    return { fake, connection, outcome: outcomes[0] };
  }

  test("are sent one after the other", async () => {
    const { fake, outcome } = await applyWith(["works", "works"]);
    expect(outcome?.status).toBe("done");
    expect(ownersOf(fake)).toEqual(["ann: app-jdoe", "ann: app"]);
  });

  test("leave the item alone if the name is refused, which is a failure", async () => {
    const { fake, outcome } = await applyWith(["fails"]);
    expect(outcome).toMatchObject({ status: "failed", error: { status: 400 } });
    expect(patches(fake)).toBe(2);
    expect(ownersOf(fake)).toEqual(["jdoe: app", "ann: app"]);
  });

  test("are a failure if the owner is refused, and the next run moves the renamed item", async () => {
    const { fake, connection, outcome } = await applyWith(["works", "fails"]);
    expect(outcome).toMatchObject({ status: "failed", error: { status: 400 } });
    expect(ownersOf(fake)).toEqual(["jdoe: app-jdoe", "ann: app"]);
    expect(await (await planTransfer(connection, options)).apply()).toMatchObject({ complete: true });
    expect(ownersOf(fake)).toEqual(["ann: app-jdoe", "ann: app"]);
  });

  test.each([
    ["there is no new name", { status: 409 }, { user: "jdoe", to: "zoe" }],
    ["it is refused for another reason", refused, options],
  ])("are not tried one by one if %s", async (_, fault, people) => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "zoe", user_role: "publisher" });
      },
    });
    const plan = await planTransfer(connection, people);
    fake.fault({ operationId: "updateContent", times: 1, ...fault });
    expect((await plan.apply()).summary).toMatchObject({ failed: 1, done: 0 });
    expect(patches(fake)).toBe(1);
    // The server has said that nothing was changed.
    expect(fake.requests.filter(({ operationId }) => operationId === "getContent")).toEqual([]);
  });
});

describe("a move without a response", () => {
  async function applyWith(reset: true | "after", prepare?: (fake: FakeConnect) => void) {
    const { fake, connection } = start({ setUp });
    const plan = await planTransfer(connection, options);
    fake.fault({ operationId: "updateContent", times: 1, reset });
    prepare?.(fake);
    const { outcomes } = await plan.apply();
    return { fake, outcome: outcomes[0] };
  }

  test("is done if the server has made it", async () => {
    const { fake, outcome } = await applyWith("after");
    expect(outcome).toMatchObject({ status: "done", note: "the response was lost, but the owner is changed" });
    expect(ownersOf(fake)).toEqual(["ann: app-jdoe", "ann: app"]);
  });

  test("is a failure if the server has not made it", async () => {
    const { fake, outcome } = await applyWith(true);
    expect(outcome).toMatchObject({ status: "failed", error: { name: "NetworkError" } });
    expect(ownersOf(fake)).toEqual(["jdoe: app", "ann: app"]);
  });

  test("is a failure with its own error if nobody can tell", async () => {
    const { outcome } = await applyWith("after", (fake) => fake.fault({ operationId: "getContent", status: 503 }));
    expect(outcome).toMatchObject({ status: "failed", error: { name: "NetworkError" } });
  });
});

describe("before the first move", () => {
  test("the content is listed again, and once more if that fails", async () => {
    const { fake, connection } = start({ setUp });
    fake.addContent({ name: "report", owner_guid: fake.content[0]?.owner_guid ?? "" });
    const plan = await planTransfer(connection, options);
    fake.fault({ operationId: "getContents", times: 1, status: 500 });
    const { outcomes } = await plan.apply({ concurrency: 1 });
    expect(outcomes.map(({ status }) => status)).toEqual(["failed", "done"]);
  });

  test("an item that became the successor's with its name is not renamed", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planTransfer(connection, options);
    const [item] = fake.content;
    const body = { owner_guid: fake.users.find(({ username }) => username === "ann")?.guid ?? "", name: "mine" };
    await connection.api.PATCH("/v1/content/{guid}", { params: { path: { guid: item?.guid ?? "" } }, body });
    const before = patches(fake);
    expect((await plan.apply()).outcomes[0]).toMatchObject({ status: "unchanged", note: "moved meanwhile" });
    expect(patches(fake)).toBe(before);
  });
});

describe("content that is published between planning and applying", () => {
  const late = (fake: FakeConnect): void => {
    const { guid = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
    for (let number = 0; number < 8; number++) fake.addContent({ name: `late-${number}`, owner_guid: guid });
  };

  test.each([
    ["offboard", (connection) => planOffboard(connection, { ...options, lock: "last" })],
    ["merge", (connection) => planMerge(connection, { from: "jdoe", into: "ann", renameClashes: "-jdoe" })],
  ] satisfies [string, (connection: Parameters<typeof planMerge>[0]) => ReturnType<typeof planMerge>][])(
    "%s moves it before the account is locked",
    async (_, create) => {
      const { fake, connection } = start({ setUp });
      const plan = await create(connection);
      late(fake);
      const { outcomes, complete, left } = await plan.apply({ concurrency: 2 });
      expect({ complete, left }).toEqual({ complete: true, left: [] });
      expect(new Set(outcomes.map(({ step }) => step.id)).size).toBe(outcomes.length);
      expect(ownersOf(fake).filter((each) => each.startsWith("jdoe"))).toEqual([]);
      expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(true);
      expect(writesOf(fake).at(-1)).toMatch(/lock$/);
    },
  );
});
