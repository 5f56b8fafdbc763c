import type { UserRecord, UserRole } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type FindUser } from "@connect-sdk/users";
import fc from "fast-check";

/** A change by another client. `rank` selects a user by position in the list of all users. */
export type Change =
  | { kind: "create"; first_name: string; user_role: UserRole }
  | { kind: "rename"; rank: number; first_name: string }
  | { kind: "assign"; rank: number; user_role: UserRole }
  | { kind: "lock" | "unlock"; rank: number };

const roles = fc.constantFrom<UserRole[]>("administrator", "publisher", "viewer");
// The beginning, the middle and the end of the list, and anywhere in between.
const names = fc.oneof(fc.constantFrom("Aa", "Kim", "Zz"), fc.stringMatching(/^[A-Z][a-z]$/));
// Mostly positions around the boundaries of pages.
const ranks = fc.oneof(
  fc.nat(12),
  fc.integer({ min: 485, max: 510 }),
  fc.integer({ min: 980, max: 1_010 }),
  fc.nat(1_100),
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("create" as const), first_name: names, user_role: roles }),
  fc.record({ kind: fc.constant("rename" as const), rank: ranks, first_name: names }),
  fc.record({ kind: fc.constant("assign" as const), rank: ranks, user_role: roles }),
  fc.record({ kind: fc.constantFrom("lock" as const, "unlock" as const), rank: ranks }),
);

/** Several changes at once. */
export const bursts: fc.Arbitrary<Change[]> = fc.array(changes, { maxLength: 6 });

const organization = createFakeConnect({ users: 1_100, seed: 3 }).snapshot();

/** A fake with 1,100 users that changes, and a record of what happened to them. */
export class ChangingServer {
  readonly fake: FakeConnect = createFakeConnect({ seed: 3 });
  /** The guids of users that matched throughout. */
  readonly always: Set<string>;
  /** The guid of the administrator that reads the list. */
  readonly me: string;
  readonly #renamings = new Map<string, number>();
  readonly #matches: (user: UserRecord, now: Date) => boolean;
  #created = 0;

  constructor(matches: (user: UserRecord, now: Date) => boolean) {
    this.fake.restore(organization);
    this.#matches = matches;
    this.me = this.fake.users[0]?.guid ?? "";
    this.always = new Set(this.fake.users.map(({ guid }) => guid));
    for (const user of this.fake.users) this.observe(user);
  }

  /** Returns the guids of the users that match now, in the server's order. */
  async list(conditions: FindUser): Promise<string[]> {
    const { url, apiKey, fetch } = this.fake;
    return (await connect({ url, apiKey, fetch }).users.find(conditions)).map(({ guid }) => guid);
  }

  async change(change: Change): Promise<void> {
    if (change.kind === "create") {
      const { first_name, user_role } = change;
      this.fake.addUser({ username: `new-${++this.#created}`, first_name, user_role });
      return;
    }
    const { guid } = this.#pick(change.rank);
    if (change.kind === "assign") await this.#send("PUT", guid, { user_role: change.user_role });
    else if (change.kind !== "rename") await this.#send("POST", `${guid}/lock`, { locked: change.kind === "lock" });
    else {
      this.noteRename(guid);
      await this.#send("PUT", guid, { first_name: change.first_name });
    }
    for (const user of this.fake.users) if (user.guid === guid) this.observe(user);
  }

  async changeAll(changes: readonly Change[]): Promise<void> {
    for (const change of changes) await this.change(change);
  }

  noteRename(guid: string): void {
    this.#renamings.set(guid, this.renamings(guid) + 1);
  }

  /** Returns how often a user was renamed. */
  renamings(guid: string): number {
    return this.#renamings.get(guid) ?? 0;
  }

  /** Records a change. Has to be called after each one, so that a user that matches again does not go unnoticed. */
  observe(user: UserRecord): void {
    if (!this.#matches(user, this.fake.clock.now())) this.always.delete(user.guid);
  }

  /** Returns any user but the administrator that reads the list. */
  #pick(rank: number): UserRecord {
    const others = this.fake.users.slice(1).sort((a, b) => (a.first_name < b.first_name ? -1 : 1));
    const user = others[rank % others.length];
    if (user === undefined) throw new Error("There is no other user.");
    return user;
  }

  async #send(method: string, path: string, body: object): Promise<void> {
    const headers = { authorization: `Key ${this.fake.apiKey}`, "content-type": "application/json" };
    const init = { method, headers, body: JSON.stringify(body) };
    const response = await this.fake.fetch(`${this.fake.url}/__api__/v1/users/${path}`, init);
    if (!response.ok) throw new Error(await response.text());
  }
}
