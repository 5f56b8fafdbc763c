import { expect } from "vitest";
import { bundleOf } from "../../support/archive.ts";
import { pluck } from "../../support/response.ts";
import { before, type RuleSet } from "../rule.ts";
import type { Server } from "../server.ts";

/** Static content, which every server can deploy. */
const MANIFEST = {
  version: 1,
  metadata: { appmode: "static", primary_html: "index.html" },
  files: {},
};

/** Bundles, deployment and the page of content. */
export const deploymentRules: RuleSet = {
  subject: "Deployment",
  rules: [
    {
      fact: "an upload returns 200 with a bundle that is not active",
      evidence: "observed",
      async check(server) {
        const { content, bundle } = await upload(server);
        expect(bundle).toMatchObject({ content_guid: content, active: false, size: bundleOf(MANIFEST).length });
        expect(bundle["id"]).toEqual(expect.any(String));
      },
    },
    {
      fact: "an archive is downloaded as it was uploaded",
      evidence: "observed",
      async check(server) {
        const { content, bundle } = await upload(server);
        const { target } = server;
        const url = `${target.url}/__api__/v1/content/${content}/bundles/${String(bundle["id"])}/download`;
        const response = await target.fetch(url, { headers: { authorization: `Key ${target.apiKey}` } });
        expect(new Uint8Array(await response.arrayBuffer())).toEqual(bundleOf(MANIFEST));
      },
    },
    {
      fact: "a deployment returns 202 with a task, whose state is read until it is finished",
      evidence: "observed",
      async check(server) {
        const { content, bundle } = await upload(server);
        const deployed = await server.send("POST", `/v1/content/${content}/deploy`, { bundle_id: bundle["id"] });
        expect(deployed.status).toBe(202);
        const task = await finish(server, String(deployed.body["task_id"]));
        expect(task).toMatchObject({ id: deployed.body["task_id"], result: null });
        expect(task["last"]).toEqual(expect.any(Number));
      },
    },
    {
      fact: "an unknown task returns 404 and code 141",
      evidence: "documented",
      async check({ send }) {
        expect((await send("GET", "/v1/tasks/nonsense")).refusal).toEqual([404, 141]);
      },
    },
    {
      fact: "a deployment without any bundle returns code 28",
      evidence: "assumed",
      async check(server) {
        const { guid } = await server.createContent();
        expect((await server.send("POST", `/v1/content/${String(guid)}/deploy`, {})).refusal).toEqual([404, 28]);
      },
    },
    {
      fact: "the page of deployed content returns 200",
      evidence: "observed",
      async check(server) {
        const { content, bundle } = await upload(server);
        const deployed = await server.send("POST", `/v1/content/${content}/deploy`, { bundle_id: bundle["id"] });
        await finish(server, String(deployed.body["task_id"]));
        const { url, apiKey, fetch } = server.target;
        const response = await fetch(`${url}/content/${content}/`, { headers: { authorization: `Key ${apiKey}` } });
        expect(response.status).toBe(200);
      },
    },
  ],
};

/** Tags, and tags of content. */
export const tagRules: RuleSet = {
  subject: "Tags",
  rules: [
    {
      fact: "a tag without a parent is a category",
      evidence: "documented",
      async check(server) {
        expect(await server.createTag()).toMatchObject({ parent_id: null });
      },
    },
    {
      fact: "a name is unique below a parent: 400 and code 81",
      evidence: "documented",
      async check(server) {
        const { name } = await server.createTag();
        expect((await server.send("POST", "/v1/tags", { name })).refusal).toEqual([400, 81]);
      },
    },
    {
      fact: "a category cannot be added to content: 400 and code 79",
      evidence: "documented",
      async check(server) {
        const { id: tag_id } = await server.createTag();
        const path = `/v1/content/${String((await server.createContent())["guid"])}/tags`;
        expect((await server.send("POST", path, { tag_id })).refusal).toEqual([400, 79]);
      },
    },
    {
      fact: "adding a tag to content adds the tags above it",
      evidence: "documented",
      async check(server) {
        const category = await server.createTag();
        const tag = await server.createTag(category["id"]);
        const leaf = await server.createTag(tag["id"]);
        const path = `/v1/content/${String((await server.createContent())["guid"])}/tags`;
        expect((await server.send("POST", path, { tag_id: leaf["id"] })).status).toBe(200);
        const ids = pluck((await server.send("GET", path)).list, "id");
        expect(ids).toEqual(expect.arrayContaining([tag["id"], leaf["id"]]));
      },
    },
    {
      fact: "an unknown tag cannot be added to content: 400 and code 158",
      evidence: "documented",
      async check(server) {
        const path = `/v1/content/${String((await server.createContent())["guid"])}/tags`;
        expect((await server.send("POST", path, { tag_id: "999999999" })).refusal).toEqual([400, 158]);
      },
    },
  ],
};

/** Instrumentation. The rules read what is there. */
export const instrumentationRules: RuleSet = {
  subject: "Instrumentation",
  rules: [
    {
      fact: "visits and sessions come in pages with cursors and links",
      evidence: "documented",
      async check({ send }) {
        for (const path of ["/v1/instrumentation/content/visits", "/v1/instrumentation/shiny/usage"]) {
          const { status, body } = await send("GET", `${path}?limit=1`);
          expect(status).toBe(200);
          expect(Object.keys(body["paging"] ?? {}).toSorted()).toEqual([
            "cursors",
            "first",
            "last",
            "next",
            "previous",
          ]);
        }
      },
    },
    {
      fact: "hits are a plain array",
      evidence: "documented",
      unless: before("2025.04.0"),
      async check({ send }) {
        const from = "2000-01-01T00:00:00Z";
        const { text } = await send("GET", `/v1/instrumentation/content/hits?from=${from}&to=${from}`);
        expect(text).toBe("[]");
      },
    },
    {
      fact: "a time that is not in the format of RFC 3339 is refused",
      evidence: "documented",
      async check({ send }) {
        expect((await send("GET", "/v1/instrumentation/content/visits?from=today")).status).toBe(400);
      },
    },
  ],
};

/** Paths of content. Each rule uses one that no other run has used. */
export const vanityRules: RuleSet = {
  subject: "Vanity URLs",
  rules: [
    {
      fact: "content without a vanity URL returns 404",
      evidence: "documented",
      async check(server) {
        const { guid } = await server.createContent();
        expect((await server.send("GET", `/v1/content/${String(guid)}/vanity`)).status).toBe(404);
      },
    },
    {
      fact: "a vanity URL has content, path and time, and is in the list of all",
      evidence: "documented",
      async check(server) {
        const { path, guid, vanity } = await createVanity(server);
        expect(vanity.status).toBe(200);
        expect(vanity.body).toEqual({ content_guid: guid, path, created_time: expect.any(String) as unknown });
        expect(pluck((await server.send("GET", "/v1/vanities")).list, "path")).toContain(path);
        expect((await server.send("DELETE", `/v1/content/${guid}/vanity`)).status).toBe(204);
      },
    },
    {
      fact: "a path that other content has returns 409 and code 51, and moves with force",
      evidence: "documented",
      async check(server) {
        const { path } = await createVanity(server);
        const other = String((await server.createContent())["guid"]);
        expect((await server.send("PUT", `/v1/content/${other}/vanity`, { path })).refusal).toEqual([409, 51]);
        const moved = await server.send("PUT", `/v1/content/${other}/vanity`, { path, force: true });
        expect(moved.body).toMatchObject({ content_guid: other, path });
      },
    },
    {
      fact: "a path of Connect itself returns 400 and code 52",
      evidence: "documented",
      async check(server) {
        const { guid } = await server.createContent();
        for (const path of ["/", "/connect/", "/__api__/"]) {
          const { refusal } = await server.send("PUT", `/v1/content/${String(guid)}/vanity`, { path });
          expect(refusal).toEqual([400, 52]);
        }
      },
    },
  ],
};

/** Jobs of content that never ran. */
export const jobRules: RuleSet = {
  subject: "Jobs",
  rules: [
    {
      fact: "jobs are a plain array, and content that never ran has none",
      evidence: "documented",
      async check(server) {
        const { guid } = await server.createContent();
        expect((await server.send("GET", `/v1/content/${String(guid)}/jobs`)).text).toBe("[]");
      },
    },
    {
      fact: "an unknown job returns 404, to read and to end",
      evidence: "documented",
      async check(server) {
        const { guid } = await server.createContent();
        for (const method of ["GET", "DELETE"]) {
          expect((await server.send(method, `/v1/content/${String(guid)}/jobs/nonsense`)).status).toBe(404);
        }
      },
    },
  ],
};

async function createVanity(server: Server) {
  const guid = String((await server.createContent())["guid"]);
  const path = `/contract-${guid}/`;
  return { guid, path, vanity: await server.send("PUT", `/v1/content/${guid}/vanity`, { path }) };
}

async function upload(server: Server): Promise<{ content: string; bundle: Readonly<Record<string, unknown>> }> {
  const content = String((await server.createContent())["guid"]);
  const { status, body: bundle } = await server.send("POST", `/v1/content/${content}/bundles`, bundleOf(MANIFEST));
  expect(status).toBe(200);
  return { content, bundle };
}

async function finish(server: Server, id: string): Promise<Readonly<Record<string, unknown>>> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const { body } = await server.send("GET", `/v1/tasks/${id}?wait=1`);
    if (body["finished"] === true) return body;
  }
  throw new Error(`the task ${id} did not finish`);
}
