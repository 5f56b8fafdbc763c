import { defineCommand } from "../command.ts";
import { EXIT } from "../errors/exit-codes.ts";
import { globalFlags, type GlobalFlags } from "../flags/global-flags.ts";
import { examine, type Finding } from "../connection/examine.ts";
import { fieldOf, type Row } from "../result.ts";

const COLUMNS = ["check", "status", "detail", "fix"] as const;

export default defineCommand<GlobalFlags>({
  description:
    "Checks the connection step by step and says what to fix. Exits with 3 when the key is refused, with 1 for any other failure.",
  examples: [
    ["doctor", "Find out why nothing works"],
    ["doctor --json", "Give the findings to a monitoring system"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, context) {
    const findings: Finding[] = [];
    for await (const finding of examine(context)) findings.push(finding);
    return {
      kind: "rows",
      rows: findings.map(({ check, status, detail, fix }) => ({ check, status, detail, fix })),
      columns: COLUMNS,
      line,
      exitCode: exitCode(findings),
    };
  },
});

function line(row: Row): string {
  const [check, status, detail, fix] = COLUMNS.map((name) => String(fieldOf(row, name)));
  return `${(status ?? "").padEnd(4)}  ${check ?? ""}: ${detail ?? ""}${fix === "" ? "" : `\n      fix: ${fix ?? ""}`}`;
}

function exitCode(findings: readonly Finding[]): number {
  const failed = findings.filter(({ status }) => status === "fail");
  if (failed.some(({ denied }) => denied === true)) return EXIT.denied;
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}
