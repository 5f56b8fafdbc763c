import { readFile } from "node:fs/promises";
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
  return hoverOn(pattern.exec(code)?.[0] ?? "nothing matches");
}

/** Returns what an editor shows at the end of a text in the code. */
function hoverOn(text: string): string {
  const position = current.indexOf(text, head.length) + text.trimEnd().length - 1;
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

  test.each<[code: string, named: string]>([
    [`await api.GET("/v1/userz");`, `Argument of type '"/v1/userz"' is not assignable to parameter of type`],
    [`await api.GET("/v1/users", { params: { query: { username: "mira" } } });`, "'username' does not exist in type"],
    [`await api.GET("/v1/users", { query: { prefix: "jo" } });`, "'query' does not exist in type"],
    [`await api.GET("/v1/users/{guid}");`, "Expected 2 arguments, but got 1."],
    [`await api.POST("/v1/users", { body: { username: 5 } });`, "Type 'number' is not assignable to type 'string'."],
    [`await api.POST("/v1/users/{guid}/lock", { params: { path: { guid: "" } } });`, "Property 'body' is missing"],
    [`const text: string = (await api.GET("/v1/users")).data;`, "Type 'UserPage' is not assignable to type 'string'."],
  ])("says what is wrong with %s", (code, said) => {
    const message = problems(code);
    expect(message).toContain(said);
    expect(message).not.toContain("No overload");
  });
});

describe("an editor shows", () => {
  test.each<[call: string, result: string, summary: string]>([
    ['GET("/v1/users")', "UserPage", "List or search users"],
    ['GET("/v1/users/{guid}", { params: { path: { guid: "" } } })', "UserRecord", "Get a user"],
    ['POST("/v1/users", { body: { username: "jdoe" } })', "UserRecord", "Create a user from the given details"],
    [
      'PUT("/v1/users/{guid}", { params: { path: { guid: "" } }, body: {} })',
      "EditableUserRecord",
      "Change a user's details",
    ],
    [
      'POST("/v1/users/{guid}/lock", { params: { path: { guid: "" } }, body: { locked: true } })',
      "undefined",
      "Lock or unlock a user",
    ],
    ['GET("/v1/content")', "ContentRecord[]", "List content"],
    ['DELETE("/v1/groups/{guid}", { params: { path: { guid: "" } } })', "undefined", "Delete a group"],
  ])("what %s does and returns, on one line", (call, result, summary) => {
    const shown = hover(`await api.${call};`, /api\.[A-Z]+/);
    expect(shown.split("\n")).toHaveLength(1);
    expect(shown).toContain(`Promise<ConnectResult<${result}, "${summary}">>`);
    expect(problems(`await api.${call};`)).toBe("");
  });

  test("the summary of every operation", async () => {
    const { paths } = JSON.parse(await readFile(new URL("../src/generated/openapi.json", import.meta.url), "utf8")) as {
      paths: Record<string, Record<string, { summary?: string }>>;
    };
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { summary }]) =>
        summary === undefined ? [] : [{ path, method, summary }],
      ),
    );
    const types = operations.map(({ path, method }, i) => `type T${i} = OperationResult<"${method}", "${path}">;`);
    write(`import type { OperationResult } from "@connect-sdk/api";\n${types.join("\n")}`);
    const missing = operations.filter(({ summary }, i) => !hoverOn(`T${i} `).includes(JSON.stringify(summary)));
    expect(operations.length).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });

  test("a page and its records by name", () => {
    const code = 'const { data } = await api.GET("/v1/users"); data.results';
    expect(hover(code, /\{ data/)).toBe("const data: UserPage");
    expect(hover(code, /data\.results/)).toBe("(property) results: UserRecord[]");
  });
});
