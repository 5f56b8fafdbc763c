import { PAST } from "./action-words.ts";
import { statusOf, type Settled } from "./outcome.ts";

/** How many of what: `2,480 to create, 20 to update, 2,500 unchanged`. */
export function summarize(settled: readonly Settled[]): string {
  const counts = new Map<string, number>();
  for (const each of settled) {
    const word = wordFor(each);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = ORDER.flatMap((word) => {
    const count = counts.get(word);
    return count === undefined ? [] : [`${formatCount(count)} ${word}`];
  });
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** `1 user`, `5,000 users`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

function wordFor(settled: Settled): string {
  const status = statusOf(settled);
  const { action } = settled.entry;
  if (status === "planned") return `to ${action}`;
  return status === "done" ? PAST[action] : status;
}

const ORDER = [
  ...Object.keys(PAST).map((action) => `to ${action}`),
  ...Object.values(PAST),
  "unchanged",
  "refused",
  "invalid",
  "failed",
  "not attempted",
];
