import { packageFolder } from "../measure/package-folder.ts";
import { startUpRatios } from "../measure/start-up.ts";
import type { Row } from "../row.ts";

export const cliHelp: Row = {
  name: "cli-help",
  what: "`connect-users --help`",
  floor: "`node -e 0`",
  budget: { at: "most", value: 2, unit: "×" },
  measure: () => startUpRatios([`${packageFolder("cli")}bin/connect-users.js`, "--help"]),
};
