import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { changeFromFile, type FileFlags } from "../plan/change-from-file.ts";
import { fileFlags } from "../plan/file-flags.ts";
import { planFlags } from "../plan/plan-flags.ts";

export default defineCommand<FileFlags, [string]>({
  description:
    "Creates the users of a CSV or NDJSON file who are not there yet, and changes those who are, found by username. Shows the " +
    "plan first. Empty cells leave a field alone. Nothing is sent while a row makes no sense.",
  examples: [
    ["import users.csv --dry-run", "See what would be created and changed"],
    ["import users.csv", "Do it, after a question"],
    ["import users.csv --yes --report report.csv", "Do it from a script, and keep what became of each row"],
    ["export | sed s/viewer/publisher/ | connect-users import - --yes", "Change everybody through a pipe"],
  ],
  usage: "FILE|-",
  parameters: {
    flags: { ...globalFlags, ...planFlags, ...fileFlags },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "CSV or NDJSON, or - for standard input", placeholder: "FILE", parse: String }],
    },
  },
  run: (flags, [file], context) =>
    changeFromFile(file, flags, context, { create: true, again: ["import", [file], flags] }),
});
