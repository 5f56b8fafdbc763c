import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

test("content that was deployed has no jobs, because nothing runs", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  expect((await client.get(`/v1/content/${guid}/jobs`)).text).toBe("[]");
  expect((await client.get(`/v1/content/${guid}/jobs/x`)).refusal).toEqual([404, 4]);
});

test("a job that a test adds is active, and has the number and guid of its content", async () => {
  const fake = testFake();
  const item = fake.addContent();
  const key = fake.addJob({ content_guid: item.guid });
  const client = clientOf(fake);
  const { body } = await client.get(`/v1/content/${item.guid}/jobs/${key}`);
  expect(body).toMatchObject({ id: "1", key, status: 0, end_time: null, exit_code: null });
  expect(body).toMatchObject({ app_id: item.id, content_id: item.id, app_guid: item.guid, content_guid: item.guid });
  expect(pluck((await client.get(`/v1/content/${item.guid}/jobs`)).list, "key")).toEqual([key]);
});

test("jobs as a server returns them are initial data, which another fake returns alike", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const times = { start_time: "2026-02-02T08:00:00Z", end_time: "2026-02-02T08:30:00Z" };
  fake.addJob({ content_guid: guid, tag: "build_report", exit_code: 1, ...times });
  fake.addJob({ content_guid: guid, key: "abc" });
  const list = async (of: typeof fake) => (await clientOf(of).get(`/v1/content/${guid}/jobs`)).list;
  const jobs = (await list(fake)) as unknown as { content_guid: string }[];
  const copy = testFake({ data: { content: fake.content, jobs } });
  expect(await list(copy)).toEqual(jobs);
  copy.restore(copy.snapshot());
  expect(await list(copy)).toEqual(jobs);
});

test("jobs are listed by their start, the newest first, and otherwise as they were added", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const starts = ["08:00:00Z", "10:00:00+01:00", "09:30:00Z", "09:00:00.5Z"];
  for (const [index, time] of starts.entries()) {
    fake.addJob({ content_guid: guid, key: String(index), start_time: `2026-02-02T${time}` });
  }
  const { list } = await clientOf(fake).get(`/v1/content/${guid}/jobs`);
  expect(pluck(list, "key")).toEqual(["2", "1", "3", "0"]);
});

test("a generated job differs from the jobs of another fake with the same seed", async () => {
  const source = testFake();
  const { guid } = source.addContent();
  for (let number = 1; number <= 3; number++) source.addJob({ content_guid: guid });
  const jobs = (await clientOf(source).get(`/v1/content/${guid}/jobs`)).list as unknown as { content_guid: string }[];
  for (const job of jobs) {
    const fake = testFake({ data: { content: source.content, jobs: [job] } });
    for (let number = 1; number <= 3; number++) fake.addJob({ content_guid: guid });
    const { list } = await clientOf(fake).get(`/v1/content/${guid}/jobs`);
    expect(new Set(pluck(list, "key")).size).toBe(4);
    expect(new Set(pluck(list, "id")).size).toBe(4);
  }
});

test("no two jobs have the same id", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  fake.addJob({ content_guid: guid, id: "2", key: "x" });
  fake.addJob({ content_guid: guid });
  fake.addJob({ content_guid: guid });
  const { list } = await clientOf(fake).get(`/v1/content/${guid}/jobs`);
  expect(new Set(pluck(list, "id")).size).toBe(3);
  const other = fake.addContent().guid;
  expect(() => fake.addJob({ content_guid: other, id: "2" })).toThrow('a job with the id "2" already exists');
  await clientOf(fake).delete(`/v1/content/${guid}`);
  expect(fake.addJob({ content_guid: other, id: "2", key: "y" })).toBe("y");
});

test("fields of a job that are undefined get their defaults, and its times Connect's format", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const key = fake.addJob({
    content_guid: guid,
    ...Object.fromEntries(["status", "pid", "start_time", "tag", "log", "failure"].map((name) => [name, undefined])),
    queued_time: "2026-02-02T09:00:00.5+01:00",
    last_heartbeat_time: "2026-02-02T09:00:00+01:00",
    end_time: "2026-02-02T10:00:00+01:00",
  });
  expect((await clientOf(fake).get(`/v1/content/${guid}/jobs/${key}`)).body).toMatchObject({
    status: 2,
    pid: "20001",
    tag: "run_app",
    start_time: "2026-02-02T09:00:00Z",
    queued_time: "2026-02-02T08:00:00Z",
    last_heartbeat_time: "2026-02-02T08:00:00Z",
    end_time: "2026-02-02T09:00:00Z",
  });
});

test("an active job can be ended, once", async () => {
  const fake = testFake();
  const { guid, id } = fake.addContent();
  const key = fake.addJob({ content_guid: guid });
  const client = clientOf(fake);
  const { status, body } = await client.delete(`/v1/content/${guid}/jobs/${key}`);
  expect([status, body]).toMatchObject([200, { app_id: Number(id), job_id: 1, job_key: key, content_guid: guid }]);
  expect((await client.get(`/v1/content/${guid}/jobs/${key}`)).body).toMatchObject({ status: 2, exit_code: 137 });
  expect((await client.delete(`/v1/content/${guid}/jobs/${key}`)).refusal).toEqual([409, 163]);
  expect((await client.delete(`/v1/content/${guid}/jobs/x`)).refusal).toEqual([404, 4]);
});

test("the log of a job can be cut to its last lines", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const log = ["a", "b", "c"].map((data) => ({ source: "stdout", timestamp: "2026-02-02T09:00:00Z", data }));
  const key = fake.addJob({ content_guid: guid, log });
  const entries = async (query: string) =>
    (await clientOf(fake).get(`/v1/content/${guid}/jobs/${key}/log${query}`)).body;
  expect(await entries("")).toEqual({ entries: log });
  expect(await entries("?maxLogLines=2")).toEqual({ entries: log.slice(1) });
  expect(await entries("?maxLogLines=9")).toEqual({ entries: log });
});

test("a job has the error that a test gives it, or none", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const failure = {
    code: "python-package-not-found",
    summary: "A package is missing.",
    help_url: "https://example.com",
  };
  const [failed, fine] = [fake.addJob({ content_guid: guid, failure }), fake.addJob({ content_guid: guid })];
  const client = clientOf(fake);
  expect((await client.get(`/v1/content/${guid}/jobs/${failed}/error`)).body).toEqual(failure);
  expect((await client.get(`/v1/content/${guid}/jobs/${fine}/error`)).status).toBe(204);
});

test("jobs are for users that may change the content, and stay when its owner changes", async () => {
  const fake = testFake();
  const [ann, viewer] = [fake.addUser({ user_role: "publisher" }), fake.addUser()];
  const { guid } = fake.addContent({ access_type: "logged_in" });
  const key = fake.addJob({ content_guid: guid });
  const path = `/v1/content/${guid}/jobs`;
  const asAnn = clientOf(fake, fake.keyFor(ann));
  expect((await asAnn.get(path)).refusal).toEqual([403, 19]);
  expect((await clientOf(fake, fake.keyFor(viewer)).get(`${path}/${key}`)).refusal).toEqual([403, 19]);
  expect((await asAnn.delete(`${path}/${key}`)).refusal).toEqual([403, 21]);
  await clientOf(fake).patch(`/v1/content/${guid}`, { owner_guid: ann.guid });
  expect((await asAnn.get(path)).list).toHaveLength(1);
  await asAnn.delete(`/v1/content/${guid}`);
  expect((await asAnn.get(path)).refusal).toEqual([404, 4]);
});

test.each([
  [{}, "content_guid is missing"],
  [{ content_guid: "11111111-1111-4111-8111-111111111111" }, "there is no content with the guid"],
  [{ tagg: "run_app" }, "tagg is unknown; did you mean tag?"],
  [{ status: 4 }, "status is 4; allowed: a whole number from 0 to 3"],
])("fake.addJob(%j) is refused", (details, message) => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const given = "status" in details || "tagg" in details ? { content_guid: guid, ...details } : details;
  expect((): unknown => Reflect.apply(fake.addJob.bind(fake), undefined, [given])).toThrow(message);
});

test("the plans of content are kept as they were given, also when the owner changes", async () => {
  const schedules = [{ type: "rruleset", timezone: "Europe/Berlin", email: true, next_run: "2026-02-03T06:00:00Z" }];
  const fake = testFake({ data: { content: [{ name: "report", schedules }] } });
  const ann = fake.addUser({ user_role: "publisher" });
  const guid = fake.content[0]?.guid ?? "";
  const client = clientOf(fake);
  await client.patch(`/v1/content/${guid}`, { owner_guid: ann.guid });
  expect((await client.get(`/v1/content/${guid}?include=schedule`)).body["schedules"]).toEqual(schedules);
  expect((await client.get(`/v1/content/${guid}`)).body).not.toHaveProperty("schedules");
});
