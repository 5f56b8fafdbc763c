import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../src/acceptance/workspace.ts";

const folder = join(root, ".github", "workflows");

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; "timeout-minutes"?: number; steps: Step[] }>;
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

const workflows = readdirSync(folder).map((file) => ({
  file,
  workflow: parse(readFileSync(join(folder, file), "utf8")) as Workflow,
}));

describe.each(workflows)("$file", ({ workflow }) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("has no permission but those it names", () => {
    expect(workflow.permissions).toBeDefined();
    for (const [scope, access] of Object.entries(workflow.permissions ?? {}))
      expect([scope, access]).toEqual([scope, "read"]);
  });

  test("ends by itself", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  test("uses GitHub's own actions by version, others by commit", () => {
    for (const { uses } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$|@[0-9a-f]{40}$/);
    }
  });

  test("does not leave credentials behind for what it runs", () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith("actions/checkout@") === true)
        expect(inputs).toMatchObject({ "persist-credentials": false });
    }
  });
});

test("every supported version of Node is tested", () => {
  const test = readFileSync(join(folder, "test.yml"), "utf8");
  for (const version of ["20.19", "22", "24", "26"]) expect(test).toContain(`"${version}"`);
});

test("releases are published with provenance, which needs a token of GitHub's", () => {
  const release = workflows.find(({ file }) => file === "release.yml")?.workflow;
  const publishing = Object.values(release?.jobs ?? {}).filter((job) => job.permissions?.["id-token"] === "write");
  expect(publishing).toHaveLength(1);
  expect(publishing[0]?.steps.some(({ env }) => env?.["NPM_CONFIG_PROVENANCE"] === "true")).toBe(true);
});
