import type { AccountStatus, UserRole } from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import { hide, reveal } from "./records.ts";
import { type CallOptions, methods, type Session } from "./session.ts";
import type { User } from "./user.ts";

/** Options of {@link Users.find}. */
export interface FindOptions extends CallOptions {
  /** The most users to find. Default: all. */
  limit?: number | undefined;
  /** The most requests at a time. Default: 6. */
  concurrency?: number | undefined;
}

/**
 * The users that {@link Users.find} finds: await it for an array, or iterate over it with `for await` to process users as they
 * arrive. Nothing is sent before that. Awaiting it again returns the same users; each loop sends new requests.
 */
export class UserList implements Promise<User[]>, AsyncIterable<User, void, void> {
  /** Created by {@link Users.find}. */
  constructor(session: Session, conditions: FindUser, options: FindOptions) {
    hide(this, READING, new Reading(session, conditions, options));
  }

  get [Symbol.toStringTag](): string {
    return TAG;
  }

  /** Resolves to all users. Called by `await`. */
  then<Result = User[], Failure = never>(
    onFound?: ((users: User[]) => Result | PromiseLike<Result>) | null,
    onFailed?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return reveal(this, READING, Reading).all().then(onFound, onFailed);
  }

  /** Handles a failure, as for any promise. */
  catch<Failure = never>(
    onFailed?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<User[] | Failure> {
    return this.then(undefined, onFailed);
  }

  /** Calls back when all users are there or a request has failed, as for any promise. */
  finally(onSettled?: (() => void) | null): Promise<User[]> {
    return this.then().finally(onSettled);
  }

  /** Iterates over the users. Prefetches the next page, more when you consume faster. Breaking out of the loop cancels pending requests. */
  [Symbol.asyncIterator](): AsyncGenerator<User, void, void> {
    return reveal(this, READING, Reading).users();
  }

  /** Iterates over pages: arrays of 1 to 500 users. */
  pages(): AsyncGenerator<User[], void, void> {
    return reveal(this, READING, Reading).pages();
  }
}

const TAG = "UserList";
const READING = Symbol("reading");

/** Reads the users of a list. */
export interface UserReader {
  /** All users, in an array that is read once. */
  readonly all: Promise<User[]>;
  users(): AsyncGenerator<User, void, void>;
  pages(): AsyncGenerator<User[], void, void>;
}

/** What a {@link UserList} stands for. The code that reads it is loaded if it is not there yet. */
class Reading {
  readonly #opening: Promise<UserReader>;
  /** Set at once if nothing has to be loaded. */
  #reader: UserReader | undefined;

  constructor(session: Session, conditions: FindUser, options: FindOptions) {
    this.#opening = methods.call(
      [conditions, options],
      ({ Search }, ...own) => (this.#reader = new Search(session, ...own)),
    );
    // Thrown when the list is read.
    this.#opening.catch(() => undefined);
  }

  async all(): Promise<User[]> {
    return (await this.#opening).all;
  }

  users(): AsyncGenerator<User, void, void> {
    return this.#reader?.users() ?? afterwards(this.#opening, (reader) => reader.users());
  }

  pages(): AsyncGenerator<User[], void, void> {
    return this.#reader?.pages() ?? afterwards(this.#opening, (reader) => reader.pages());
  }
}

async function* afterwards<Item>(
  opening: Promise<UserReader>,
  iterate: (reader: UserReader) => AsyncGenerator<Item, void, void>,
): AsyncGenerator<Item, void, void> {
  yield* iterate(await opening);
}

/** Which users to find. A user has to meet every condition. Without conditions all users are found, even locked ones. */
export interface FindUser {
  /**
   * The start of the username, first name or last name. Not case-sensitive. On a server with a directory, even the whole
   * distinguished name or provider id.
   */
  prefix?: string | undefined;
  /** The role, or any of several: `"viewer"`, `"viewer|publisher"`, `["viewer", "publisher"]`. */
  user_role?: AnyOf<UserRole> | undefined;
  /**
   * `locked`; `licensed` (not locked, and active in the period that the license counts, a year by default); `inactive` (neither).
   * Or any of several. Older servers accept it from administrators only.
   */
  account_status?: AnyOf<AccountStatus> | undefined;
  /** The order. Default: first name, then last name, username and e-mail; with `prefix`, the most similar first. Servers before 2026 ignore it. */
  sort?: UserSort | undefined;
  /** `false` reverses the order. Default: true. */
  asc_order?: boolean | undefined;
}

/** Any of some values: one, several joined by `|` (`"viewer|publisher"`), or an array of them. */
export type AnyOf<Value extends string> = Joined<Value> | readonly Value[];

/** Every way to join some or all of the values, each once. */
type Joined<Value extends string, First extends Value = Value> = First extends Value
  ? First | `${First}|${Joined<Exclude<Value, First>>}`
  : never;

/** The fields that users can be sorted by. */
export type UserSort = NonNullable<UserQuery["sort"]>;

export type UserQuery = NonNullable<operations["getUsers"]["parameters"]["query"]>;
