import { UnstableListError } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { serveList, type ServedPage } from "./support/serve-list.ts";
import { toArray } from "./support/to-array.ts";

type Change = (guids: string[]) => void;

/**
 * Serves a list of users that changes: before the first request, the second one … Each change may move users, and is made
 * once. One pass over 600 users takes two requests.
 */
function serveChanging(changes: Record<number, Change>, length = 600) {
  const guids = Array.from({ length }, () => crypto.randomUUID());
  let count = 0;
  const { users, requests } = serveList(guids, () => changes[++count]?.(guids));
  return { users, requests, everybody: guids.toSorted(), passes: () => requests.filter(isFirst).length };
}

/** Returns changes of ten passes over 600 users: before the second request of each, and before the next pass. */
function inEachPass(change: Change, changeBack: Change): Record<number, Change> {
  const changes: Record<number, Change> = {};
  for (let request = 2; request <= 20; request += 2) {
    changes[request] = change;
    changes[request + 1] = changeBack;
  }
  return changes;
}

function isFirst({ number }: ServedPage): boolean {
  return number === 1;
}

function moveLastToFront(guids: string[]): void {
  guids.unshift(...guids.splice(-1));
}

function moveFirstToEnd(guids: string[]): void {
  guids.push(...guids.splice(0, 1));
}

/** Two users change places, and nobody else moves. */
function swap(guids: string[], one: number, other: number): void {
  const [first = "", second = ""] = [guids[one], guids[other]];
  guids[one] = second;
  guids[other] = first;
}

async function guidsOf(users: PromiseLike<readonly { guid: string }[]>): Promise<string[]> {
  return (await users).map(({ guid }) => guid).toSorted();
}

const byRole = { user_role: "viewer" } as const;

describe("a list that users can leave", () => {
  test("is read twice if it does not change, and yields no empty page", async () => {
    const { users, passes } = serveChanging({});
    expect((await toArray(users.find(byRole).pages())).map((page) => page.length)).toEqual([500, 100]);
    expect(passes()).toBe(2);
  });

  test("is read until nothing changes: a user that moves away from the reader twice is found", async () => {
    const { users, passes, everybody } = serveChanging({
      2: moveLastToFront,
      3: moveFirstToEnd,
      4: moveLastToFront,
    });
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
    // The third pass finds the user, and the fourth one nothing.
    expect(passes()).toBe(4);
  });

  test("is read again if a single user is found late, even if nothing else shows a change", async () => {
    const { users, everybody } = serveChanging({
      // Two users are missed, and two others take their places.
      2: (guids) => {
        swap(guids, 0, 598);
        swap(guids, 1, 599);
      },
      // One of them is missed again.
      3: (guids) => {
        swap(guids, 1, 599);
      },
      4: (guids) => {
        swap(guids, 1, 599);
      },
    });
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
  });

  test("is read ten times if it never comes to rest, and that is no failure if the last pass finds as many users", async () => {
    const { users, passes, everybody } = serveChanging(inEachPass(moveFirstToEnd, moveLastToFront));
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
    expect(passes()).toBe(10);
  });

  test.for([
    [5, 4],
    [6, 5],
  ] as const)("may lose %i users between two pages: %i requests for two passes", async ([count, expected]) => {
    const { users, requests, everybody } = serveChanging({ 2: (guids) => guids.splice(0, count) });
    // The first page had them already.
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
    expect(requests).toHaveLength(expected);
  });

  test.for([
    [5, 6],
    [6, 7],
  ] as const)(
    "may lose %i users before the third page of a loop: %i requests for two passes",
    async ([count, expected]) => {
      const { users, requests, everybody } = serveChanging({ 3: (guids) => guids.splice(0, count) }, 1_200);
      expect(await guidsOf(toArray(users.find(byRole)))).toEqual(everybody);
      expect(requests).toHaveLength(expected);
    },
  );

  test("is read again after a page was read again, which is the sign of a change", async () => {
    const { users, everybody } = serveChanging({
      2: moveLastToFront,
      3: moveFirstToEnd,
      4: (guids) => {
        guids.splice(0, 10);
        moveLastToFront(guids);
      },
    });
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
  });

  test("requests all that follows anew after users left between two pages", async () => {
    const { users, requests, everybody } = serveChanging({ 2: (guids) => guids.splice(0, 10) }, 3_000);
    expect(await guidsOf(users.find(byRole))).toEqual(everybody);
    // The first page, 6 behind it, 6 instead of them, and 7 of the second pass.
    expect(requests).toHaveLength(20);
  });

  test("is read again 6, 24 and 96 rows back if 26 users left between two pages and as many came", async () => {
    const { users, requests, everybody } = serveChanging({
      2: (guids) => {
        guids.splice(0, 26);
        guids.push(...Array.from({ length: 26 }, () => crypto.randomUUID()));
      },
    });
    const found = await guidsOf(users.find(byRole));
    expect(everybody.filter((guid) => !found.includes(guid))).toEqual([]);
    expect(requests).toHaveLength(2 + 3 + 2);
  });

  test("is read from its beginning if all users are replaced by others", async () => {
    const { users } = serveChanging({
      2: (guids) => {
        guids.splice(0, 600, ...Array.from({ length: 600 }, () => crypto.randomUUID()));
      },
    });
    expect(await users.find(byRole)).toHaveLength(500 + 600);
  });

  test("is an error if a user moves away from the reader in each of ten passes", async () => {
    const { users, passes } = serveChanging(inEachPass(moveLastToFront, moveFirstToEnd));
    await expect(users.find(byRole)).rejects.toThrow(UnstableListError);
    expect(passes()).toBe(10);
  });
});

describe("a list that never shrinks", () => {
  test("is read once if its users can be counted", async () => {
    const { users, requests } = serveChanging({ 2: (guids) => guids.push(crypto.randomUUID()) });
    expect(await users.find()).toHaveLength(601);
    expect(requests).toHaveLength(2);
  });

  test("is read again with overlapping pages if a user is missing, which misses none that stays", async () => {
    const { users, passes, everybody } = serveChanging({
      2: moveLastToFront,
      // To the beginning of the second page …
      3: (guids) => guids.splice(500, 0, ...guids.splice(0, 1)),
      // … from where it would slip into the first.
      4: moveFirstToEnd,
    });
    expect(await guidsOf(users.find())).toEqual(everybody);
    expect(passes()).toBe(2);
  });
});
