import { CliError } from "./cli-error.ts";

/** The error for a file that could not be `read` or `written`; what is no failure of the file system comes back as it is. */
export function fileError(verb: "read" | "written", file: string, cause: unknown): unknown {
  if (cause instanceof CliError) return cause;
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return cause;
  return new CliError(
    "file",
    `${file} cannot be ${verb}: ${reasonOf(cause.code, verb)}.`,
    "Check the name and who may use it.",
    { cause },
  );
}

function reasonOf(code: string, verb: "read" | "written"): string {
  if (code === "ENOENT" && verb === "written") return "its folder does not exist";
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you are not allowed to",
  EPERM: "you are not allowed to",
  EISDIR: "it is a folder",
  ENOTDIR: "a file is where a folder should be",
  EEXIST: "a file is where a folder should be",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};
