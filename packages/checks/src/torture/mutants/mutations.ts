import ts from "typescript";
import { type Edit, editsOf } from "./rules.ts";
import { type Area, type AreaName, readSources, type Source } from "./sources.ts";

/** A changed file of an area. */
export interface Mutation {
  readonly area: AreaName;
  readonly path: string;
  /** The new content of the file. */
  readonly code: string;
  /** The position of the change in the original file. */
  readonly position: number;
  /** The file, the function around it, and the change. Does not depend on lines. */
  readonly name: string;
  readonly line: number;
}

/** Returns all mutations of an area, without those that change nothing that anybody can notice. */
export function mutationsOf(area: Area, sources = readSources(area)): Mutation[] {
  return allMutations(area, sources).filter(({ name }) => !EQUIVALENT.has(name));
}

/**
 * Mutations that change nothing that a caller can notice, by name, and why. A test fails when one of them cannot be made any more.
 */
export const EQUIVALENT: ReadonlyMap<string, string> = new Map([
  [
    "users src/paging/pages.ts Pass.[Symbol.asyncIterator]: this.#prefetchEnd = 0; → nothing",
    "Leaving the loop aborts the requests in progress, and a request that fails ends the prefetching, too.",
  ],
  [
    "users src/paging/pages.ts Pass.#requestAfter: 0 → (0 + 1)",
    "Pages overlap by one row more, and rows that have arrived are recognized by their identity.",
  ],
  [
    "users src/paging/pages.ts PageReader.read: < → <=",
    "The empty page at the end counts once per pass, and there are fewer passes than empty pages are allowed.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#words: 4 → (4 + 1)",
    "There is room for more guids at first than slots for them, and both are doubled together.",
  ],
  [
    "users src/paging/stable-listing.ts stableListing.isComplete: > → >=",
    "The first pass is quiet only if it finds nothing, and then it has one page and ends the listing anyway.",
  ],
  [
    "users src/paging/pages.ts Pass.#isNextReady: false → true",
    "It is read before it is set only where the first page has all rows that are wanted, and then nothing is prefetched.",
  ],
  [
    "users src/user.ts hasUsualFields: true → false",
    "Each user is created as those with other fields are, which gives the same fields and takes longer.",
  ],
  [
    `users src/owned-methods.ts INCLUDE: endpoints["/v1/content/{guid}"]?.GET?.fields ?? "" → (endpoints["/v1/content/{guid}"]?.GET?.fields)`,
    "The document describes the operation, so its fields are known.",
  ],
  [
    `fake src/operations/input.ts readList.{ delimiter = "," }: "," → ""`,
    "The generated table has the delimiter of every list.",
  ],
  [
    'cli src/errors.ts describeFailedConnection: proxy?.variable ?? "the network" → (proxy?.variable)',
    "A failure that is not explained gets here only with a proxy, which has a variable.",
  ],
]);

/** Returns all mutations of an area. */
export function allMutations({ name: area }: Pick<Area, "name">, sources: readonly Source[]): Mutation[] {
  return sources.flatMap((source) => editsOf(source.tree).map((edit) => mutate(area, source, edit)));
}

function mutate(area: AreaName, { path, file, code, tree }: Source, edit: Edit): Mutation {
  const { start, end } = edit;
  const shorten = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 80);
  const change = `${shorten(code.slice(start, end))} → ${shorten(edit.code).replace(/^;$/, "nothing")}`;
  return {
    area,
    path,
    code: code.slice(0, start) + edit.code + code.slice(end),
    position: start,
    name: `${area} ${file} ${scopeAt(tree, start)}: ${change}`,
    line: tree.getLineAndCharacterOfPosition(start).line + 1,
  };
}

/** Returns the names of the declarations around a position, such as `User.lock`. */
function scopeAt(tree: ts.SourceFile, position: number): string {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getFullStart() > position || node.getEnd() <= position) return;
    const name = nameOf(node);
    if (name !== undefined) names.push(name);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return names.slice(0, 2).join(".");
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const isDeclaration =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isVariableDeclaration(node);
  return isDeclaration ? node.name?.getText() : undefined;
}

/** Returns some of the items. The seed alone decides which. */
export function sample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  let state = seed;
  const random = (): number => {
    // mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ item }) => item);
}
