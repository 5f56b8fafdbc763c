import { connect } from "@connect-sdk/users";
import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";

/** Opens a user of a fake whose responses are held back until they are released. */
async function openHeld() {
  const fake = createFakeConnect();
  const { guid } = fake.addUser({ first_name: "Old", last_name: "Old" });
  const held: { operation: string; release: () => void }[] = [];
  let holding = false;
  const fetch = async (request: Request): Promise<Response> => {
    const response = await fake.fetch(request);
    if (holding) {
      const operation = `${request.method} ${new URL(request.url).pathname.replace(/^.*\/v1/, "").replace(guid, "{guid}")}`;
      await new Promise<void>((release) => held.push({ operation, release }));
    }
    return response;
  };
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch });
  const user = await users.get(guid);
  holding = true;
  /** Waits for a response to be held back, and returns the function that lets it through. */
  const next = async (operation: string): Promise<() => void> => {
    for (;;) {
      const index = held.findIndex((each) => each.operation === operation);
      const [found] = index < 0 ? [] : held.splice(index, 1);
      if (found !== undefined) return found.release;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { fake, user, next, sent: () => fake.requests.slice(1).map(({ operationId }) => operationId) };
}

describe("refresh()", () => {
  test("does not overwrite a change that was made after it began", async () => {
    const { fake, user, next } = await openHeld();
    const refreshed = user.refresh();
    const releaseRefresh = await next("GET /users/{guid}");
    const updated = user.update({ first_name: "New" });
    (await next("PUT /users/{guid}"))();
    await updated;
    releaseRefresh();
    await refreshed;
    expect(user.first_name).toBe("New");
    expect(user.toJSON()).toEqual(fake.users[1]);
  });

  test("does not overwrite what a later refresh() has read", async () => {
    const { fake, user, next } = await openHeld();
    const early = user.refresh();
    const releaseEarly = await next("GET /users/{guid}");
    await fake.fetch(
      new Request(`${fake.url}/__api__/v1/users/${user.guid}`, {
        method: "PUT",
        body: JSON.stringify({ last_name: "By others" }),
        headers: { authorization: `Key ${fake.apiKey}` },
      }),
    );
    const late = user.refresh();
    (await next("GET /users/{guid}"))();
    await late;
    releaseEarly();
    await early;
    expect(user.last_name).toBe("By others");
  });
});

describe("writes to one user", () => {
  test("are made in the order of the calls", async () => {
    const { fake, user, next, sent } = await openHeld();
    const first = user.update({ first_name: "First" });
    const second = user.update({ first_name: "Second" });
    const third = user.unlock();
    const releaseFirst = await next("PUT /users/{guid}");
    expect(sent()).toEqual(["updateUser"]);
    releaseFirst();
    (await next("PUT /users/{guid}"))();
    (await next("POST /users/{guid}/lock"))();
    await Promise.all([first, second, third]);
    expect([user.first_name, fake.users[1]?.first_name]).toEqual(["Second", "Second"]);
    expect(sent()).toEqual(["updateUser", "updateUser", "lockUser"]);
  });

  test("go on after one that failed", async () => {
    const { fake, user, next } = await openHeld();
    fake.fault({ operationId: "updateUser", times: 1, status: 400 });
    const first = expect(user.update({ first_name: "First" })).rejects.toMatchObject({ status: 400 });
    const second = user.update({ first_name: "Second" });
    (await next("PUT /users/{guid}"))();
    (await next("PUT /users/{guid}"))();
    await Promise.all([first, second]);
    expect(user.first_name).toBe("Second");
  });

  test("are not sent if they are canceled while they wait", async () => {
    const { user, next, sent } = await openHeld();
    const stop = new AbortController();
    const first = user.update({ first_name: "First" });
    const second = expect(user.update({ first_name: "Second" }, { signal: stop.signal })).rejects.toThrow("enough");
    const third = user.update({ first_name: "Third" });
    const release = await next("PUT /users/{guid}");
    stop.abort(new Error("enough"));
    await second;
    release();
    (await next("PUT /users/{guid}"))();
    await Promise.all([first, third]);
    expect(user.first_name).toBe("Third");
    expect(sent()).toEqual(["updateUser", "updateUser"]);
  });
});
