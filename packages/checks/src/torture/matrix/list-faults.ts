import { listsOnly, logOnly, type NamedFaults } from "./expectation.ts";
import { interceptTarget, withQuery } from "./operation.ts";
import type { World } from "./world.ts";

/** Each response is correct, but the pages do not add up to the list. */
export const listFaults: NamedFaults = {
  "a page twice": {
    arm: (world, target) => {
      let repeated = false;
      interceptTarget(world, target, (request, send) => {
        if (repeated || pageOf(request) < 2) return send(request);
        repeated = true;
        return send(withQuery(request, { page_number: String(pageOf(request) - 1) }));
      });
    },
    expected: listsOnly("right"),
  },
  "the first page again and again": {
    arm: (world, target) => {
      interceptTarget(world, target, (request, send) => send(withQuery(request, { page_number: "1" })));
    },
    // The other pages are unavailable, which must not look like a shorter list.
    expected: listsOnly("UnstableListError"),
  },
  "pages that shift towards the end": {
    arm: (world, target) => {
      interceptTarget(world, target, async (request, send, turn) => {
        const response = await send(request);
        if (turn < 5) world.fake.addUser({ first_name: "", last_name: `!${turn}`, user_role: "viewer" });
        return response;
      });
    },
    expected: listsOnly("right"),
  },
  "pages that shift towards the beginning": {
    arm: (world, target) => {
      const leavers = Array.from({ length: 5 }, () => world.fake.addUser({ first_name: "", user_role: "viewer" }));
      interceptTarget(world, target, async (request, send, turn) => {
        const response = await send(request);
        const leaver = leavers[turn];
        if (leaver !== undefined) await promote(world, leaver.guid);
        return response;
      });
    },
    expected: listsOnly("right"),
  },
};

/** Each response is correct, but the cursors do not lead to the end of the log. */
export const cursorFaults: NamedFaults = {
  "the first part again and again": {
    arm: (world, target) => {
      interceptTarget(world, target, (request, send) => send(fromStart(request)));
    },
    // The rest is unavailable, which must not look like a shorter log.
    expected: logOnly("ConnectError"),
  },
  "cursors in a circle": {
    arm: (world, target) => {
      interceptTarget(world, target, (request, send, turn) => send(turn % 2 === 0 ? fromStart(request) : request));
    },
    expected: logOnly("ConnectError"),
  },
  "entries that are added": {
    arm: (world, target) => {
      interceptTarget(world, target, async (request, send) => {
        const response = await send(request);
        for (let turn = 0; turn < 3; turn++) world.fake.signIn(world.fake.users[0]?.guid ?? "");
        return response;
      });
    },
    expected: logOnly("right"),
  },
};

function fromStart(request: Request): Request {
  const url = new URL(request.url);
  url.searchParams.delete("next");
  return new Request(url, request);
}

function pageOf(request: Request): number {
  return Number(new URL(request.url).searchParams.get("page_number") ?? 1);
}

/** Removes a user from the list of viewers and moves it within the list of all users. */
async function promote({ fake }: World, guid: string): Promise<void> {
  const response = await fake.fetch(`${fake.url}/__api__/v1/users/${guid}`, {
    method: "PUT",
    headers: { authorization: `Key ${fake.apiKey}` },
    body: JSON.stringify({ user_role: "publisher", first_name: "Zzz" }),
  });
  if (!response.ok) throw new Error(`The user could not be changed: ${response.status}.`);
}
