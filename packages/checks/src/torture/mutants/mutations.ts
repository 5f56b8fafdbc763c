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
  /** The file, the function around it, and the change; a number if the function allows the same change more than once. Does not depend on lines. */
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
    "users src/paging/pages.ts pageContaining: > → >=",
    "Of two pages that end at the same row, it takes the shorter one. It starts later, and contains the row, too.",
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
    "users src/paging/stable-listing.ts MAX_RESERVED: 17 → (17 + 1)",
    "At most twice the memory is reserved, for lists that are longer than 131,072 rows.",
  ],
  [
    "users src/paging/stable-listing.ts stableListing.longest: 0 → (0 + 1)",
    "A list that goes on behind its first page has more than one row.",
  ],
  [
    "users src/paging/stable-listing.ts stableListing: ++pages === 1 → !(++pages === 1)",
    "Memory is reserved later, and until then the set grows by itself.",
  ],
  [
    "users src/paging/stable-listing.ts stableListing: === → !==",
    "Memory is reserved later, and until then the set grows by itself.",
  ],
  [
    "users src/paging/stable-listing.ts stableListing: 1 → (1 + 1)",
    "Memory is reserved later, and until then the set grows by itself.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#indices: 64 → (64 + 1)",
    "There is one slot more than any hash names, and it stays free.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#words: 32 → (32 + 1)",
    "There is room for one more guid at first than slots for them.",
  ],
  ["users src/paging/stable-listing.ts GuidSet.reserve: < → <=", "At most twice the memory is reserved."],
  ["users src/paging/stable-listing.ts GuidSet.reserve: 2 → (2 + 1)", "At most twice the memory is reserved."],
  [
    "users src/paging/stable-listing.ts GuidSet.reserve: slots > this.#tags.length → !(slots > this.#tags.length)",
    "The set grows by itself where nothing is reserved, only slower.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.reserve: > → >=",
    "A set that has enough room is built again with the same guids.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.reserve: this.#grow(slots); → nothing",
    "The set grows by itself where nothing is reserved, only slower.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#insert: 24 → (24 + 1)",
    "Tags have a bit less, so guids are compared more often.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#insert: 1 → (1 + 1) #2",
    "The tag of a slot that is taken is not 0 either, and guids are compared more often.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#insert: + → -",
    "The slots are tried in the other direction, by whatever looks for a guid.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#insert: 1 → (1 + 1) #3",
    "Every second slot is tried: those are half of all, and fewer guids than that are in a set that does not grow.",
  ],
  ["users src/paging/stable-listing.ts GuidSet.#insert: 0 → (0 + 1) #2", "Every slot that is taken has an index."],
  [
    "users src/paging/stable-listing.ts GuidSet.#hash: 0 → (0 + 1)",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#hash: 0 → (0 + 1) #2",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  ["users src/paging/stable-listing.ts GuidSet.#hash: 0 → (0 + 1) #3", "There are four words for every guid."],
  [
    "users src/paging/stable-listing.ts GuidSet.#hash: 15 → (15 + 1)",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#hash: 15 → (15 + 1) #2",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts GuidSet.#grow: 2 → (2 + 1)",
    "There is room for more guids than slots for them.",
  ],
  [
    "users src/paging/stable-listing.ts FACTOR: * → /",
    "Only the slots differ: a server could foresee them, which costs time and no row.",
  ],
  [
    "users src/paging/stable-listing.ts FACTOR: 2 → (2 + 1)",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts FACTOR: 32 → (32 + 1)",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts FACTOR: 1 → (1 + 1)",
    "Only the slots differ: guids are the same only if all their words are.",
  ],
  [
    "users src/paging/stable-listing.ts digitAt: 1 → (1 + 1)",
    "Any negative number stands for a character that is no digit.",
  ],
  ["users src/paging/stable-listing.ts DIGITS: 128 → (128 + 1)", "The character of that code is no digit either."],
  [
    "users src/paging/pages.ts Pass.#prefetchEnd: 0 → (0 + 1)",
    "It is set before the first page is requested that others could be prefetched behind.",
  ],
  [
    "users src/paging/pages.ts Pass.[Symbol.asyncIterator]: 0 → (0 + 1)",
    "No page ends before the first row does, so nothing is prefetched either way.",
  ],
  [
    "users src/paging/pages.ts Pass.#request: 0 → (0 + 1)",
    "No page ends before the first row does, so nothing is prefetched either way.",
  ],
  [
    "users src/paging/pages.ts Pass.#reconnect: 0 → (0 + 1)",
    "No page ends before the first row does, so nothing is prefetched either way.",
  ],
  [
    "users src/paging/pages.ts identityOf: 36 → (36 + 1)",
    "normalizeGuid() returns the same for a guid as servers spell it, only slower.",
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
  ["lifecycle src/sync.ts PHASE: 3 → (3 + 1)", "The last phase may have any higher number: only the order counts."],
  ["lifecycle src/merge.ts PHASE: 2 → (2 + 1)", "The last phase may have any higher number: only the order counts."],
  ["lifecycle src/offboard.ts PHASE: 2 → (2 + 1)", "The last phase may have any higher number: only the order counts."],
  ["lifecycle src/lock.ts planLock.steps: false → true", "It says how accounts are created, and locking creates none."],
  [
    "lifecycle src/account-steps.ts toStep: 1 → (1 + 1)",
    "The last phase may have any higher number: only the order counts.",
  ],
  [
    "lifecycle src/access-review.ts toStep: 1 → (1 + 1)",
    "The step of an account that is locked already is done, and is in no phase.",
  ],
  [
    "lifecycle src/access-review.ts toStep: 1 → (1 + 1) #2",
    "The last phase may have any higher number: only the order counts.",
  ],
  [
    "lifecycle src/roles.ts Roles.#step: 1 → (1 + 1)",
    "The last phase may have any higher number: only the order counts.",
  ],
  [
    "lifecycle src/apply.ts Run.execute: this.#running.delete(step.id); → nothing",
    "Waiting for a step that has ended takes no time. Its promise stays in memory until the run ends.",
  ],
  [
    "lifecycle src/duplicates.ts compareUse.difference: 0 → (0 + 1)",
    "Both lists have the same length, so that the default is never taken.",
  ],
  [
    'lifecycle src/import.ts decide.key: row.username ?? "" → (row.username)',
    "A row without a username and an account is never a repeated one, whatever its key.",
  ],
  [
    "lifecycle src/offboard.ts HandOver.plan: 1 → (1 + 1)",
    "The plan changes one account at most, and reading it takes one request either way.",
  ],
  [
    "lifecycle src/step.ts refuseDependents.resolve: known.set(step.id, refused); → nothing",
    "Steps that need this one find out again that it is refused, only slower.",
  ],
  [
    "lifecycle src/duplicates.ts compareUse.uses: 0 → (0 + 1) #3",
    "An account that was never active counts as active one millisecond after 1970 began, which is still before any activity.",
  ],
  ["lifecycle src/apply.ts Run.nextPhase: < → <=", "Two steps with the same number are in the same phase."],
  [
    "lifecycle src/look-alikes.ts isSame: || → &&",
    "A new account and an account of the server never have the same username, which is compared then.",
  ],
  [
    'lifecycle src/access-review.ts readCollaborations: if (principal_type !== "user") continue; → nothing',
    "The guid of a group is not the guid of a user, so that its access gets into no row.",
  ],
  [
    `fake src/operations/input.ts readList.{ delimiter = "," }: "," → ""`,
    "The generated table has the delimiter of every list.",
  ],
  [
    'cli src/errors.ts describeFailedConnection: proxy?.variable ?? "the network" → (proxy?.variable)',
    "A failure that is not explained gets here only with a proxy, which has a variable.",
  ],
  [
    "cli src/bulk/lifecycle-plan.ts apply.run: flags.concurrency ?? 6 → (flags.concurrency)",
    "The library makes 6 changes at the same time by default, too.",
  ],
  [
    "cli src/bulk/run.ts execute: flags.concurrency ?? 6 → (flags.concurrency)",
    "The library makes 6 changes at the same time by default, too.",
  ],
  ["cli src/bulk/lifecycle-plan.ts apply: true → false", "A signal fires once."],
  ["cli src/bulk/run.ts execute: true → false", "A signal fires once."],
  [
    "cli src/bulk/run.ts execute: journal.close(); → nothing",
    "Each row is written at once, and the program, which ends then, closes its files.",
  ],
  ["cli src/bulk/run.ts inOrder: 1 → (1 + 1)", "Any negative number sorts alike."],
  ["cli src/bulk/run.ts inOrder: 1 → (1 + 1) #2", "Any positive number sorts alike."],
  [
    "cli src/bulk/show.ts summarize.summary: 0 → (0 + 1) #3",
    "Nothing reads the number of unchanged rows from this summary.",
  ],
  [
    'cli src/bulk/show.ts SUMMARY_WORDS: "differs" → ""',
    "A run with rows that were not attempted is not verified, so no other word follows.",
  ],
  [
    "cli src/terminal/questions.ts readAnswer.lines: 0 → (0 + 1)",
    "Each question has a reader of its own, which reads one line.",
  ],
  ["cli src/terminal/questions.ts readAnswer: true → false", "A signal fires once."],
]);

/** Returns all mutations of an area. */
export function allMutations({ name: area }: Pick<Area, "name">, sources: readonly Source[]): Mutation[] {
  return sources.flatMap((source) => distinguish(editsOf(source.tree).map((edit) => mutate(area, source, edit))));
}

/** Numbers mutations that have the same name, from the second on. */
function distinguish(mutations: readonly Mutation[]): Mutation[] {
  const counts = new Map<string, number>();
  return mutations.map((mutation) => {
    const count = (counts.get(mutation.name) ?? 0) + 1;
    counts.set(mutation.name, count);
    return count === 1 ? mutation : { ...mutation, name: `${mutation.name} #${count}` };
  });
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
