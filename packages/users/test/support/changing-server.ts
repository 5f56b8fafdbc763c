import type { UserRecord, UserRole } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type FindUser } from "@connect-sdk/users";
import fc from "fast-check";

/** What somebody else does to the server. `whom` picks a user by rank in the list of everybody. */
export type Change =
  | { kind: "create"; first_name: string; user_role: UserRole }
  | { kind: "rename"; whom: number; first_name: string }
  | { kind: "assign"; whom: number; user_role: UserRole }
  | { kind: "lock" | "unlock"; whom: number };

const roles = fc.constantFrom<UserRole[]>("administrator", "publisher", "viewer");
// The beginning, the middle and the end of the list, and everything between.
const names = fc.oneof(fc.constantFrom("Aa", "Kim", "Zz"), fc.stringMatching(/^[A-Z][a-z]$/));
// Most of all those around whom pages begin and end.
const ranks = fc.oneof(
  fc.nat(12),
  fc.integer({ min: 485, max: 510 }),
  fc.integer({ min: 980, max: 1_010 }),
  fc.nat(1_100),
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("create" as const), first_name: names, user_role: roles }),
  fc.record({ kind: fc.constant("rename" as const), whom: ranks, first_name: names }),
  fc.record({ kind: fc.constant("assign" as const), whom: ranks, user_role: roles }),
  fc.record({ kind: fc.constantFrom("lock" as const, "unlock" as const), whom: ranks }),
);

/** Some changes at once. */
export const bursts: fc.Arbitrary<Change[]> = fc.array(changes, { maxLength: 6 });

const organisation = createFakeConnect({ users: 1_100, seed: 3 }).snapshot();

/** A fake with 1,100 users that changes, and what is known of those users. */
export class ChangingServer {
  readonly fake: FakeConnect = createFakeConnect({ seed: 3 });
  /** Those who have met the conditions all the time. */
  readonly always: Set<string>;
  /** The administrator who is looking. */
  readonly me: string;
  readonly #renamings = new Map<string, number>();
  readonly #meets: (user: UserRecord, now: Date) => boolean;
  #created = 0;

  constructor(meets: (user: UserRecord, now: Date) => boolean) {
    this.fake.restore(organisation);
    this.#meets = meets;
    this.me = this.fake.users[0]?.guid ?? "";
    this.always = new Set(this.fake.users.map(({ guid }) => guid));
    for (const user of this.fake.users) this.observe(user);
  }

  /** The guids of those who meet the conditions now, in the server's order. */
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
    const { guid } = this.#pick(change.whom);
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

  /** How often someone was renamed. */
  renamings(guid: string): number {
    return this.#renamings.get(guid) ?? 0;
  }

  /** To be called after each change, so that nobody ceases to meet the conditions and does again unnoticed. */
  observe(user: UserRecord): void {
    if (!this.#meets(user, this.fake.clock.now())) this.always.delete(user.guid);
  }

  /** Anyone but the one who is looking. */
  #pick(rank: number): UserRecord {
    const others = this.fake.users.slice(1).sort((a, b) => (a.first_name < b.first_name ? -1 : 1));
    const user = others[rank % others.length];
    if (user === undefined) throw new Error("There is nobody else.");
    return user;
  }

  async #send(method: string, path: string, body: object): Promise<void> {
    const headers = { authorization: `Key ${this.fake.apiKey}`, "content-type": "application/json" };
    const init = { method, headers, body: JSON.stringify(body) };
    const answer = await this.fake.fetch(`${this.fake.url}/__api__/v1/users/${path}`, init);
    if (!answer.ok) throw new Error(await answer.text());
  }
}
