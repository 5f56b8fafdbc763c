import type { UserRecord } from "@connect-sdk/api";

/** What the SDK has said of a user. */
interface Fact {
  readonly first_name?: UserRecord["first_name"] | undefined;
  readonly locked?: UserRecord["locked"] | undefined;
}

/** Keeps what was acknowledged, to find it again in the end. */
export class Ledger {
  readonly #facts = new Map<string, Fact>();
  #size = 0;

  /** How many writes were acknowledged. */
  get size(): number {
    return this.#size;
  }

  /** Notes that a write was reported as done. */
  acknowledge(username: string, fact: Fact): void {
    this.#size++;
    this.#facts.set(username, { ...this.#facts.get(username), ...fact });
  }

  /** Forgets what is no longer known, because a later write may or may not have been done. */
  doubt(username: string, field: keyof Fact): void {
    const fact = this.#facts.get(username);
    if (fact !== undefined) this.#facts.set(username, { ...fact, [field]: undefined });
  }

  /** What was acknowledged and is not there. */
  missingFrom(users: readonly UserRecord[]): string[] {
    const byName = new Map(users.map((user) => [user.username, user]));
    return [...this.#facts].flatMap(([username, fact]) => {
      const user = byName.get(username);
      if (user === undefined) return [`${username} is not there`];
      if (fact.first_name !== undefined && fact.first_name !== user.first_name) return [`${username} has another name`];
      return fact.locked !== undefined && fact.locked !== user.locked ? [`${username} is not as locked as it was`] : [];
    });
  }
}
