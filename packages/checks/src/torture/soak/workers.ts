import { isConnectError, type UserRecord } from "@connect-sdk/api";
import { oauthToken, type Session, signOut } from "@connect-sdk/api/oauth";
import { type Plan, planImport, planLock } from "@connect-sdk/lifecycle";
import { connect, type Connection, type User } from "@connect-sdk/users";

const WORKERS = 6;

/** The number of users that each worker creates at most, which limits how long a list takes. */
const MAX_CREATED = 60;

/** The number of its users that each worker goes on to change, the newest. */
const MAX_OWN = 5;

/** How the workers reach the server. */
export interface Access {
  /** Each worker uses one of them, with its own kind of credential. */
  readonly connections: readonly Connection[];
  /** Signs in once more. */
  signIn(): Promise<Session>;
}

/** Workers that use the SDK concurrently, each with its own users. */
export class Workers {
  readonly ledger = new Ledger();
  signIns = 0;
  steps = 0;
  readonly untyped: string[] = [];
  calls = 0;
  failures = 0;
  readonly #access: Access;
  readonly #signal: AbortSignal;
  readonly #own = new Map<number, User[]>();
  #turn = 0;
  #created = 0;

  constructor(access: Access, signal: AbortSignal) {
    this.#access = access;
    this.#signal = signal;
  }

  /** Makes so many calls, and waits for all of them. */
  async run(calls: number): Promise<void> {
    const end = this.calls + calls;
    const work = async (worker: number): Promise<void> => {
      while (this.calls < end) await this.#attempt(worker);
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  }

  async #attempt(worker: number): Promise<void> {
    this.calls++;
    try {
      await this.#call(worker, this.#turn++);
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  #noteFailure(error: unknown): void {
    this.failures++;
    if (!isConnectError(error)) this.untyped.push(String(error));
  }

  #connectionOf(worker: number): Connection {
    const { connections } = this.#access;
    const connection = connections[worker % connections.length];
    if (connection === undefined) throw new RangeError("The workers need a connection.");
    return connection;
  }

  async #call(worker: number, turn: number): Promise<void> {
    const connection = this.#connectionOf(worker);
    const { users } = connection;
    const signal = this.#signal;
    const own = this.#own.get(worker) ?? [];
    this.#own.set(worker, own);
    const user = own[turn % Math.max(1, own.length)];
    const kind = turn % 13;
    if (user === undefined || (kind === 0 && this.#created < MAX_CREATED * WORKERS))
      return this.#create(worker, turn, own);
    if (kind <= 3) return this.#rename(user, `Name${turn}`);
    if (kind <= 5) return this.#setLocked(user, kind === 4);
    if (kind === 6) await users.get(user.guid, { signal });
    else if (kind === 7) await users.find({ user_role: "viewer" }, { signal });
    else if (kind === 8) await users.count({}, { signal });
    else if (kind === 10) await this.#importName(connection, user, `Plan${turn}`);
    else if (kind === 11) await this.#lockByPlan(connection, user, turn % 2 === 0);
    else if (kind === 12) await this.#signInAndOut(connection.url);
    // A loop that ends early.
    else for await (const found of users.find({}, { signal })) if (found.username !== "") break;
  }

  async #create(worker: number, turn: number, own: User[]): Promise<void> {
    const username = `worker${worker}-${turn}`;
    const details = { username, email: `${username}@example.com`, password: "correct horse" };
    const user = await this.#connectionOf(worker).users.create(details, { signal: this.#signal });
    this.ledger.acknowledge(username, { locked: false });
    this.#created++;
    own.push(user);
    if (own.length > MAX_OWN) own.shift();
  }

  async #rename(user: User, first_name: string): Promise<void> {
    // If it fails, the server may have either name.
    this.ledger.doubt(user.username, "first_name");
    await user.update({ first_name }, { signal: this.#signal });
    this.ledger.acknowledge(user.username, { first_name });
  }

  async #importName(connection: Connection, user: User, first_name: string): Promise<void> {
    const { username } = user;
    this.ledger.doubt(username, "first_name");
    await this.#apply(await planImport(connection, [{ username, first_name }], { signal: this.#signal }), () => {
      this.ledger.acknowledge(username, { first_name });
    });
  }

  async #lockByPlan(connection: Connection, { username, guid }: User, locked: boolean): Promise<void> {
    this.ledger.doubt(username, "locked");
    await this.#apply(await planLock(connection, [guid], { locked, signal: this.#signal }), () => {
      this.ledger.acknowledge(username, { locked });
    });
  }

  /** Applies a plan with one step. */
  async #apply(plan: Plan, acknowledge: () => void): Promise<void> {
    const { outcomes } = await plan.apply({ signal: this.#signal });
    for (const { status, error } of outcomes) {
      this.steps++;
      if (status === "done" || status === "unchanged") acknowledge();
      else this.#noteFailure(error);
    }
  }

  async #signInAndOut(url: string): Promise<void> {
    const session = await this.#access.signIn();
    const own = connect({ url, token: oauthToken(session, { insecure: true }), timeout: 5_000, retry: false });
    await own.me({ signal: this.#signal });
    const { revoked } = await signOut(session, { insecure: true });
    if (revoked) this.signIns++;
  }

  async #setLocked(user: User, locked: boolean): Promise<void> {
    this.ledger.doubt(user.username, "locked");
    const options = { signal: this.#signal };
    await (locked ? user.lock(options) : user.unlock(options));
    this.ledger.acknowledge(user.username, { locked });
  }
}

/** What the SDK reported about a user. */
interface Fact {
  readonly first_name?: UserRecord["first_name"] | undefined;
  readonly locked?: UserRecord["locked"] | undefined;
}

/** Records acknowledged writes, to compare them with the server at the end. */
class Ledger {
  readonly #facts = new Map<string, Fact>();
  #size = 0;

  /** The number of acknowledged writes. */
  get size(): number {
    return this.#size;
  }

  /** The number of users that it knows. */
  get users(): number {
    return this.#facts.size;
  }

  /** Records a write that was reported as successful. */
  acknowledge(username: string, fact: Fact): void {
    this.#size++;
    this.#facts.set(username, { ...this.#facts.get(username), ...fact });
  }

  /** Forgets a field before a write, because a failed write may have taken effect. */
  doubt(username: string, field: keyof Fact): void {
    const fact = this.#facts.get(username);
    if (fact !== undefined) this.#facts.set(username, { ...fact, [field]: undefined });
  }

  /** Returns the acknowledged writes that are missing. */
  missingFrom(users: readonly UserRecord[]): string[] {
    const byName = new Map(users.map((user) => [user.username, user]));
    return [...this.#facts].flatMap(([username, fact]) => {
      const user = byName.get(username);
      if (user === undefined) return [`${username} is missing`];
      if (fact.first_name !== undefined && fact.first_name !== user.first_name)
        return [`${username} has a different name`];
      return fact.locked !== undefined && fact.locked !== user.locked ? [`${username} has a different lock state`] : [];
    });
  }
}
