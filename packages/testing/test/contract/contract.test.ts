import { mkdir, writeFile } from "node:fs/promises";
import { afterAll, describe, test } from "vitest";
import { Results } from "./results.ts";
import { allRules } from "./rules/all-rules.ts";
import { Server } from "./server.ts";
import { targets } from "./targets.ts";

const REPORT = new URL("../../reports/contract.md", import.meta.url);
const results = new Results();

afterAll(async () => {
  await mkdir(new URL(".", REPORT), { recursive: true });
  await writeFile(REPORT, results.toMarkdown());
});

for (const target of targets()) {
  const server = await Server.reach(target);
  describe(target.name, () => {
    for (const { subject, rules } of allRules) {
      describe(subject, () => {
        for (const { fact, unless, check } of rules) {
          test(fact, async ({ skip }) => {
            const reason = unless?.(server);
            results.note(target.name, fact, reason ?? "broken");
            if (reason !== undefined) skip(reason);
            try {
              await check(server);
              results.note(target.name, fact, "holds");
            } finally {
              await server.cleanUp();
            }
          });
        }
      });
    }
  });
}
