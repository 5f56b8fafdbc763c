import { expect, test } from "vitest";
import { testFake } from "../support/fake-client.ts";

/** Lists and single records come from different places of the fake. */
test.each(["/v1/users?page_size=500", "/v1/users?prefix=nobody", "/v1/user", "/v1/groups"])(
  "the body of %s is read as the body of a real response is",
  async (path) => {
    const fake = testFake({ users: 700, apiKey: "a-fixed-key" });
    const get = async (): Promise<Response> =>
      fake.fetch(`${fake.url}/__api__${path}`, { headers: { authorization: "Key a-fixed-key" } });
    const expected = await (await get()).text();
    expect(expected).toMatch(/^\{.*\}$/su);

    const response = await get();
    const copy = response.clone();
    expect([await response.text(), await copy.text()]).toEqual([expected, expected]);
    await expect(response.text()).rejects.toThrow(TypeError);

    const reader = (await get()).body?.getReader({ mode: "byob" });
    const start = await reader?.read(new Uint8Array(10));
    expect(new TextDecoder().decode(start?.value)).toBe(expected.slice(0, 10));
    await reader?.cancel();

    // What was given away is not missing in the next response.
    expect(await (await get()).text()).toBe(expected);
  },
);
