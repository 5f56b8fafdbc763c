import ts from "typescript";
import type { Edit } from "../mutants/rules.ts";
import { readSources, type PackageName, type Source } from "../mutants/sources.ts";

/** A package whose protections are removed. */
export type ProtectedPackage = Extract<PackageName, "api" | "users" | "cli">;

/** Something that keeps a sign-in or its tokens safe, and the ways to remove it. */
export interface Protection {
  readonly name: string;
  readonly package: ProtectedPackage;
  /** The test files that must notice, as parts of their paths. */
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
}

/** A changed file. */
export interface Mutation {
  readonly path: string;
  /** The new content of the file. */
  readonly code: string;
  /** The place and the change. */
  readonly description: string;
}

/**
 * A way to remove a protection. It is addressed by the name of a function, class or member, and by names that the place
 * contains, so that other edits neither move nor break it.
 */
export interface Mutant {
  /** The consequence for a user, if no test notices. */
  readonly why: string;
  /** Such as `Renewal.token` or `listen`. */
  readonly in: string;
  readonly rule: Rule;
  /** Identifiers and string literals. The rule applies to the smallest node of its kind that contains all of them. */
  readonly at: readonly string[];
  /** The new code, for the rules `value` and `replace`. */
  readonly to?: string;
  /** The present code, for the rule `replace`. */
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
  /** Replaces the value of a property, which the last name in `at` names. */
  | "value"
  /** Replaces the expression or statement `from`. */
  | "replace";

/** Returns the protections whose name and package contain all words, each with the mutants whose consequence contains a text. */
export function chooseProtections(
  protections: readonly Protection[],
  words: readonly string[],
  consequence: string,
): Protection[] {
  return protections
    .filter(({ name, package: owner }) => words.every((word) => `${owner} ${name}`.includes(word)))
    .map((each) => ({ ...each, mutants: each.mutants.filter(({ why }) => why.includes(consequence)) }))
    .filter(({ mutants }) => mutants.length > 0);
}

/**
 * Finds the place of a mutant and makes the change.
 *
 * @throws Error unless there is exactly one such place.
 */
export function applyMutant(
  name: ProtectedPackage,
  mutant: Mutant,
  sources: readonly Source[] = readSources({ package: name }),
): Mutation {
  const places = sources
    .filter(({ code }) => mutant.at.every((word) => code.includes(word)))
    .flatMap((source) =>
      scopesOf(source, mutant.in).flatMap((scope) => editsIn(scope, mutant).map((edit) => mutate(source, edit))),
    );
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  const found = places.map(({ description }) => description);
  throw new Error(
    [
      `${name}, ${mutant.in}: ${places.length} places for "${mutant.rule}" at ${[...mutant.at, mutant.from].join(", ")}.`,
      ...found,
    ].join("\n  "),
  );
}

function mutate({ path, file, code, tree }: Source, edit: Edit): Mutation {
  const { line } = tree.getLineAndCharacterOfPosition(edit.start);
  const [before, after] = [code.slice(edit.start, edit.end), edit.code].map((part) =>
    part.replaceAll(/\s+/g, " ").slice(0, 60),
  );
  return {
    path,
    code: code.slice(0, edit.start) + edit.code + code.slice(edit.end),
    description: `${file}:${line + 1}: ${before ?? ""} → ${after === "" ? "nothing" : (after ?? "")}`,
  };
}

function replace(node: ts.Node, code: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), code };
}

/** Returns the declarations with a name such as `User.lock`: functions, classes, variables, and members of classes and objects. */
function scopesOf({ tree }: Source, path: string): ts.Node[] {
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
function editsIn(scope: ts.Node, mutant: Mutant): Edit[] {
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
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

interface RuleImplementation {
  readonly applies: (node: ts.Node, mutant: Mutant) => boolean;
  readonly edit: (node: ts.Node, mutant: Mutant) => Edit[];
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
  value: {
    applies: (node, { at }) => ts.isPropertyAssignment(node) && node.name.getText() === at.at(-1),
    edit: (node, { to = "undefined" }) => (ts.isPropertyAssignment(node) ? [replace(node.initializer, to)] : []),
  },
  replace: {
    applies: (node, { from }) => node.getText() === from,
    edit: (node, { to = "undefined" }) => [replace(node, to)],
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
