import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { testFake } from "../support/fake-client.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";

async function send(fake: FakeConnect, path: string, init?: RequestInit): Promise<ClientResponse> {
  return readResponse(await fake.fetch(`${new URL(fake.url).origin}${path}`, init));
}

const key = (secret: string) => ({ headers: { authorization: `Key ${secret}` } });

test.each(["/", "", "/report.html"])("the page of content returns 200 at `/content/{guid}%s`", async (rest) => {
  const fake = testFake();
  const { guid } = fake.addContent({ title: "Weekly <report> & more" });
  const { status, headers, text } = await send(fake, `/content/${guid}${rest}`, key(fake.apiKey));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(text).toContain("<h1>Weekly &lt;report&gt; &amp; more</h1>");
});

test("the page is at the address that the content names, also below a path prefix", async () => {
  const fake = testFake({ url: "https://example.com/rsc" });
  const { content_url } = fake.addContent();
  expect((await fake.fetch(content_url, key(fake.apiKey))).status).toBe(200);
});

test("everyone can visit content for all, signed-in users content for them, and others need a permission", async () => {
  const fake = testFake();
  const viewer = key(fake.keyFor(fake.addUser()));
  const visit = async (access_type: "all" | "logged_in" | "acl", init?: RequestInit): Promise<unknown> => {
    const { status, refusal } = await send(fake, `/content/${fake.addContent({ access_type }).guid}/`, init);
    return status === 200 ? status : refusal;
  };
  expect([await visit("all"), await visit("all", viewer)]).toEqual([200, 200]);
  expect([await visit("logged_in"), await visit("logged_in", viewer)]).toEqual([[401, 24], 200]);
  expect([await visit("acl"), await visit("acl", viewer)]).toEqual([
    [401, 24],
    [403, 19],
  ]);
  expect(await visit("all", key("nonsense"))).toEqual([401, 30]);
});

test("there is no page of content that does not exist", async () => {
  const fake = testFake();
  const unknown = "/content/11111111-1111-4111-8111-111111111111/";
  expect((await send(fake, unknown, key(fake.apiKey))).refusal).toEqual([404, 4]);
  expect((await send(fake, "/content/nonsense/", key(fake.apiKey))).refusal).toEqual([404, 4]);
});
