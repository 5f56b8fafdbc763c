import { duplicateFlags, fileFlags, planFlags } from "../bulk/flags.ts";
import { changeFromFile, type FileFlags } from "../bulk/from-file.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";

export default defineCommand<FileFlags, [string]>({
  description:
    "Creates and updates users from a CSV, NDJSON or JSON file. Users are matched by username. Shows the plan first. Empty cells " +
    "leave a field unchanged. Nothing is sent while a row is invalid.",
  examples: [
    ["import users.csv --dry-run", "See what would be created and changed"],
    ["import users.csv", "Import after a confirmation"],
    ["import users.csv --yes --report report.csv", "Import from a script, and keep the result of each row"],
    ["import okta.csv --map login=username --ignore title --dry-run", "Read the columns of another system"],
    ["export | sed s/viewer/publisher/ | connect-users import - --yes", "Change all users through a pipe"],
  ],
  usage: "FILE|-",
  parameters: {
    flags: { ...globalFlags, ...planFlags, ...fileFlags, ...duplicateFlags },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "CSV, NDJSON or JSON, or - for standard input", placeholder: "FILE", parse: String }],
    },
  },
  run: (flags, [file], context) =>
    changeFromFile(file, flags, context, { create: true, command: ["import", [file], flags] }),
});
