import { isConnectError, type UserRecord } from "@connect-sdk/api";
import type { Connection, User } from "@connect-sdk/users";

const WORKERS = 6;

/** The most users that each worker creates: the server may grow, and a list takes longer, but not for ever. */
const MOST_CREATED = 20;

/** People who use the SDK at the same time, each with users of their own. */
export class Workers {
  readonly ledger = new Ledger();
  readonly untyped: string[] = [];
  calls = 0;
  failures = 0;
  readonly #connection: Connection;
  readonly #signal: AbortSignal;
  readonly #own = new Map<number, User[]>();
  #turn = 0;

  constructor(connection: Connection, signal: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
  }

  /** Lets them work for so many milliseconds, and waits until everything has come to an end. */
  async run(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    const work = async (worker: number): Promise<void> => {
      while (performance.now() < end) await this.#attempt(worker);
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  }

  async #attempt(worker: number): Promise<void> {
    this.calls++;
    try {
      await this.#act(worker, this.#turn++);
    } catch (error) {
      this.failures++;
      if (!isConnectError(error)) this.untyped.push(String(error));
    }
  }

  async #act(worker: number, turn: number): Promise<void> {
    const { users } = this.#connection;
    const signal = this.#signal;
    const own = this.#own.get(worker) ?? [];
    this.#own.set(worker, own);
    const user = own[turn % Math.max(1, own.length)];
    const kind = turn % 10;
    if (user === undefined || (kind === 0 && own.length < MOST_CREATED)) return this.#create(worker, turn, own);
    if (kind <= 3) return this.#rename(user, `Name${turn}`);
    if (kind <= 5) return this.#setLocked(user, kind === 4);
    if (kind === 6) await users.get(user.guid, { signal });
    else if (kind === 7) await users.find({ user_role: "viewer" }, { signal });
    else if (kind === 8) await users.count({}, { signal });
    // A loop that is left early.
    else for await (const found of users.find({}, { signal })) if (found.username !== "") break;
  }

  async #create(worker: number, turn: number, own: User[]): Promise<void> {
    const username = `worker${worker}-${turn}`;
    const details = { username, email: `${username}@example.com`, password: "correct horse" };
    const user = await this.#connection.users.create(details, { signal: this.#signal });
    this.ledger.acknowledge(username, { locked: false });
    own.push(user);
  }

  async #rename(user: User, first_name: string): Promise<void> {
    // If it fails, nobody knows which of the two names it is.
    this.ledger.doubt(user.username, "first_name");
    await user.update({ first_name }, { signal: this.#signal });
    this.ledger.acknowledge(user.username, { first_name });
  }

  async #setLocked(user: User, locked: boolean): Promise<void> {
    this.ledger.doubt(user.username, "locked");
    const options = { signal: this.#signal };
    await (locked ? user.lock(options) : user.unlock(options));
    this.ledger.acknowledge(user.username, { locked });
  }
}

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
