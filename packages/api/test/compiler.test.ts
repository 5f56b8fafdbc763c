import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const file = join(folder, "compiled-in-memory.ts");
const head = `import { createConnectClient } from "@connect-sdk/api";
const url = "https://connect.example.com";
const api = createConnectClient({ url, apiKey: "0123456789abcdef" });
export { api, url, createConnectClient };
`;

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: ["node"],
  allowImportingTsExtensions: true,
  noEmit: true,
  customConditions: ["@connect-sdk/source"],
};

let current = head;
let version = 0;
const read = (name: string): string | undefined => (name === file ? current : ts.sys.readFile(name));

/** What editors ask. */
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "0"),
  getScriptSnapshot(name) {
    const text = read(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: read,
});

function write(code: string): void {
  current = head + code;
  version++;
}

/** Returns what the compiler says about code. */
function problems(code: string): string {
  write(code);
  const found = service.getSemanticDiagnostics(file);
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
}

/** Returns what an editor shows when the pointer is at the end of the text that a pattern matches. */
function hover(code: string, pattern: RegExp): string {
  write(code);
  const match = pattern.exec(code);
  const position = head.length + (match === null ? 0 : match.index + match[0].length - 1);
  return ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.displayParts);
}

describe("the compiler", () => {
  test("accepts a correct call", () => {
    expect(problems(`await api.GET("/v1/users");`)).toBe("");
  });

  test.each<[code: string, named: string]>([
    [`createConnectClient({ url, apiKey: process.env["CONNECT_API_KEY"] });`, "apiKey"],
    [`createConnectClient({ url });`, "apiKey"],
    [`createConnectClient({ url, apikey: "k" });`, "apiKey"],
  ])("names the key in its message about %s", (code, named) => {
    const message = problems(code);
    expect(message).toContain(named);
    expect(message).not.toContain("'anonymous' is missing");
  });
});

describe("an editor shows", () => {
  test("a call on one line, with its path", () => {
    const shown = hover('await api.GET("/v1/users");', /api\.GET/);
    expect(shown.split("\n")).toHaveLength(1);
    expect(shown).toContain('Promise<OperationResult<"get", "/v1/users">>');
  });

  test("the fields of a page, and not how its type is made", () => {
    const shown = hover('const { data } = await api.GET("/v1/users");', /\{ data/);
    expect(shown.replace(/\s+/g, " ")).toBe(
      'const data: { results: components["schemas"]["User"][]; current_page: number; total: number; }',
    );
  });
});
