import ts from "typescript";

/** A replacement of a part of a file. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Returns every edit that the rules can make in a file. */
export function editsOf(tree: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    // Types do not exist at run time.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    for (const rule of RULES) edits.push(...rule(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edits;
}

type Rule = (node: ts.Node) => readonly Edit[];

/** Each rule makes one kind of mistake. */
const RULES: readonly Rule[] = [
  negateCondition,
  removeGuard,
  removeStatement,
  removeAwait,
  changeOperator,
  takeLeft,
  addOne,
  flipBoolean,
  emptyString,
  emptyArray,
  dropSpread,
];

/** `if (a)` → `if (!(a))`. */
function negateCondition(node: ts.Node): Edit[] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [negate(node.expression)];
  return ts.isConditionalExpression(node) ? [negate(node.condition)] : [];
}

function negate(condition: ts.Expression): Edit {
  return replace(condition, `!(${condition.getText()})`);
}

/** `if (a) return …` → nothing. */
function removeGuard(node: ts.Node): Edit[] {
  if (!ts.isIfStatement(node) || node.elseStatement !== undefined) return [];
  const { thenStatement } = node;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  const leaves =
    last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last));
  return leaves ? [replace(node, ";")] : [];
}

/** `a();`, `a = b;` → nothing. */
function removeStatement(node: ts.Node): Edit[] {
  if (!ts.isExpressionStatement(node)) return [];
  const { expression } = node;
  // Without it, the class cannot be constructed at all.
  if (ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword) return [];
  return [replace(node, ";")];
}

/** `await a` → `a`. */
function removeAwait(node: ts.Node): Edit[] {
  // The caller of an async function waits for what it returns, too.
  if (!ts.isAwaitExpression(node) || ts.isReturnStatement(node.parent)) return [];
  return [replace(node, `(${node.expression.getText()})`)];
}

/** `<` → `<=`, `&&` → `||` … */
function changeOperator(node: ts.Node): Edit[] {
  if (!ts.isBinaryExpression(node)) return [];
  const { operatorToken, left, right } = node;
  const operator = operatorToken.getText();
  const other = OPERATORS[operator];
  if (other === undefined) return [];
  const isText = [left, right].some((operand) => ts.isStringLiteralLike(operand) || ts.isTemplateExpression(operand));
  return operator === "+" && isText ? [] : [replace(operatorToken, other)];
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
  "??=": "=",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "+=": "-=",
  "-=": "+=",
};

/** `a ?? b` → `a`. */
function takeLeft(node: ts.Node): Edit[] {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return [];
  return [replace(node, `(${node.left.getText()})`)];
}

/** `1` → `2`. */
function addOne(node: ts.Node): Edit[] {
  return ts.isNumericLiteral(node) && !isName(node) ? [replace(node, `(${node.text} + 1)`)] : [];
}

function flipBoolean(node: ts.Node): Edit[] {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, "false")];
  return node.kind === ts.SyntaxKind.FalseKeyword ? [replace(node, "true")] : [];
}

/** `"a"` → `""`. Leaves out text for people, which has spaces, descriptions of symbols and names of properties. */
function emptyString(node: ts.Node): Edit[] {
  if (!ts.isStringLiteral(node) || node.text === "" || /\s/.test(node.text)) return [];
  return isName(node) || isDescription(node) || ts.isCaseClause(node.parent) ? [] : [replace(node, '""')];
}

/** Returns whether a literal describes a symbol, as in `Symbol("a")`. The key of `Symbol.for("a")` is more than that. */
function isDescription({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === "Symbol";
}

/** Returns whether a literal is the name of a property. */
function isName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** `[a, b]` → `[]`. */
function emptyArray(node: ts.Node): Edit[] {
  const isFilled = ts.isArrayLiteralExpression(node) && node.elements.length > 0;
  // The left side of a swap or an assignment.
  const isTarget = isFilled && ts.isBinaryExpression(node.parent) && node.parent.left === node;
  return isFilled && !isTarget ? [replace(node, "[]")] : [];
}

/** `{ a, ...b }` → `{ a }`. */
function dropSpread(node: ts.Node): Edit[] {
  if (ts.isSpreadAssignment(node)) return [replace(node, "...{}")];
  return ts.isSpreadElement(node) ? [replace(node, "...[]")] : [];
}

function replace(node: ts.Node, code: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), code };
}
