import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { folderOf } from "../../acceptance/workspace.ts";
import type { Area } from "./sources.ts";

const programs = new Map<string, ts.Program>();

/**
 * Returns whether a package compiles with other code in one of its files. The types are tests, too. What is parsed for the
 * unchanged code of a package is used again.
 */
export function compiles({ package: name }: Area, path: string, code: string): boolean {
  const own = join(folderOf(name), "src", "tsconfig.json");
  const config = existsSync(own) ? own : join(folderOf(name), "tsconfig.json");
  const { config: json, error } = ts.readConfigFile(config, (file) => readFileSync(file, "utf8")) as {
    config: unknown;
    error: ts.Diagnostic | undefined;
  };
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, " "));
  const { options, fileNames } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const known = programs.get(name);
  host.getSourceFile = (file, ...rest) =>
    file === path
      ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true)
      : (known?.getSourceFile(file) ?? read(file, ...rest));
  const program = ts.createProgram(
    fileNames,
    { ...options, noEmit: true, incremental: false, composite: false },
    host,
    known,
  );
  if (known === undefined && code === readFileSync(path, "utf8")) programs.set(name, program);
  const changed = program.getSourceFile(path);
  return program.getSyntacticDiagnostics(changed).length === 0 && program.getSemanticDiagnostics(changed).length === 0;
}
