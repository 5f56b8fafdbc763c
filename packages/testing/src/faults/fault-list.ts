import { API_PATH } from "../http/paths.ts";
import { fraction, hashText } from "../state/ids.ts";
import type { Fault, FaultHandle, FaultTarget } from "./fault.ts";
import { matcherOf } from "./match-fault.ts";

interface ActiveFault {
  readonly fault: Fault;
  readonly matches: (target: FaultTarget) => boolean;
  readonly number: number;
  seen: number;
  hits: number;
}

const STREAM = hashText("fault");

/** The faults that are set up. The first that applies to a request decides alone. */
export class FaultList {
  readonly #seed: number;
  #active: ActiveFault[] = [];
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  add(fault: Fault): FaultHandle {
    checkFault(fault);
    const active: ActiveFault = { fault, matches: matcherOf(fault), number: this.#count++, seen: 0, hits: 0 };
    this.#active.push(active);
    return {
      get hits() {
        return active.hits;
      },
      remove: () => {
        this.#active = this.#active.filter((other) => other !== active);
      },
    };
  }

  clear(): void {
    this.#active = [];
  }

  /** The fault that a request runs into, if any; that counts as one of its times. */
  take(target: FaultTarget): Fault | undefined {
    return this.#active.find((active) => active.matches(target) && this.#hits(active))?.fault;
  }

  #hits(active: ActiveFault): boolean {
    const { times = Infinity, after = 0, probability = 1 } = active.fault;
    if (active.hits >= times) return false;
    const turn = active.seen++;
    if (turn < after || fraction(this.#seed, STREAM + active.number, turn) >= probability) return false;
    active.hits++;
    return true;
  }
}

function checkFault(fault: Fault): void {
  const { status, path, probability, headers, truncate } = fault;
  demand(
    status === undefined || (Number.isInteger(status) && status >= 200 && status <= 599),
    "status",
    "a status from 200 to 599",
  );
  demand(
    typeof path !== "string" || !path.includes(API_PATH),
    "path",
    `what follows ${API_PATH}, such as /v1/users, or anything else that requests are for`,
  );
  demand(probability === undefined || (probability >= 0 && probability <= 1), "probability", "a number from 0 to 1");
  demand(headers === undefined || areHeaders(headers), "headers", "names and values that HTTP allows");
  demand(typeof truncate !== "number" || isCount(truncate), "truncate", "true or a number of bytes");
  for (const name of ["times", "after", "delay"] as const) {
    const value = fault[name];
    demand(value === undefined || isCount(value), name, "a number that is not negative");
  }
}

/** Headers that cannot be sent would only break the answer later, when nobody knows any more why. */
function areHeaders(headers: Record<string, string>): boolean {
  try {
    new Headers(headers);
    // Line ends at the beginning and at the end were dropped now, but would not be on a port.
    return !Object.values(headers).some((value) => /[\r\n]/.test(value));
  } catch {
    return false;
  }
}

function isCount(value: number): boolean {
  return value >= 0;
}

function demand(satisfied: boolean, name: string, expected: string): void {
  if (!satisfied) throw new TypeError(`${name} of a fault must be ${expected}.`);
}
