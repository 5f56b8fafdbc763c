import ts from "typescript";
import { type MutatedPackage, type Mutation, readSource, sourceFiles } from "./sources.ts";

/** A mutation that was made by a rule. */
export interface MadeMutation extends Mutation {
  /** Where, and what was done. */
  readonly what: string;
}

/** Some of all the small mistakes that could be made in a package; which ones depends on the seed alone. */
export function sampleMutations(
  name: MutatedPackage,
  size: number,
  seed: number,
): { sample: MadeMutation[]; of: number } {
  const all = sourceFiles(name).flatMap((file) => mutationsOf(name, file));
  let state = seed;
  const random = (): number => {
    // A linear congruential generator: good enough to draw lots.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const lots = all.map((mutation) => ({ mutation, lot: random() })).toSorted((a, b) => a.lot - b.lot);
  return { sample: lots.slice(0, size).map(({ mutation }) => mutation), of: all.length };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function mutationsOf(name: MutatedPackage, file: string): MadeMutation[] {
  const source = readSource(name, file);
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    // Types are not there when the tests run.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    edits.push(...editsOf(node, tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edits.map(({ start, end, text }) => {
    const { line } = tree.getLineAndCharacterOfPosition(start);
    const before = source.slice(start, end).replaceAll(/\s+/g, " ").slice(0, 60);
    const what = `${file}:${line + 1}: ${before} → ${text.replaceAll(/\s+/g, " ").slice(0, 60) || "nothing"}`;
    return { package: name, file, text: source.slice(0, start) + text + source.slice(end), what };
  });
}

function editsOf(node: ts.Node, tree: ts.SourceFile): Edit[] {
  const replaced = (part: ts.Node, text: string): Edit => ({ start: part.getStart(tree), end: part.getEnd(), text });
  const negated = (condition: ts.Expression): Edit => replaced(condition, `!(${condition.getText(tree)})`);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [negated(node.expression)];
  if (ts.isConditionalExpression(node)) return [negated(node.condition)];
  if (ts.isBinaryExpression(node)) {
    const other = OPERATORS[node.operatorToken.getText(tree)];
    return other === undefined ? [] : [replaced(node.operatorToken, other)];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced(node, "false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replaced(node, "true")];
  if (ts.isNumericLiteral(node)) return [replaced(node, `(${node.text} + 1)`)];
  // A call for the sake of what it does.
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [replaced(node, "")];
  return [];
}

const OPERATORS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
};
