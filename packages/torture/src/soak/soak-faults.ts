import type { Fault, FakeConnect } from "@connect-sdk/testing";

/** Everything that can go wrong with a connection or an answer, each time with a small share of the requests. */
const FAULTS: readonly Fault[] = [
  { reset: true },
  { reset: "after" },
  { reset: "during" },
  { truncate: true },
  { status: 502, html: true },
  { status: 503 },
  { status: 503, headers: { "retry-after": "0" } },
  { status: 429, headers: { "retry-after": "0" } },
  { status: 500 },
  { html: true },
  { body: { status: "ok" } },
  { status: 302, body: null, headers: { location: "https://elsewhere.example/" } },
  { delay: 20 },
];

const PROBABILITY = 0.01;

/** Sets all of them up. */
export function addFaults(fake: FakeConnect): { hits(): number } {
  const handles = FAULTS.map((fault) => fake.fault({ ...fault, probability: PROBABILITY }));
  return { hits: () => handles.reduce((sum, handle) => sum + handle.hits, 0) };
}
