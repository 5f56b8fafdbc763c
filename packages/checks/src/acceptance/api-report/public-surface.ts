import { join, relative } from "node:path";
import ts from "typescript";

/** What one entry point of a package exports. */
export interface Surface {
  /** The import specifier. */
  specifier: string;
  /** The declarations, sorted by name, without comments. */
  exported: string[];
  /** Declarations that are not exported but used by exported ones. */
  hidden: string[];
}

/** Returns the exports of built declaration files, independent of how the build splits them into files. */
export function publicSurfaces(folder: string, entries: ReadonlyMap<string, string>): Surface[] {
  const program = ts.createProgram([...entries.values()], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
    types: ["node"],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const modules = [...entries].map(([specifier, file]) => ({ specifier, exported: exportsOf(program, folder, file) }));
  // An entry point does not repeat what another one exports.
  const known = new Set(modules.flatMap(({ exported }) => [...exported.keys()]));
  return modules.map(({ specifier, exported }) => ({
    specifier,
    exported: [...exported].sort(([, a], [, b]) => compare(a, b)).map(([symbol, name]) => print(folder, symbol, name)),
    hidden: hiddenBehind(checker, folder, exported.keys(), known)
      .sort((a, b) => compare(a.name, b.name))
      .map((symbol) => print(folder, symbol, symbol.name)),
  }));
}

function exportsOf(program: ts.Program, folder: string, file: string): Map<ts.Symbol, string> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) {
    throw new Error(`${relative(folder, file)} does not exist or exports nothing. Build first: pnpm build`);
  }
  return new Map(checker.getExportsOfModule(module).map((symbol) => [resolve(checker, symbol), symbol.name]));
}

function hiddenBehind(
  checker: ts.TypeChecker,
  folder: string,
  exported: Iterable<ts.Symbol>,
  known: ReadonlySet<ts.Symbol>,
): ts.Symbol[] {
  const hidden = new Set<ts.Symbol>();
  const reachable = [...exported];
  // The array grows during the loop, because hidden declarations can use further ones.
  for (const symbol of reachable) {
    for (const used of localSymbolsUsedBy(checker, folder, symbol)) {
      if (known.has(used) || hidden.has(used)) continue;
      hidden.add(used);
      reachable.push(used);
    }
  }
  return [...hidden];
}

/** Returns the symbols of the same package that a declaration refers to. */
function localSymbolsUsedBy(checker: ts.TypeChecker, folder: string, symbol: ts.Symbol): Set<ts.Symbol> {
  const used = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node);
      const target = found && resolve(checker, found);
      if (target && target !== symbol && isTopLevelOf(folder, target)) used.add(target);
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of declarationsIn(folder, symbol)) visit(declaration);
  return used;
}

function isTopLevelOf(folder: string, symbol: ts.Symbol): boolean {
  return declarationsIn(folder, symbol).some((declaration) => ts.isSourceFile(statementOf(declaration).parent));
}

function declarationsIn(folder: string, symbol: ts.Symbol): ts.Declaration[] {
  const dist = join(folder, "dist");
  return (symbol.declarations ?? []).filter(
    (declaration) =>
      declaration.getSourceFile().fileName.startsWith(dist) &&
      !ts.isSourceFile(declaration) &&
      isDeclarationStatement(declaration),
  );
}

function isDeclarationStatement(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || (ts.isStatement(node) && ts.isSourceFile(node.parent));
}

/** Returns the statement of a declaration. A variable is declared two levels below its statement. */
function statementOf(declaration: ts.Node): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

function print(folder: string, symbol: ts.Symbol, name: string): string {
  const printer = ts.createPrinter({ removeComments: true });
  const printed = declarationsIn(folder, symbol).map((declaration) =>
    printer.printNode(ts.EmitHint.Unspecified, statementOf(declaration), declaration.getSourceFile()),
  );
  const alias = symbol.name === name ? [] : [`export { ${symbol.name} as ${name} };`];
  // The report of the other package has its declarations.
  if (printed.length === 0) return `export { ${name} } from "${packageOf(symbol)}";`;
  return (
    [...new Set(printed), ...alias]
      .join("\n")
      // The bundler numbers a name that a package both imports and exports.
      .replaceAll(/\b([A-Z]\w*)\$\d+\b/g, "$1")
      .replaceAll(/^(?:export )?declare |^export (?=interface|type)/gm, "")
  );
}

function packageOf(symbol: ts.Symbol): string {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  const [, folder = "unknown"] = /packages\/(\w+)\//.exec(file) ?? [];
  return `@connect-sdk/${folder}`;
}

function resolve(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
