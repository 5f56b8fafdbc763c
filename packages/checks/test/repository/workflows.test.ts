import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../src/acceptance/workspace.ts";

const folder = join(root, ".github", "workflows");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  needs?: string;
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: Step[];
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const workflows = readdirSync(folder).map((file) => ({ file, workflow: parse(read(file)) as Workflow }));

describe.each(workflows)("$file", ({ file, workflow }) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("only has the permissions it names", () => {
    expect(workflow.permissions).toBeDefined();
    for (const [scope, access] of Object.entries(workflow.permissions ?? {}))
      expect([scope, access]).toEqual([scope, "read"]);
  });

  test("has time limits", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  test("pins every action to a commit and names its version", () => {
    const uses = read(file).match(/uses: .*/g) ?? [];
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("does not leave credentials in a checkout", () => {
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith("actions/checkout@") === true)
        expect(inputs).toMatchObject({ "persist-credentials": false });
    }
  });
});

test("every supported version of Node is tested", () => {
  for (const version of ["20.19", "22", "24", "26"]) expect(read("test.yml")).toContain(`"${version}"`);
});

describe("a release", () => {
  const { jobs } = parse(read("release.yml")) as Workflow;
  const publishing = Object.entries(jobs).filter(([, job]) => job.permissions?.["id-token"] === "write");
  const [name, publish] = publishing[0] ?? [];
  const commands = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = "" }) => run).join("\n");
  const actions = (job: Job | undefined): string[] =>
    (job?.steps ?? []).flatMap(({ uses = "" }) => uses.replace(/@.*/, "")).filter((action) => action !== "");

  test("is published with provenance by a single job", () => {
    expect(publishing).toHaveLength(1);
    expect(name).toBe("publish");
    expect(commands(publish)).toContain("npm publish");
    expect(commands(publish)).toContain("--provenance");
  });

  test("publishes tarballs of a job that may not publish", () => {
    const packing = jobs[publish?.needs ?? ""];
    expect(packing?.permissions).toBeUndefined();
    expect(commands(packing)).toContain("release:pack");
    expect(actions(packing)).toContain("actions/upload-artifact");
    expect(actions(publish)).toContain("actions/download-artifact");
  });

  test("runs no code of the repository or a dependency in the job that publishes", () => {
    expect(actions(publish)).not.toContain("actions/checkout");
    expect(commands(publish)).not.toMatch(/pnpm|npx|npm (ci|install|run|test)|node |turbo/);
  });

  test("runs the checks on its pull request, which starts no workflow by itself", () => {
    expect(commands(jobs["pull-request"])).toContain("gh workflow run test.yml --ref changeset-release/main");
    expect((parse(read("test.yml")) as Workflow).on).toHaveProperty("workflow_dispatch");
  });

  test("has a tarball of every published package", () => {
    expect(commands(publish)).toContain("for name in api users testing cli; do");
  });
});
