import ts from "typescript";
import { OPERATORS, replace } from "./sampled.ts";
import { type Edit, type MutatedPackage, mutate, type Mutation, readSources, type Source } from "./sources.ts";

/**
 * A mistake that someone might make. It is addressed by the name of a function, class or member, and by names that the place
 * contains, so that other edits neither move nor break it.
 */
export interface PickedMutant {
  /** The consequence for a user, if no test notices. */
  readonly why: string;
  /** Such as `User.lock` or `toQuery`. Default: the whole package. */
  readonly in?: string;
  readonly rule: Rule;
  /** Identifiers, string literals and `true`. The rule applies to the smallest node of its kind that contains all of them. */
  readonly at: readonly string[];
  /** The new code, for the rules `value` and `rename`. */
  readonly to?: string;
  /** The present value, where the names alone are ambiguous. */
  readonly from?: string;
}

/** Each rule applies to one kind of node and makes one change. */
export type Rule =
  /** Removes a statement: a call, an assignment or a `throw`. */
  | "remove"
  /** Makes a condition always true. */
  | "always"
  /** Makes a condition always false. */
  | "never"
  /** Removes an operand of `&&`, `||` or `??`. */
  | "drop"
  /** Removes an argument, or a property of an object literal. */
  | "omit"
  /** Replaces an operator with a similar one. */
  | "operator"
  /** Swaps the operands of a binary expression. */
  | "swap"
  /** Replaces the value of a property, which the last name in `at` names. */
  | "value"
  /** Replaces the name of a method in a call. */
  | "rename"
  /** Adds 1 to a number in a call. */
  | "number";

/**
 * Finds the place of a mutant and makes the change.
 *
 * @throws Error unless there is exactly one such place.
 */
export function applyMutant(name: MutatedPackage, mutant: PickedMutant, sources = readSources(name)): Mutation {
  const candidates = sources.filter(({ code }) => mutant.at.every((word) => code.includes(word)));
  const places = candidates.flatMap((source) =>
    scopesOf(source, mutant.in).flatMap((scope) => editsIn(scope, mutant).map((edit) => ({ source, edit }))),
  );
  const [place] = places;
  if (place === undefined || places.length > 1) {
    const where = mutant.in === undefined ? name : `${name}, ${mutant.in}`;
    const found = places.map(({ source, edit }) => mutate(name, source, edit).description);
    throw new Error(
      [`${where}: ${places.length} places for "${mutant.rule}" at ${mutant.at.join(", ")}.`, ...found].join("\n  "),
    );
  }
  return mutate(name, place.source, place.edit);
}

/** Returns the declarations with a name such as `User.lock`: functions, classes, variables, and members of classes and objects. */
function scopesOf({ tree }: Source, path: string | undefined): ts.Node[] {
  if (path === undefined) return [tree];
  return path
    .split(".")
    .reduce<ts.Node[]>((scopes, name) => scopes.flatMap((scope) => declarationsIn(scope, name)), [tree]);
}

function declarationsIn(scope: ts.Node, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isNamedDeclaration(node) && node.name?.getText() === name) found.push(node);
    else if (ts.isConstructorDeclaration(node) && name === "constructor") found.push(node);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(scope, visit);
  return found;
}

function isNamedDeclaration(node: ts.Node): node is ts.Node & { readonly name?: ts.Node } {
  return (
    (ts.isFunctionDeclaration(node) && node.body !== undefined) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    (ts.isVariableDeclaration(node) && node.initializer !== undefined)
  );
}

/** Returns the edits at the smallest nodes to which the rule applies. */
function editsIn(scope: ts.Node, mutant: PickedMutant): Edit[] {
  const { edit, applies } = RULES[mutant.rule];
  const search = (node: ts.Node): Edit[] => {
    if (!mutant.at.every((name) => mentions(node, name))) return [];
    const inside: Edit[] = [];
    ts.forEachChild(node, (child) => {
      inside.push(...search(child));
    });
    if (inside.length > 0) return inside;
    return applies(node, mutant) ? edit(node, mutant) : [];
  };
  return search(scope);
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isTypeNode(node)) return false;
  const isName = ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node);
  if (isName && node.text === name) return true;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return name === "true";
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

interface RuleImplementation {
  readonly applies: (node: ts.Node, mutant: PickedMutant) => boolean;
  readonly edit: (node: ts.Node, mutant: PickedMutant) => Edit[];
}

const RULES: Readonly<Record<Rule, RuleImplementation>> = {
  remove: {
    applies: (node) => ts.isExpressionStatement(node) || ts.isThrowStatement(node),
    edit: (node) => [replace(node, ";")],
  },
  always: { applies: isCondition, edit: (node) => [replace(node, "true")] },
  never: { applies: isCondition, edit: (node) => [replace(node, "false")] },
  drop: {
    applies: (node) => isOperand(node),
    edit: (node) => {
      if (!ts.isBinaryExpression(node.parent)) return [];
      const { left, right } = node.parent;
      return [replace(node.parent, `(${(node === left ? right : left).getText()})`)];
    },
  },
  omit: {
    applies: (node) =>
      ts.isPropertyAssignment(node) || (ts.isCallExpression(node.parent) && node !== node.parent.expression),
    edit: (node) => {
      const siblings = ts.isCallExpression(node.parent) ? node.parent.arguments : listOf(node.parent);
      const others = siblings.filter((sibling) => sibling !== node).map((sibling) => sibling.getText());
      const [first, last] = [siblings[0], siblings.at(-1)];
      if (first === undefined || last === undefined) return [];
      return [{ start: first.getStart(), end: last.getEnd(), code: others.join(", ") }];
    },
  },
  operator: {
    applies: (node) => ts.isBinaryExpression(node) && node.operatorToken.getText() in OPERATORS,
    edit: (node) =>
      ts.isBinaryExpression(node) ? [replace(node.operatorToken, OPERATORS[node.operatorToken.getText()] ?? "")] : [],
  },
  swap: {
    applies: (node) => ts.isBinaryExpression(node),
    edit: (node) => {
      if (!ts.isBinaryExpression(node)) return [];
      const { left, operatorToken, right } = node;
      return [replace(node, `${right.getText()} ${operatorToken.getText()} ${left.getText()}`)];
    },
  },
  value: {
    applies: (node, { at, from }) =>
      ts.isPropertyAssignment(node) &&
      node.name.getText() === at.at(-1) &&
      (from === undefined || node.initializer.getText() === from),
    edit: (node, { to = "undefined" }) => (ts.isPropertyAssignment(node) ? [replace(node.initializer, to)] : []),
  },
  rename: {
    applies: (node) => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression),
    edit: (node, { to = "" }) =>
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
        ? [replace(node.expression.name, to)]
        : [],
  },
  number: {
    applies: (node) => ts.isCallExpression(node) && node.arguments.some((argument) => numberIn(argument) !== undefined),
    edit: (node) => {
      const literal = ts.isCallExpression(node)
        ? node.arguments.map(numberIn).find((each) => each !== undefined)
        : undefined;
      return literal === undefined ? [] : [replace(literal, `(${literal.text} + 1)`)];
    },
  },
};

/** Returns whether a node decides about what happens: a condition, an operand of one, or the result of an arrow function. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && node === parent.expression) ||
    (ts.isConditionalExpression(parent) && node === parent.condition) ||
    (ts.isArrowFunction(parent) && node === parent.body && !ts.isBlock(node)) ||
    isOperand(node)
  );
}

function isOperand(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node.parent) || node === node.parent.operatorToken) return false;
  return ["&&", "||", "??"].includes(node.parent.operatorToken.getText());
}

function listOf(node: ts.Node): readonly ts.Node[] {
  return ts.isObjectLiteralExpression(node) ? node.properties : [];
}

function numberIn(argument: ts.Node): ts.NumericLiteral | undefined {
  if (ts.isNumericLiteral(argument)) return argument;
  return ts.isPrefixUnaryExpression(argument) ? numberIn(argument.operand) : undefined;
}
