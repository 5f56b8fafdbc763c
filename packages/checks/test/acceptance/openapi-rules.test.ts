import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../src/acceptance/run-command.ts";
import { inTemporaryFolder, root } from "../../src/acceptance/workspace.ts";

const FACTS = ["x-connect-role: viewer", "x-connect-authentication: required", "x-connect-repeatable: true"];

/** New operations by path: their facts, and the rules that they break. */
const operations: Readonly<Record<string, { facts: readonly string[]; broken: readonly string[] }>> = {
  "/complete": { facts: FACTS, broken: [] },
  "/no-role": { facts: without("role"), broken: ["operations-state-role-and-authentication"] },
  "/no-authentication": { facts: without("authentication"), broken: ["operations-state-role-and-authentication"] },
  "/no-repeatable": { facts: without("repeatable"), broken: ["writes-state-whether-they-are-repeatable"] },
  "/wrong-role": { facts: [...without("role"), "x-connect-role: owner"], broken: ["role-is-known"] },
  "/wrong-authentication": {
    facts: [...without("authentication"), "x-connect-authentication: none"],
    broken: ["authentication-is-known"],
  },
};

describe("the OpenAPI document with a new operation", () => {
  let problems: readonly Problem[];

  beforeAll(async () => {
    problems = await lint(Object.entries(operations).map(([path, { facts }]) => newOperation(path, facts)));
  });

  test.each(Object.entries(operations))("%s: %o", (path, { broken }) => {
    const pointer = `#/paths/${path.replaceAll("/", "~1")}/put`;
    const own = problems.filter(({ location }) => location.some((place) => place.pointer.startsWith(pointer)));
    const rules = own.flatMap(({ ruleId }) => /^rule\/(.+)/.exec(ruleId)?.[1] ?? []);
    expect([...new Set(rules)]).toEqual(broken);
  });
});

/** A finding in the output of `redocly lint --format json`. */
interface Problem {
  readonly ruleId: string;
  readonly location: readonly { readonly pointer: string }[];
}

function without(name: string): string[] {
  return FACTS.filter((fact) => !fact.startsWith(`x-connect-${name}:`));
}

function newOperation(path: string, facts: readonly string[]): string {
  return `
  ${path}:
    put:
      operationId: new${path.replaceAll(/\W/g, "")}
      tags: [Users]
      summary: Replace all things
      responses:
        "200":
          description: Replaced.
${facts.map((fact) => `      ${fact}\n`).join("")}`;
}

async function lint(paths: readonly string[]): Promise<readonly Problem[]> {
  return await inTemporaryFolder("lint", async (folder) => {
    const document = readFileSync(join(root, "openapi", "connect.yaml"), "utf8");
    const file = join(folder, "connect.yaml");
    writeFileSync(file, document.replace(/^paths:\n/m, `paths:${paths.join("")}`));
    const redocly = join(root, "node_modules", "@redocly", "cli", "bin", "cli.js");
    const args = [redocly, "lint", file, "--config", join(root, "redocly.yaml"), "--format", "json"];
    const { stdout } = await runCommand(process.execPath, args, { cwd: root });
    return (JSON.parse(stdout) as { problems: readonly Problem[] }).problems;
  });
}
