import fc from "fast-check";
import { expect, test } from "vitest";
import type { FakeConnect, FakeConnectOptions } from "../../src/index.ts";
import { archiveOf, archiveWithSize, bundleOf } from "../support/archive.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

const MANIFEST = {
  version: 1,
  platform: "4.4.1",
  metadata: { appmode: "python-shiny", content_category: "site", has_parameters: true },
  python: { version: "3.12.4" },
  quarto: { version: "1.5.57" },
};

interface Scene {
  readonly fake: FakeConnect;
  /** The owner of the content. */
  readonly owner: Client;
  readonly content: string;
}

function scene(options: FakeConnectOptions = {}): Scene {
  const fake = testFake(options);
  const { guid } = fake.addUser({ user_role: "publisher" });
  const item = fake.addContent({ owner_guid: guid });
  return { fake, owner: clientOf(fake, fake.keyFor(guid)), content: `/v1/content/${item.guid}` };
}

async function upload({ owner, content }: Scene, archive = bundleOf(MANIFEST)): Promise<string> {
  const { status, body } = await owner.post(`${content}/bundles`, archive);
  expect(status).toBe(200);
  return String(body["id"]);
}

test("uploading an archive creates a bundle that is not active", async () => {
  const { fake, owner, content } = scene();
  const archive = bundleOf(MANIFEST);
  const { status, body } = await owner.post(`${content}/bundles`, archive);
  expect([status, body]).toEqual([
    200,
    {
      id: "1",
      content_guid: fake.content[0]?.guid,
      created_by: fake.users[1]?.guid,
      environment_guid: null,
      created_time: "2026-02-02T09:00:00Z",
      cluster_name: null,
      image_name: null,
      r_version: null,
      r_environment_management: null,
      py_version: null,
      py_environment_management: null,
      quarto_version: null,
      active: false,
      size: archive.length,
      metadata: {},
    },
  ]);
  expect((await owner.get(`${content}/bundles/1`)).body).toEqual(body);
  expect(fake.content[0]).toMatchObject({ bundle_id: null, app_mode: "unknown" });
});

test("an archive is downloaded as it was uploaded", async () => {
  const { fake, content, ...rest } = scene();
  const archive = bundleOf(MANIFEST);
  const id = await upload({ fake, content, ...rest }, archive);
  const headers = { authorization: `Key ${fake.apiKey}` };
  const response = await fake.fetch(`${fake.url}/__api__${content}/bundles/${id}/download`, { headers });
  expect(response.headers.get("content-type")).toBe("application/gzip");
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(archive);
});

test("bundles are listed newest first, in pages", async () => {
  const all = scene();
  for (let count = 0; count < 3; count++) await upload(all);
  const ids = async (query: string): Promise<unknown[]> =>
    pluck((await all.owner.get(`${all.content}/bundles${query}`)).list, "id");
  expect(await ids("")).toEqual(["3", "2", "1"]);
  expect(await ids("?asc_order=true")).toEqual(["1", "2", "3"]);
  expect(await ids("?page_size=2&page_number=2")).toEqual(["1"]);
});

test("a deployment is a finished task that activates the bundle and takes over the facts of its manifest", async () => {
  const all = scene();
  const id = await upload(all);
  all.fake.clock.advance({ hours: 1 });
  const deployed = await all.owner.post(`${all.content}/deploy`, { bundle_id: id });
  expect([deployed.status, Object.keys(deployed.body)]).toEqual([202, ["task_id"]]);
  const task = await all.owner.get(`/v1/tasks/${String(deployed.body["task_id"])}?wait=5`);
  expect(task.body).toMatchObject({ id: deployed.body["task_id"], finished: true, code: 0, error: "", result: null });
  expect((await all.owner.get(all.content)).body).toMatchObject({
    bundle_id: id,
    last_deployed_time: "2026-02-02T10:00:00Z",
    app_mode: "python-shiny",
    content_category: "site",
    parameterized: true,
    r_version: "4.4.1",
    py_version: "3.12.4",
    quarto_version: "1.5.57",
  });
  expect((await all.owner.get(`${all.content}/bundles/${id}`)).body).toMatchObject({
    active: true,
    py_version: "3.12.4",
  });
});

test("a task returns the lines of output after the first ones", async () => {
  const all = scene();
  const deployed = await all.owner.post(`${all.content}/deploy`, { bundle_id: await upload(all) });
  const path = `/v1/tasks/${String(deployed.body["task_id"])}`;
  const { output, last } = (await all.owner.get(path)).body as { output: string[]; last: number };
  expect(output).toHaveLength(last);
  const rest = await all.owner.get(`${path}?first=${String(last - 1)}`);
  expect(rest.body).toMatchObject({ output: output.slice(-1), last });
  expect((await all.owner.get(`${path}?first=${String(last)}`)).body).toMatchObject({ output: [], last });
});

test("a task is visible to the user that started it and to administrators; an unknown one returns code 141", async () => {
  const all = scene();
  const deployed = await all.owner.post(`${all.content}/deploy`, { bundle_id: await upload(all) });
  const path = `/v1/tasks/${String(deployed.body["task_id"])}`;
  expect((await clientOf(all.fake).get(path)).status).toBe(200);
  const other = clientOf(all.fake, all.fake.keyFor(all.fake.addUser({ user_role: "publisher" })));
  expect((await other.get(path)).refusal).toEqual([403, 19]);
  expect((await all.owner.get("/v1/tasks/nonsense")).refusal).toEqual([404, 141]);
});

test("without a bundle id the active bundle is deployed again; without a bundle the code is 28", async () => {
  const all = scene();
  expect((await all.owner.post(`${all.content}/deploy`, {})).refusal).toEqual([404, 28]);
  const id = await upload(all);
  await all.owner.post(`${all.content}/deploy`, { bundle_id: id });
  await upload(all);
  expect((await all.owner.post(`${all.content}/deploy`, {})).status).toBe(202);
  expect((await all.owner.get(all.content)).body).toMatchObject({ bundle_id: id });
});

test("a bundle of other content is refused with code 82, an unknown one with code 28", async () => {
  const all = scene();
  const id = await upload(all);
  const other = await all.owner.post("/v1/content", {});
  const deploy = `/v1/content/${String(other.body["guid"])}/deploy`;
  expect((await all.owner.post(deploy, { bundle_id: id })).refusal).toEqual([400, 82]);
  expect((await all.owner.post(deploy, { bundle_id: "99" })).refusal).toEqual([404, 28]);
});

test("activate: false deploys a bundle without making it active", async () => {
  const all = scene();
  const id = await upload(all);
  const { status } = await all.owner.post(`${all.content}/deploy`, { bundle_id: id, activate: false });
  expect(status).toBe(202);
  expect((await all.owner.get(all.content)).body).toMatchObject({ bundle_id: null, app_mode: "unknown" });
  expect((await all.owner.get(`${all.content}/bundles/${id}`)).body).toMatchObject({
    active: false,
    r_version: "4.4.1",
  });
});

test("the active bundle cannot be deleted: code 75", async () => {
  const all = scene();
  const [first, second] = [await upload(all), await upload(all)];
  await all.owner.post(`${all.content}/deploy`, { bundle_id: first });
  expect((await all.owner.delete(`${all.content}/bundles/${first}`)).refusal).toEqual([400, 75]);
  expect((await all.owner.delete(`${all.content}/bundles/${second}`)).status).toBe(204);
  expect((await all.owner.get(`${all.content}/bundles/${second}`)).refusal).toEqual([404, 4]);
});

test("viewers see bundles without the environment, and cannot upload, download, deploy or delete", async () => {
  const all = scene();
  const id = await upload(all);
  await all.owner.post(`${all.content}/deploy`, { bundle_id: id });
  await all.owner.patch(all.content, { access_type: "logged_in" });
  const viewer = clientOf(all.fake, all.fake.keyFor(all.fake.addUser()));
  const path = `${all.content}/bundles/${id}`;
  expect((await viewer.get(path)).body).toMatchObject({ active: true, py_version: null, cluster_name: null });
  expect((await viewer.post(`${all.content}/bundles`, bundleOf(MANIFEST))).refusal).toEqual([403, 21]);
  expect((await viewer.get(`${path}/download`)).refusal).toEqual([403, 19]);
  expect((await viewer.post(`${all.content}/deploy`, { bundle_id: id })).refusal).toEqual([403, 21]);
  expect((await viewer.delete(path)).refusal).toEqual([403, 20]);
});

test("locked content accepts neither uploads nor deployments: code 222", async () => {
  const all = scene();
  const id = await upload(all);
  await all.owner.patch(all.content, { locked: true });
  expect((await all.owner.post(`${all.content}/bundles`, bundleOf(MANIFEST))).refusal).toEqual([409, 222]);
  expect((await all.owner.post(`${all.content}/deploy`, { bundle_id: id })).refusal).toEqual([409, 222]);
});

test("an upload as a form is refused, because the fake does not model it", async () => {
  const { fake, owner, content } = scene();
  const form = new FormData();
  form.set("archive", new Blob([bundleOf(MANIFEST)]), "bundle.tar.gz");
  const response = await fake.fetch(`${fake.url}/__api__${content}/bundles`, {
    method: "POST",
    headers: { authorization: `Key ${fake.keyFor(fake.users[1] ?? "")}` },
    body: form,
  });
  expect(response.status).toBe(400);
  await expect(response.json()).resolves.toMatchObject({ code: 87 });
  expect(fake.requests.at(-1)?.issues).toMatchObject([
    {
      rule: "not-modelled",
      message: "The fake does not model uploads as forms, which Connect may have. Send the archive itself as the body.",
    },
  ]);
  expect((await owner.get(`${content}/bundles`)).list).toEqual([]);
});

test("an empty body is refused with code 125", async () => {
  const { owner, content } = scene();
  expect((await owner.post(`${content}/bundles`)).refusal).toEqual([400, 125]);
  expect((await owner.post(`${content}/bundles`, new Uint8Array())).refusal).toEqual([400, 125]);
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ["bytes that are no archive", new TextEncoder().encode("not an archive")],
  ["an archive without a manifest", archiveOf({ "app.py": "print()" })],
  ["a manifest that is not JSON", archiveOf({ "manifest.json": "{" })],
  ["a manifest with an unknown mode", bundleOf({ metadata: { appmode: "hologram" } })],
  ["a manifest that is an array", bundleOf([])],
  ["a truncated archive", bundleOf(MANIFEST).slice(0, 40)],
  ["a file with a negative size", archiveWithSize("-0000001000")],
  ["a file with a size that is not a number", archiveWithSize("many")],
  [
    "a manifest with a size that is not octal",
    archiveWithSize("40x", { content: JSON.stringify({ metadata: { appmode: "api" } }).padEnd(0o40) }),
  ],
  ["another file with a negative size", archiveWithSize("-0000001000", { name: "app.py" })],
])("content keeps its mode after the deployment of %s", async (_what, archive) => {
  const all = scene();
  const { status } = await all.owner.post(`${all.content}/deploy`, { bundle_id: await upload(all, archive) });
  expect(status).toBe(202);
  expect((await all.owner.get(all.content)).body).toMatchObject({ bundle_id: "1", app_mode: "unknown" });
});

test("a manifest is found in the archive's only directory and after other files", async () => {
  const all = scene();
  const archive = archiveOf({
    "bundle/data.csv": "a,b\n".repeat(1000),
    "bundle/manifest.json": JSON.stringify(MANIFEST),
  });
  await all.owner.post(`${all.content}/deploy`, { bundle_id: await upload(all, archive) });
  expect((await all.owner.get(all.content)).body).toMatchObject({ app_mode: "python-shiny" });
});

test("any bytes can be uploaded, downloaded and restored from a snapshot", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), async (bytes) => {
      const all = scene();
      const id = await upload(all, new Uint8Array(bytes));
      const copy = testFake();
      copy.restore(structuredClone(all.fake.snapshot()));
      for (const fake of [all.fake, copy]) {
        const headers = { authorization: `Key ${fake.apiKey}` };
        const response = await fake.fetch(`${fake.url}/__api__${all.content}/bundles/${id}/download`, { headers });
        expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(bytes));
      }
    }),
    { numRuns: 20 },
  );
});

test("only the newest archives are kept; of older ones the record stays, and their download returns code 278", async () => {
  const all = scene({ maxRequestBytes: 32 * 1024 * 1024 });
  const [first, second, third] = [
    await upload(all, new Uint8Array(30 * 1024 * 1024)),
    await upload(all, new Uint8Array(30 * 1024 * 1024)),
    await upload(all, new Uint8Array(30 * 1024 * 1024)),
  ];
  expect((await all.owner.get(`${all.content}/bundles/${first}/download`)).refusal).toEqual([404, 278]);
  expect((await all.owner.get(`${all.content}/bundles/${first}`)).body).toMatchObject({ size: 30 * 1024 * 1024 });
  for (const id of [second, third]) {
    expect((await all.owner.get(`${all.content}/bundles/${id}/download`)).status).toBe(200);
  }
});

test("the journal has the size of an upload, not its bytes", async () => {
  const all = scene();
  const archive = bundleOf(MANIFEST);
  await upload(all, archive);
  expect(all.fake.requests.at(-1)).toMatchObject({
    operationId: "uploadContentBundle",
    body: undefined,
    bodyBytes: archive.length,
  });
});

test("deleting content deletes its bundles", async () => {
  const all = scene();
  const id = await upload(all);
  await all.owner.delete(all.content);
  expect(all.fake.snapshot().bundles).toEqual([]);
  expect((await all.owner.get(`${all.content}/bundles/${id}`)).refusal).toEqual([404, 4]);
});

test("servers before 2026 do not say who created a bundle", async () => {
  const fake = testFake({ version: "2025.04.0" });
  const { guid } = fake.addContent();
  const { body } = await clientOf(fake).post(`/v1/content/${guid}/bundles`, bundleOf(MANIFEST));
  expect(body).not.toHaveProperty("created_by");
});
