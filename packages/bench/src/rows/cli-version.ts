import { packageFolder } from "../measure/package-folder.ts";
import { startUpRatios } from "../measure/start-up.ts";
import type { Row } from "../row.ts";

export const cliVersion: Row = {
  name: "cli-version",
  what: "`connect-users --version`",
  floor: "`node -e 0`",
  budget: { at: "most", value: 1.6, unit: "×" },
  measure: () => startUpRatios([`${packageFolder("cli")}bin/connect-users.js`, "--version"]),
};
