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
    "users src/paging/stable-listing.ts stableListing.isComplete: > → >=",
    "The first pass is quiet only if it finds nothing, and then it has one page and ends the listing anyway.",
  ],
]);
