import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { type DesiredUser, planImport, type PlanStep, planSync } from "@connect-sdk/lifecycle";
import { start } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "jdoe", email: "jo@example.com" });
  fake.addUser({ username: "mira", email: "mira@example.com" });
}

const shown = ({ state, action, target, reason, risks = [] }: PlanStep): string =>
  `${state} ${action} ${target.name}${state === "refused" ? `: ${reason}` : ""}${risks.length > 0 ? ` (${risks.join(", ")})` : ""}`;

async function importRows(rows: readonly DesiredUser[], prepare = setUp): Promise<string[]> {
  const { connection } = start({ setUp: prepare });
  return (await planImport(connection, rows)).steps.map(shown);
}

describe("an e-mail address that an account gives up with the same plan", () => {
  const moved = { username: "jdoe", email: "joan@example.com" };

  test.each([
    ["before", [moved, { username: "jo", email: "JO@example.com" }]],
    ["after", [{ username: "jo", email: "JO@example.com" }, moved]],
  ])("is free for a new account in a row %s it", async (_, rows) => {
    expect((await importRows(rows)).toSorted()).toEqual(["planned create jo", "planned update jdoe"]);
    const { connection } = start({ setUp });
    const { summary } = await planSync(connection, rows);
    expect(summary).toMatchObject({ planned: 2, refused: 0 });
  });

  test("can be swapped for the address of another account", async () => {
    const rows = [
      { username: "jdoe", email: "mira@example.com" },
      { username: "mira", email: "jo@example.com" },
    ];
    expect(await importRows(rows)).toEqual(["planned update jdoe", "planned update mira"]);
  });

  test("is taken if another account gets it, or has it, too", async () => {
    const rows = [moved, { username: "mira", email: "jo@example.com" }, { username: "jo", email: "jo@example.com" }];
    expect(await importRows(rows)).toEqual([
      "planned update jdoe",
      "planned update mira (has the e-mail address of `jo` on line 3)",
      "refused create jo: has the e-mail address of `mira`",
    ]);
    const shared = (fake: FakeConnect): void => {
      setUp(fake);
      fake.addUser({ username: "other", email: "Jo@example.com" });
    };
    expect(await importRows([moved, { username: "jo", email: "jo@example.com" }], shared)).toEqual([
      "planned update jdoe",
      "refused create jo: has the e-mail address of `other`",
    ]);
  });

  test("leaves the username to the account", async () => {
    expect(await importRows([moved, { username: "JDOE", email: "jo@example.com" }])).toEqual([
      "planned update jdoe",
      "refused create JDOE: looks like `jdoe`",
    ]);
  });

  test("is not free for the new address of the account itself", async () => {
    const rows = [moved, { username: "jo", email: "joan@example.com" }];
    expect(await importRows(rows)).toEqual([
      "planned update jdoe (has the e-mail address of `jo` on line 2)",
      "refused create jo: has the e-mail address of `jdoe`",
    ]);
  });
});

describe("accounts that look like a new one", () => {
  test.each([
    [1, 1, ""],
    [3, 3, ""],
    [4, 3, " and others"],
  ])("are named, up to three: %i", async (count, named, end) => {
    const shared = (fake: FakeConnect): void => {
      for (let number = 1; number <= count; number++)
        fake.addUser({ username: `u${number}`, email: "all@example.com" });
    };
    const [step = ""] = await importRows([{ username: "new", email: "all@example.com" }], shared);
    const names = Array.from({ length: named }, () => "`u\\d`").join(", ");
    expect(step).toMatch(new RegExp(`^refused create new: has the e-mail address of ${names}${end}$`));
  });

  test("are found in a row that says to be on the same line", async () => {
    const rows = ["a", "b"].map((username) => ({ username, email: "new@example.com", line: 7 }));
    expect(await importRows(rows)).toEqual([
      "refused create a: has the e-mail address of `b` on line 7",
      "refused create b: has the e-mail address of `a` on line 7",
    ]);
  });

  test("are found by name and by address, and both are said", async () => {
    expect(await importRows([{ username: "JDoe", email: "mira@example.com" }])).toEqual([
      "refused create JDoe: looks like `jdoe`, and has the e-mail address of `mira`",
    ]);
  });

  test("without an address share none", async () => {
    const nobody = (fake: FakeConnect): void => void fake.addUser({ username: "nobody", email: "" });
    expect(await importRows([{ username: "a", email: "" }, { username: "b" }], nobody)).toEqual([
      "planned create a",
      "planned create b",
    ]);
  });

  test("an account that keeps its address is only marked if it shares it", async () => {
    const shared = (fake: FakeConnect): void => {
      setUp(fake);
      fake.addUser({ username: "other", email: "new@example.com" });
    };
    expect(await importRows([{ username: "jdoe", email: "new@example.com" }], shared)).toEqual([
      "planned update jdoe (has the e-mail address of `other`)",
    ]);
    expect(await importRows([{ username: "jdoe", user_role: "publisher" }], shared)).toEqual([
      "planned update jdoe (promotes from viewer to publisher)",
    ]);
  });
});
