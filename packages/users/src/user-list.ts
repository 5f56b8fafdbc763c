import { InvalidArgumentError, onAbort, type UserRecord } from "@connect-sdk/api";
import { type FindOptions, type FindUser, toQuery } from "./find-user.ts";
import { GuidSet } from "./listing/guid-set.ts";
import { type Batch, sweep } from "./listing/sweep.ts";
import { searchUsers } from "./search-users.ts";
import type { Session } from "./session.ts";
import { User } from "./user.ts";
import { placeOf, userSource } from "./user-source.ts";

/**
 * The users that {@link Users.find} finds: await it to get them all, or iterate over it with `for await` to get them while they
 * arrive. Nothing is sent before either. Awaiting it again gives the same users; each loop asks the server anew.
 */
export class UserList implements PromiseLike<User[]>, AsyncIterable<User, void, void> {
  readonly #session: Session;
  readonly #conditions: FindUser;
  readonly #options: FindOptions;
  #all: Promise<User[]> | undefined;

  /** Comes from {@link Users.find}. */
  constructor(session: Session, conditions: FindUser, options: FindOptions) {
    this.#session = session;
    this.#conditions = conditions;
    this.#options = options;
  }

  /** All of them. What `await` calls. */
  then<Result = User[], Failure = never>(
    onFound?: ((users: User[]) => Result | PromiseLike<Result>) | null,
    onFailed?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return (this.#all ??= this.#collect()).then(onFound, onFailed);
  }

  /** As with any promise. */
  catch<Failure = never>(
    onFailed?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<User[] | Failure> {
    return this.then(undefined, onFailed);
  }

  /** As with any promise. */
  finally(onSettled?: (() => void) | null): Promise<User[]> {
    return this.then().finally(onSettled);
  }

  /** One after the other. The next page is asked for while you are busy with this one, or several if you are faster. Leaving the loop ends all requests. */
  async *[Symbol.asyncIterator](): AsyncGenerator<User, void, void> {
    for await (const page of this.pages()) {
      for (const user of page) {
        // Whoever cancels while a user is worked on gets nobody more, though the page is there.
        this.#options.signal?.throwIfAborted();
        yield user;
      }
    }
  }

  /** As the loop over users, but the users of each page at a time: an array of 1 to 500. */
  async *pages(): AsyncGenerator<User[], void, void> {
    for await (const { fresh } of this.#read(1)) yield this.#toUsers(fresh);
  }

  async #collect(): Promise<User[]> {
    const users: User[] = [];
    for await (const { fresh, rows, look } of this.#read(Infinity)) {
      if (look === 1) users.push(...this.#toUsers(fresh));
      else putBehind(users, rows, new Map(this.#toUsers(fresh).map((user) => [user.guid, user])));
    }
    return users;
  }

  async *#read(ahead: number): AsyncGenerator<Batch<UserRecord>, void, void> {
    const { limit = Infinity, concurrency = 6, signal } = this.#options;
    checkCount("limit", limit, 0);
    checkCount("concurrency", concurrency, 1);
    const query = toQuery(this.#conditions);
    const { api, listings } = this.#session;
    const stop = new AbortController();
    // AbortSignal.any would stay attached to a signal that outlives this list.
    const cancel = (): void => {
      stop.abort(signal?.reason);
    };
    const options = { limit, pace: { concurrency, ahead }, seen: new GuidSet() };
    listings.add(options.seen);
    const release = signal && onAbort(signal, cancel);
    try {
      signal?.throwIfAborted();
      const { prefix } = query;
      if (limit === 0) return;
      const batches =
        prefix === undefined
          ? sweep(userSource(api, query, stop.signal), options)
          : searchUsers(api, { ...query, prefix }, options, stop.signal);
      for await (const batch of batches) {
        yield batch;
        signal?.throwIfAborted();
      }
    } finally {
      listings.delete(options.seen);
      release?.();
      stop.abort();
    }
  }

  #toUsers(records: readonly UserRecord[]): User[] {
    return records.map((record) => new User(this.#session, record));
  }
}

/** Puts users who were found later behind those whom they follow in the list, as far as these have kept their place. */
function putBehind(users: User[], rows: readonly UserRecord[], found: ReadonlyMap<string, User>): void {
  let index = 0;
  for (const row of rows) {
    const user = found.get(row.guid);
    if (user !== undefined) users.splice(index++, 0, user);
    else index = users.findIndex((each) => each.guid === row.guid && placeOf(each) === placeOf(row)) + 1 || index;
  }
}

function checkCount(argument: "limit" | "concurrency", value: number, least: number): void {
  if (value >= least && (Number.isInteger(value) || value === Infinity)) return;
  throw new InvalidArgumentError(`${argument} is ${value}, so nothing was sent.`, {
    argument,
    fix: `Pass a whole number of at least ${least}, or leave it out.`,
  });
}
