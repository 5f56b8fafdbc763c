import ts from "typescript";
import { type Edit, type MutatedPackage, mutate, type Mutation, readSources } from "./sources.ts";

/** Returns some of all mutations that simple rules can make in a package. The seed alone decides which. */
export function sampleMutations(name: MutatedPackage, size: number, seed: number): { sample: Mutation[]; of: number } {
  const all = readSources(name).flatMap((source) =>
    editsOf(source.tree).map((edit) => () => mutate(name, source, edit)),
  );
  let state = seed;
  const random = (): number => {
    // A linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = all.map((create) => ({ create, order: random() })).toSorted((a, b) => a.order - b.order);
  return { sample: drawn.slice(0, size).map(({ create }) => create()), of: all.length };
}

/** Returns every edit that the rules can make in a file. */
function editsOf(tree: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    // Types do not exist at run time.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    edits.push(...editsAt(node, tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edits;
}

function editsAt(node: ts.Node, tree: ts.SourceFile): Edit[] {
  const negated = (condition: ts.Expression): Edit => replace(condition, `!(${condition.getText(tree)})`);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [negated(node.expression)];
  if (ts.isConditionalExpression(node)) return [negated(node.condition)];
  if (ts.isBinaryExpression(node)) {
    const other = OPERATORS[node.operatorToken.getText(tree)];
    return other === undefined ? [] : [replace(node.operatorToken, other)];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, "false")];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, "true")];
  if (ts.isNumericLiteral(node)) return [replace(node, `(${node.text} + 1)`)];
  // A call whose result is not used.
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [replace(node, "")];
  return [];
}

/** Returns the edit that replaces a node. */
export function replace(node: ts.Node, code: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), code };
}

/** The operator that takes the place of another. */
export const OPERATORS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "??=": "=",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
};
